/**
 * How a value is written where it lands: in a URL behind its host, in a form body, inside a string of JSON, or in a
 * message of markdown, where it is quoted and never interpreted.
 */
export type Encoding = 'url' | 'json' | 'markdown'

/** The place of a secret in a rendered text. Whoever fills it in writes it in this encoding, or as it is. */
export interface SecretSlot {
  readonly secret: string
  readonly encoding?: Encoding
}

/**
 * A template after its one pass: text, and the names of secrets that only the host fills in, when it has checked
 * where they go. A secret's value is never in a run.
 */
export type Rendered = readonly (string | SecretSlot)[]
