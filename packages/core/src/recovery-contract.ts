import type { Link } from './items.ts'
import type { Failure, LinkChange, StreamEndReason } from './transport.ts'

/** What the conversation needs of the link right now. */
export interface Need {
  /** A turn is not over. */
  readonly isTurnOpen: boolean
  /** The turn waits for the person's decision or form: nothing comes by itself. */
  readonly isAwaitingPerson: boolean
  /** A connection is open, or authorised with its reply outstanding: no stream will tell. */
  readonly isAwaitingConnection: boolean
  /** Numbers are missing in the newest run. */
  readonly hasGap: boolean
  /** The newest run is over because the backend says idle, and no event of it says so: its last ones may be missing. */
  readonly isEndUnseen: boolean
  /** Nothing of the backend's shows the person's last message yet, and nothing else goes on. */
  readonly isUnconfirmed: boolean
}

export interface RecoveryState {
  readonly link: Link
  readonly delivery: 'push' | 'pull'
  readonly isStreamOpen: boolean
  readonly isReading: boolean
  /** Another read is wanted as soon as this one is done. */
  readonly isReadDue: boolean
  readonly isStopped: boolean
  /** Reads in a row that failed, or that left the turn open. */
  readonly attempt: number
  /** Complete reads in a row that said idle and brought nothing, while the turn looked open. */
  readonly quietReads: number
  readonly nextTryAt: number | null
  readonly failure: Failure | null
  /** Client time in milliseconds until which an opened connection link is watched closely. */
  readonly watchUntil: number
}

export type RecoveryInput =
  | { readonly type: 'open' }
  | { readonly type: 'stream-opened' }
  | {
      readonly type: 'stream-ended'
      readonly reason: StreamEndReason
      readonly retryAfter: number | null
      readonly failure: Failure | null
    }
  | Extract<LinkChange, { readonly type: 'reconnecting' | 'reconnected' }>
  /** Facts came; `isNews` when they changed something. */
  | { readonly type: 'heard' }
  | { readonly type: 'due' }
  /**
   * `isIdle`: the backend says idle. `isNews`: the read brought facts that were not known. `isPartial`: some failed.
   * `isUnanswered`: nothing that is known of the backend is younger than the newest message, or nobody told how a
   * connection ended.
   */
  | {
      readonly type: 'read-done'
      readonly isIdle: boolean
      readonly isNews: boolean
      readonly isPartial: boolean
      readonly isUnanswered: boolean
    }
  | { readonly type: 'read-failed'; readonly failure: Failure }
  | { readonly type: 'wake' }
  | { readonly type: 'offline' }
  | { readonly type: 'watch' }
  | { readonly type: 'stop' }

export type RecoveryEffect =
  | { readonly type: 'read' }
  /** Open the run's stream again, beside the read. */
  | { readonly type: 'resume' }
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'cancel-wait' }
  /** Nothing more will come of the open run: say so to the ledger. */
  | { readonly type: 'settle' }
  | { readonly type: 'wake-transport' }

export type RecoveryStep = readonly [RecoveryState, readonly RecoveryEffect[]]

/** What the machine is told with each input: client time, a number in [0, 1), and the conversation's need. */
export interface RecoveryContext {
  readonly now: number
  readonly random: number
  readonly need: Need
}
