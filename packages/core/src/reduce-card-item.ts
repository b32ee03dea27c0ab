import type { ConnectionRead, Decision } from './facts.ts'
import type { ApprovalItem, ApprovalStatus, ConnectionItem, SkillItem, SkillStatus } from './items.ts'
import type { Intent } from './outbox-intent.ts'
import type { CardDraft } from './reduce-card.ts'
import type { ConnectionDraft } from './reduce-run.ts'
import { decisionOn, editedIn, skipOf } from './reduce-submission.ts'

const timeOf = (at: number): number | null => (Number.isFinite(at) ? at : null)

const skillStatus = (card: CardDraft, isOver: boolean): SkillStatus => {
  if (card.status === 'completed' || card.status === 'failed') return card.status
  return isOver ? 'unknown' : 'running'
}

/** A skill that asked for nothing. */
export const itemOfSkill = (card: CardDraft, isOver: boolean): SkillItem => {
  const id = `${card.place.runId ?? ''}/${card.skillName}#${card.occurrence}`
  return {
    kind: 'skill',
    id,
    key: id,
    runId: card.place.runId,
    at: timeOf(card.place.at),
    skillName: card.skillName,
    skillId: card.skillId,
    occurrence: card.occurrence,
    status: skillStatus(card, isOver),
    error: card.error,
    startedAt: card.startedAt,
    endedAt: card.endedAt,
  }
}

// `overAt`: when the turn ended, in server milliseconds; `null` while it goes on.
const approvalStatus = (
  card: CardDraft,
  decision: Decision | undefined,
  overAt: number | null,
): ApprovalStatus => {
  if (card.status !== 'waiting') return skillStatus(card, overAt !== null)
  if (card.isReplaced) return 'changed'
  if (decision) return decision.resolution
  if (overAt === null) return 'awaiting'
  const expiresAt = card.request?.expiresAt ?? Infinity
  return expiresAt <= overAt && overAt < Infinity ? 'expired' : 'resolved'
}

// An event that contradicts this client's answer shows that somebody else's counted.
const answeredBy = (
  card: CardDraft,
  decision: Decision | undefined,
  status: ApprovalStatus,
): 'me' | 'elsewhere' | null => {
  if (status === 'expired' || status === 'changed') return null
  if (card.status === 'waiting') return decision?.by ?? null
  return decision?.resolution === 'approved' ? decision.by : 'elsewhere'
}

/** A skill that waits, or waited, for a decision. Named by its call, so that its card is never another call's. */
export const itemOfApproval = (
  card: CardDraft,
  request: NonNullable<CardDraft['request']>,
  decision: Decision | undefined,
  intents: readonly Intent[],
  overAt: number | null,
): ApprovalItem => {
  const status = approvalStatus(card, decision, overAt)
  const id = `call:${request.callId}`
  return {
    kind: 'approval',
    id,
    key: id,
    runId: card.place.runId,
    at: timeOf(card.place.at),
    callId: request.callId,
    scope: request.scope,
    skillName: card.skillName,
    skillId: card.skillId,
    occurrence: card.occurrence,
    parameters: request.parameters,
    schema: request.schema,
    expiresAt: request.expiresAt ?? null,
    edited: decision?.by === 'me' ? editedIn(intents, request.callId) : null,
    status,
    by: answeredBy(card, decision, status),
    error: card.error,
    startedAt: card.startedAt,
    endedAt: card.endedAt,
    submission: status === 'awaiting' ? decisionOn(intents, request.callId) : null,
  }
}

const connectionRank = { 'auth-required': 0, failed: 1, skipped: 2, authorized: 3 } as const

const connectionStatus = (
  draft: ConnectionDraft,
  read: ConnectionRead | undefined,
  isAnswered: boolean,
  isOver: boolean,
): Pick<ConnectionItem, 'status' | 'isInferred'> => {
  const status =
    read && connectionRank[read.status] > connectionRank[draft.status] ? read.status : draft.status
  // The reply after a park tells that it went on; only where nothing else is known does that mean: connected.
  if (isAnswered && status === 'auth-required') return { status: 'authorized', isInferred: true }
  return { status: isOver && (status === 'auth-required' || status === 'failed') ? 'closed' : status }
}

const newerLink = (draft: ConnectionDraft, read: ConnectionRead | undefined): ConnectionItem['link'] => {
  if (!read?.link) return draft.link
  if ((read.link.expiresAt ?? Infinity) < (draft.link?.expiresAt ?? 0)) return draft.link
  // Of the same link, only the event may know when it was told.
  const isSame = read.link.url === draft.link?.url && read.link.expiresAt === draft.link.expiresAt
  return isSame && read.link.toldAt === undefined ? draft.link : read.link
}

/** A connection attempt. `isAnswered`: the reply that follows a connection is in the history. */
export const itemOfConnection = (
  draft: ConnectionDraft,
  read: ConnectionRead | undefined,
  intents: readonly Intent[],
  isAnswered: boolean,
  isOver: boolean,
): ConnectionItem => {
  const told = connectionStatus(draft, read, isAnswered, isOver)
  const { status } = told
  const id = `attempt:${draft.attemptId}`
  return {
    kind: 'connection',
    id,
    key: id,
    runId: draft.place.runId,
    at: timeOf(draft.place.at),
    attemptId: draft.attemptId,
    ...told,
    link: newerLink(draft, read),
    error: draft.error,
    submission: status === 'auth-required' || status === 'failed' ? skipOf(intents, draft.attemptId) : null,
  }
}
