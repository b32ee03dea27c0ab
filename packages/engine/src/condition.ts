import type { Json } from './json.ts'

/** All operators of a comparison. */
export const operators = [
  'equals',
  'not-equals',
  'contains',
  'not-contains',
  'starts-with',
  'ends-with',
  'greater-than',
  'less-than',
  'is-empty',
  'is-filled',
  'matches',
] as const

/** `matches` takes a regular expression of RE2, whose time is linear. Text is compared without regard to case. */
export type Operator = (typeof operators)[number]

/** Compares what stands at `path` of the scope (`conversation.labels`, `message.text`, `contact.plan`) with `value`. */
export interface Comparison {
  readonly path: string
  readonly operator: Operator
  readonly value?: Json
}

/** A statement that is computed, never guessed. An empty `all` holds, an empty `any` does not. */
export type Condition =
  | Comparison
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
