import type { ConnectionRequired, ConversationEvent, MessageEvent, TextDelta } from './events.ts'
import type { Decision } from './facts.ts'
import type { AttemptId, CallId, MessageId } from './ids.ts'
import { orderedEvents, type RunFacts } from './ledger-run.ts'
import {
  createCardIndex,
  endSkill,
  requireApproval,
  startSkill,
  type CardDraft,
  type CardIndex,
} from './reduce-card.ts'
import type { Place } from './reduce-place.ts'

/** A message of a run: pieces while it is written, then the whole. */
export interface MessageDraft {
  readonly type: 'message'
  readonly place: Place
  readonly messageId: MessageId
  text: string
  isWhole: boolean
  /** What the whole message offers beside its words. */
  told: Pick<MessageEvent, 'actions' | 'isScripted'>
  version: number
}

/** A connection attempt of a run, as the events tell it. */
export interface ConnectionDraft {
  readonly type: 'connection'
  readonly place: Place
  readonly attemptId: AttemptId
  status: 'auth-required' | 'failed' | 'authorized'
  link: ConnectionRequired['link']
  error: string | null
  version: number
}

/** Where a workflow's card or a step's form stands; the workflow's own log says what it shows. */
export interface WorkflowSlot {
  readonly type: 'workflow'
  readonly place: Place
  /** `workflow:<id>` or `form:<id>/<step>`. */
  readonly name: string
}

export type Draft = CardDraft | MessageDraft | ConnectionDraft | WorkflowSlot

/** A run, folded so far. Mutable; `foldRun` continues it or starts anew. */
export interface RunFold {
  readonly run: RunFacts
  readonly drafts: Draft[]
  readonly cards: CardIndex
  readonly messages: Map<MessageId, MessageDraft>
  readonly connections: Map<AttemptId, ConnectionDraft>
  readonly slots: Set<string>
  /** The run's first known time, in milliseconds; Infinity when no event carries one. */
  start: number
  /** The running maximum of the events' times. */
  at: number
  hasEnded: boolean
  /** Some event of it is known to this version: a run of unknown events alone is no turn. */
  isKnown: boolean
  /** How many events are folded in. */
  count: number
  shuffles: number
}

type Decisions = ReadonlyMap<CallId, Decision>

const createFold = (run: RunFacts, events: readonly ConversationEvent[]): RunFold => {
  // Times are seldom missing, so this stops at the first event.
  const start = events.find((event) => event.at !== null && event.type !== 'unknown')?.at ?? Infinity
  return {
    run,
    drafts: [],
    cards: createCardIndex(),
    messages: new Map(),
    connections: new Map(),
    slots: new Set(),
    start,
    at: start,
    hasEnded: false,
    isKnown: false,
    count: 0,
    shuffles: run.shuffles,
  }
}

const placeHere = (fold: RunFold): Place => ({
  at: fold.at,
  rank: 1,
  start: fold.start,
  runId: fold.run.id,
  position: fold.count,
  name: '',
})

const nothingTold: MessageDraft['told'] = {}

const toldOf = ({ actions, isScripted }: MessageEvent): MessageDraft['told'] => ({
  ...(actions && actions.length > 0 ? { actions } : {}),
  ...(isScripted === true ? { isScripted } : {}),
})

const foldText = (fold: RunFold, event: MessageEvent | TextDelta): void => {
  const { messageId, text } = event
  const isWhole = event.type === 'message'
  const told = isWhole ? toldOf(event) : nothingTold
  const known = fold.messages.get(messageId)
  if (!known) {
    const draft: MessageDraft = {
      type: 'message',
      place: placeHere(fold),
      messageId,
      text,
      isWhole,
      told,
      version: 0,
    }
    fold.messages.set(messageId, draft)
    fold.drafts.push(draft)
    return
  }
  if (known.isWhole) return
  known.text = isWhole ? text : known.text + text
  known.isWhole = isWhole
  known.told = told
  known.version += 1
}

