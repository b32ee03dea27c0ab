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

/** One snapshot of a session, published at most once a frame. */
export interface SessionState extends Conversation {
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
