import type { HistoryMessage } from './facts.ts'
import type { AttemptId } from './ids.ts'
import type { Ledger } from './ledger.ts'
import type { RunFold } from './reduce-run.ts'

/** What lies around a run: whether another follows it, and the replies that only the history has. */
export interface Surroundings {
  readonly isNewest: boolean
  /** When the next run begins, in server milliseconds; Infinity when none does. */
  readonly nextStart: number
  readonly replies: readonly HistoryMessage[]
  /** A workflow of this run waits for a form. */
  readonly hasOpenForm: boolean
}

/** A run's end, and the connections that the history's reply answers. */
export interface TurnEnd {
  readonly isOver: boolean
  /** The time of its newest event, in server milliseconds; Infinity when none is known. */
  readonly at: number
  readonly answered: ReadonlySet<AttemptId>
}

const noAttempts: ReadonlySet<AttemptId> = new Set()

// The reply after a connection belongs to a run that no stream delivers: only the history shows it.
const answeredAttempts = (fold: RunFold, around: Surroundings): ReadonlySet<AttemptId> => {
  if (fold.connections.size === 0) return noAttempts
  const answered = new Set<AttemptId>()
  for (const draft of fold.connections.values()) {
    const isAnswer = ({ runId, at }: HistoryMessage) =>
      runId !== fold.run.id && at > draft.place.at && at <= around.nextStart
    if (around.replies.some(isAnswer)) answered.add(draft.attemptId)
  }
  return answered
}

const hasOpenApproval = (fold: RunFold, ledger: Ledger): boolean => {
  const toldAt = ledger.backendState?.at ?? -Infinity
  for (const [callId, { request, status, isReplaced }] of fold.cards.byCall) {
    if (request === null || status !== 'waiting' || isReplaced || ledger.decisions.has(callId)) continue
    // Both are the server's times: what it says after the end of a call's time, it says without that call.
    if ((request.expiresAt ?? Infinity) > toldAt) return true
  }
  return false
}

const hasOpenConnection = (fold: RunFold, ledger: Ledger): boolean => {
  for (const draft of fold.connections.values()) {
    const read = ledger.connections.get(draft.attemptId)?.status
    const isDone = draft.status === 'authorized' || read === 'authorized' || read === 'skipped'
    if (!isDone) return true
  }
  return false
}

// The backend's word "idle" is a hint. It is believed only when it is no older than the run's newest event, when
// nothing waits for the person, and when no connection was parked: backends say idle then without being so.
const isIdle = (fold: RunFold, ledger: Ledger): boolean => {
  const read = ledger.backendState
  return read !== null && read.state === 'idle' && read.at >= fold.at && fold.connections.size === 0
}

// Reads may have been answered from a copy that was older than the run: what comes behind its settled end takes it back.
const isSettled = (fold: RunFold, ledger: Ledger): boolean =>
  (ledger.settledRuns.get(fold.run.id) ?? -1) >= newestAtOf(fold)

/** The server time of a run's newest event in milliseconds; 0 when no event of it has one. */
export const newestAtOf = ({ at }: RunFold): number => (at === Infinity ? 0 : at)

/** Whether a run is over. The end of a stream never is a reason. */
export const endOfTurn = (fold: RunFold, ledger: Ledger, around: Surroundings): TurnEnd => {
  const answered = answeredAttempts(fold, around)
  const { at } = fold
  if (fold.hasEnded || !around.isNewest || answered.size > 0) return { isOver: true, at, answered }
  const isWaiting = around.hasOpenForm || hasOpenApproval(fold, ledger) || hasOpenConnection(fold, ledger)
  const isOver = !isWaiting && (isSettled(fold, ledger) || isIdle(fold, ledger))
  return { isOver, at, answered }
}

/** The backend's newest word is younger than all that is known: something runs that no event has told of yet. */
export const isBusyUnseen = (ledger: Ledger, newest: RunFold | undefined): boolean => {
  const read = ledger.backendState
  return read !== null && read.state !== 'idle' && read.at > (newest?.at ?? -Infinity)
}
