import type { Conversation } from './conversation.ts'
import type { HistoryMessage } from './facts.ts'
import type { AttemptId, RunId } from './ids.ts'
import type { ConnectionItem } from './items.ts'
import { hasGap } from './ledger-run.ts'
import type { Ledger } from './ledger.ts'
import type { Need } from './recovery-contract.ts'
import type { RunFold } from './reduce-run.ts'
import { isBusyUnseen, newestAtOf } from './reduce-turn.ts'
import { memoryOf } from './reduce-work.ts'

/** What a recovery has to ask for, read off the conversation as it stands. */
export interface Outlook {
  readonly need: Need
  readonly openRunId: RunId | null
  /** When its newest event was, in server milliseconds; 0 when that is not known. */
  readonly openRunAt: number
  /** Behind which event the open run's stream is to go on. */
  readonly lastEventId: string | null
  /** Server milliseconds from which events are to be read, inclusive; `null`: all. */
  readonly eventsSince: number | null
  readonly attempts: readonly AttemptId[]
}

const newestFold = (ledger: Ledger): RunFold | undefined => {
  const { head, folds } = memoryOf(ledger)
  return head?.newest ? folds.get(head.newest.id) : undefined
}

const isOpenRun = (ledger: Ledger, fold: RunFold | undefined): boolean =>
  fold !== undefined && memoryOf(ledger).segments.get(fold.run.id)?.isOver === false

/** What the conversation needs of the link, read off a ledger that was just reduced to `conversation`. */
export const needOf = (ledger: Ledger, { phase }: Conversation): Need => {
  const fold = newestFold(ledger)
  const isOpen = isOpenRun(ledger, fold)
  const connections = isOpen ? (fold?.connections.size ?? 0) : 0
  const isAwaitingPerson = phase.startsWith('awaiting')
  return {
    isTurnOpen: isOpen || isAwaitingPerson || phase === 'sending' || isBusyUnseen(ledger, fold),
    isAwaitingPerson,
    isAwaitingConnection: connections > 0,
    hasGap: fold !== undefined && fold.run.id !== '' && hasGap(fold.run),
    isEndUnseen: !isOpen && isEndUnseen(ledger, fold),
    isUnconfirmed: phase === 'sending',
  }
}

// A run that was parked never tells its end, and is over by what the history says.
const isEndUnseen = (ledger: Ledger, fold: RunFold | undefined): boolean =>
  fold !== undefined &&
  fold.run.id !== '' &&
  !fold.hasEnded &&
  fold.connections.size === 0 &&
  !ledger.settledRuns.has(fold.run.id)

// What was inferred may have been a skip in another tab: it is asked for once, and again while its run is the newest.
const isUntold = (ledger: Ledger, fold: RunFold | undefined, item: ConnectionItem): boolean =>
  item.isInferred === true && (item.runId === fold?.run.id || !ledger.connections.has(item.attemptId))

const openAttempts = (
  ledger: Ledger,
  fold: RunFold | undefined,
  items: Conversation['items'],
): readonly AttemptId[] =>
  items.flatMap((item) =>
    item.kind === 'connection' &&
    (item.status === 'auth-required' || item.status === 'failed' || isUntold(ledger, fold, item))
      ? [item.attemptId]
      : [],
  )

/** Reads the outlook off a ledger that was just reduced to `conversation`. */
export const outlookOf = (ledger: Ledger, conversation: Conversation): Outlook => {
  const fold = newestFold(ledger)
  const isOpen = isOpenRun(ledger, fold)
  const need = needOf(ledger, conversation)
  const from = isOpen || need.hasGap ? fold?.start : fold?.at
  return {
    need,
    openRunId: isOpen && fold && fold.run.id !== '' ? fold.run.id : null,
    openRunAt: fold ? newestAtOf(fold) : 0,
    lastEventId: fold?.run.numbered.at(-1)?.eventId ?? null,
    eventsSince: from !== undefined && Number.isFinite(from) ? from : null,
    attempts: openAttempts(ledger, fold, conversation.items),
  }
}

/** The newest of some messages; of equal ones the first. */
export const newestOf = (messages: Iterable<HistoryMessage>): HistoryMessage | null => {
  let newest: HistoryMessage | null = null
  for (const message of messages) if (newest === null || message.at > newest.at) newest = message
  return newest
}

/** The newest time of the history, in server milliseconds; 0 before the first. The events' store has a clock of its own. */
export const newestMessageAt = ({ messages }: Ledger): number => newestOf(messages.values())?.at ?? 0

// An agent's message that no event told of, in a conversation of which events are told.
const isUntoldReply = (ledger: Ledger, { role, messageId }: HistoryMessage): boolean =>
  role === 'agent' && ledger.runs.size > 0 && !ledger.homes.has(`m:${messageId}`)

/**
 * Nothing that is known of the backend is younger than the newest message, which is a person's, or the agent's without
 * its events: those were read from an older copy. To a message of this client only an event is an answer: the word idle
 * may be younger than the events and messages that were read beside it.
 */
export const lacksAnswer = (ledger: Ledger, { items }: Pick<Conversation, 'items'>): boolean => {
  const newest = newestOf(ledger.messages.values())
  if (newest === null) return false
  const isOwn = items.some(({ id, key }) => id === newest.messageId && key !== id)
  const stateAt = isOwn ? 0 : (ledger.backendState?.at ?? 0)
  const heardAt = Math.max(newestFold(ledger)?.at ?? 0, stateAt)
  return newest.at > heardAt && (newest.role === 'user' || isUntoldReply(ledger, newest))
}

/** How a connection ended is only inferred, and nobody was asked yet. */
export const lacksOutcome = (ledger: Ledger, { items }: Pick<Conversation, 'items'>): boolean =>
  items.some(
    (item) =>
      item.kind === 'connection' && item.isInferred === true && !ledger.connections.has(item.attemptId),
  )