const foldConnection = (
  fold: RunFold,
  attemptId: AttemptId,
  status: ConnectionDraft['status'],
  change: Partial<Pick<ConnectionDraft, 'link' | 'error'>>,
): void => {
  let draft = fold.connections.get(attemptId)
  if (!draft) {
    draft = {
      type: 'connection',
      place: placeHere(fold),
      attemptId,
      status,
      link: null,
      error: null,
      version: 0,
    }
    fold.connections.set(attemptId, draft)
    fold.drafts.push(draft)
  }
  // An attempt that is announced again brings a fresh link; an authorised one stays so.
  if (draft.status !== 'authorized') draft.status = status
  draft.link = change.link ?? draft.link
  draft.error = change.error ?? (status === 'failed' ? draft.error : null)
  draft.version += 1
}

const foldSlot = (fold: RunFold, name: string): void => {
  if (fold.slots.has(name)) return
  fold.slots.add(name)
  fold.drafts.push({ type: 'workflow', place: placeHere(fold), name })
}

const pushCard = (fold: RunFold, card: CardDraft | null): void => {
  if (card) fold.drafts.push(card)
}

const step = (fold: RunFold, event: ConversationEvent, decisions: Decisions): void => {
  switch (event.type) {
    case 'turn-started':
      // Only events that name no run share a fold over several turns.
      if (fold.run.id === '') fold.hasEnded = false
      return
    case 'turn-ended':
      fold.hasEnded = true
      return
    case 'skill-running':
      return pushCard(fold, startSkill(fold.cards, event, placeHere(fold), decisions))
    case 'skill-completed':
    case 'skill-failed':
      return pushCard(fold, endSkill(fold.cards, event, placeHere(fold), decisions))
    case 'approval-required':
      return pushCard(fold, requireApproval(fold.cards, event, placeHere(fold)))
    case 'connection-required':
      return foldConnection(fold, event.attemptId, 'auth-required', { link: event.link })
    case 'connection-authorized':
      return foldConnection(fold, event.attemptId, 'authorized', {})
    case 'connection-failed':
      return foldConnection(fold, event.attemptId, 'failed', { error: event.error })
    case 'message':
    case 'text-delta':
      return foldText(fold, event)
    case 'workflow-started':
      return foldSlot(fold, `workflow:${event.workflowId}`)
    case 'form-required':
      return foldSlot(fold, `form:${event.workflowId ?? ''}/${event.stepId}`)
    case 'step-started':
    case 'step-completed':
    case 'step-failed':
      return event.workflowId === null ? undefined : foldSlot(fold, `workflow:${event.workflowId}`)
    case 'workflow-failed':
      return foldSlot(fold, `workflow:${event.workflowId}`)
    case 'workflow-ended':
    case 'workflow-cancelled':
    case 'unknown':
      return
  }
}

// The first event that carries a time says when the run began; what was folded before it stands at no time yet.
const learnsStart = (fold: RunFold, events: readonly ConversationEvent[]): boolean =>
  fold.start === Infinity &&
  events.slice(fold.count).some(({ at, type }) => at !== null && type !== 'unknown')

/** Folds what is new in a run, or the whole run when its past changed. In-order events cost the same in any run. */
export const foldRun = (run: RunFacts, known: RunFold | undefined, decisions: Decisions): RunFold => {
  const isContinued = known !== undefined && known.shuffles === run.shuffles
  if (isContinued && known.count === run.numbered.length + run.loose.length) return known
  const events = orderedEvents(run)
  const fold = isContinued && !learnsStart(known, events) ? known : createFold(run, events)
  for (let index = fold.count; index < events.length; index += 1) {
    const event = events[index]
    if (event === undefined) break
    fold.count += 1
    if (event.type === 'unknown') continue
    fold.isKnown = true
    if (event.at !== null && event.at > fold.at) fold.at = event.at
    step(fold, event, decisions)
  }
  return fold
}
