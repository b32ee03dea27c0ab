/**
 * A template after its one pass: text, and the names of secrets that only the host fills in, when it has checked
 * where they go. A secret's value is never in a run.
 */
export type Rendered = readonly (string | { readonly secret: string })[]
