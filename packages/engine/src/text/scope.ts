import type { Json } from '../json.ts'

/**
 * What templates and conditions can read, by path: `order.id`, `steps.lookup.output.items.0.name`, `trigger.…`,
 * `conversation.…`, `contact.…`, `session.…`, `message.…`, and the nine reserved names of the moment.
 */
export interface Scope {
  /** What stands at a path, by own keys alone; `undefined` when there is nothing. A secret reads as `undefined`. */
  read(path: string): Json | undefined
  /** Whether the first word of a path names a secret. */
  isSecret(path: string): boolean
  /** Milliseconds since 1970. */
  readonly now: number
  /** A number in [0, 1). */
  readonly random: number
}
