import type { IntentId, MessageId, RunId } from './ids.ts'
import type { IntentStatus } from './items.ts'
import type { Command, Failure } from './transport.ts'

/** Something that the person wants of the backend, stored before it leaves. Its id is the idempotency key. */
export interface Intent {
  readonly id: IntentId
  readonly command: Command
  readonly status: IntentStatus
  /** How often it left. */
  readonly attempts: number
  readonly failure: Failure | null
  /** The run that the message's own stream named. */
  readonly runId: RunId | null
  /** What the backend calls the message, once that is known. */
  readonly messageId: MessageId | null
  /** The newest server time known when the person asked; history up to it cannot be this message. */
  readonly sentAfter: number
  /** How often the form had been asked for when it was submitted. */
  readonly round: number
}
