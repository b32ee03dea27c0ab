import type { ApprovalRequired, SkillCompleted, SkillFailed, SkillRunning } from './events.ts'
import type { Decision } from './facts.ts'
import type { CallId } from './ids.ts'
import type { Place } from './reduce-place.ts'

/** One use of a skill in a run, while its events are folded. Mutable: it lives inside the fold only. */
export interface CardDraft {
  readonly type: 'card'
  readonly place: Place
  readonly skillName: string
  readonly occurrence: number
  skillId: string | null
  callId: CallId | null
  request: ApprovalRequired | null
  /** The backend asks anew under another call. */
  isReplaced: boolean
  /** `waiting`: asked for, and no event has said more yet. */
  status: 'waiting' | 'running' | 'completed' | 'failed'
  error: string | null
  startedAt: number | null
  endedAt: number | null
  /** Grows with each change, so that an unchanged card keeps its item. */
  version: number
}

/** The cards of a run that later events may still find: by skill, and by call. */
export interface CardIndex {
  readonly open: Map<string, CardDraft[]>
  readonly counts: Map<string, number>
  readonly byCall: Map<CallId, CardDraft>
}

export const createCardIndex = (): CardIndex => ({ open: new Map(), counts: new Map(), byCall: new Map() })

type Decisions = ReadonlyMap<CallId, Decision>
type SkillEvent = SkillRunning | SkillCompleted | SkillFailed

const openCards = (index: CardIndex, skillName: string): CardDraft[] => {
  let cards = index.open.get(skillName)
  if (!cards) {
    cards = []
    index.open.set(skillName, cards)
  }
  return cards
}

const createCard = (index: CardIndex, event: SkillEvent | ApprovalRequired, place: Place): CardDraft => {
  const occurrence = (index.counts.get(event.skillName) ?? 0) + 1
  index.counts.set(event.skillName, occurrence)
  const card: CardDraft = {
    type: 'card',
    place,
    skillName: event.skillName,
    occurrence,
    skillId: event.skillId,
    callId: event.callId,
    request: null,
    isReplaced: false,
    status: 'waiting',
    error: null,
    startedAt: null,
    endedAt: null,
    version: 0,
  }
  openCards(index, event.skillName).push(card)
  if (event.callId !== null) index.byCall.set(event.callId, card)
  return card
}

// No skill runs on a call that was rejected, or that nobody's answer counts for any more.
const willNotRun = (card: CardDraft, decisions: Decisions): boolean => {
  const decision = card.callId === null ? undefined : decisions.get(card.callId)
  return (
    card.isReplaced ||
    (decision !== undefined && decision.resolution !== 'approved' && decision.resolution !== 'resolved')
  )
}

const findWaiting = (cards: readonly CardDraft[], decisions: Decisions): CardDraft | undefined =>
  cards.find((card) => card.status === 'waiting' && !willNotRun(card, decisions))

const named = (index: CardIndex, event: SkillEvent): CardDraft | undefined =>
  event.callId === null ? undefined : index.byCall.get(event.callId)

/** `approval-required`: a card that waits, unless the call is known. Returns the card when it is new. */
export const requireApproval = (
  index: CardIndex,
  event: ApprovalRequired,
  place: Place,
): CardDraft | null => {
  if (index.byCall.has(event.callId)) return null
  const replaced = event.replaces ? index.byCall.get(event.replaces) : undefined
  if (replaced) {
    replaced.isReplaced = true
    replaced.version += 1
  }
  const card = createCard(index, event, place)
  card.request = event
  return card
}

/** `skill-running`: the card of that call, else the oldest that waits for this skill, else a new one. */
export const startSkill = (
  index: CardIndex,
  event: SkillRunning,
  place: Place,
  decisions: Decisions,
): CardDraft | null => {
  const known = named(index, event) ?? findWaiting(openCards(index, event.skillName), decisions)
  if (known && known.status !== 'waiting') return null
  const card = known ?? createCard(index, event, place)
  card.status = 'running'
  card.startedAt = event.at
  card.skillId ??= event.skillId
  card.version += 1
  return known ? null : card
}

/** A terminal event: the card of that call, else the oldest running, else the oldest waiting, else one already over. */
export const endSkill = (
  index: CardIndex,
  event: SkillCompleted | SkillFailed,
  place: Place,
  decisions: Decisions,
): CardDraft | null => {
  const cards = openCards(index, event.skillName)
  const known =
    named(index, event) ?? cards.find((card) => card.status === 'running') ?? findWaiting(cards, decisions)
  const card = known ?? createCard(index, event, place)
  if (card.status === 'completed' || card.status === 'failed') return null
  card.status = event.type === 'skill-completed' ? 'completed' : 'failed'
  card.error = event.type === 'skill-failed' ? event.error : null
  card.endedAt = event.at
  card.skillId ??= event.skillId
  card.version += 1
  cards.splice(cards.indexOf(card), 1)
  return known ? null : card
}
