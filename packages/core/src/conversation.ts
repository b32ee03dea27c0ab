import type { Attachment } from './attachment.ts'
import type { IntentId } from './ids.ts'
import type { Item, Link, Phase } from './items.ts'
import type { Failure, WireReport } from './transport.ts'

/** The view over the ledger: what is shown. Unchanged parts keep their identity from one to the next. */
export interface Conversation {
  readonly items: readonly Item[]
  readonly phase: Phase
}

/** Why and for how long the session waits to hear again. */
export interface Recovery {
  readonly attempt: number
  /** Client time in milliseconds of the next try; `null` while one is under way. */
  readonly nextTryAt: number | null
  readonly failure: Failure | null
}

/** A message that is written, and leaves when its turn comes. */
export interface QueuedMessage {
  readonly intentId: IntentId
  readonly text: string
  readonly attachments: readonly Attachment[]
  /** `turn`: the running turn's end. `person`: whoever edits it. `failure`: a word on how to go on after a failure. */
  readonly waitsFor: 'turn' | 'person' | 'failure'
}

/** One snapshot of a session, published at most once a frame. */
export interface SessionState extends Conversation {
  /** The messages that wait for their turn, first to leave first. */
  readonly queue: readonly QueuedMessage[]
  readonly link: Link
  readonly recovery: Recovery | null
  /** The person stopped listening; `wake` listens again. */
  readonly isStopped: boolean
  /** `loading` until the first read came; `failed` when it did not; `closed` when the conversation is gone. */
  readonly history: 'loading' | 'ready' | 'failed' | 'closed'
  readonly problem: Failure | null
  /** What the storage refused, once, as a sentence. */
  readonly storageProblem: string | null
}

/** A report with the client's time (milliseconds) and a running number. */
export interface LoggedReport extends WireReport {
  readonly id: number
  readonly at: number
}
