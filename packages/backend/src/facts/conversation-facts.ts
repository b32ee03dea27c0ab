import type { ConversationFacts } from '@threadwork/engine'
import type { FactsRecord } from '../store/run-records.ts'
import type { BackendClock } from '../clock.ts'
import type { MakeId } from '../ids.ts'
import type { FactsOwner, OutsideEvent } from './facts-event.ts'

/** A conversation as workflows read it. */
export const conversationOf = (facts: FactsRecord): ConversationFacts => ({
  id: facts.id,
  status: facts.status,
  labels: facts.labels,
  channel: facts.channel,
  starred: facts.isStarred,
  assignee: facts.assignee?.name ?? null,
  escalated: facts.isEscalated === true,
})

/** The facts of a conversation in which nobody has written yet. */
export function newFacts(
  { clock, makeId }: { readonly clock: Pick<BackendClock, 'now'>; readonly makeId: MakeId },
  owner: FactsOwner,
): FactsRecord {
  const now = clock.now()
  return {
    id: owner.conversationId,
    parent: owner.teamId,
    at: now,
    userId: owner.userId,
    status: 'open',
    labels: [],
    channel: 'webchat',
    isStarred: false,
    assignee: null,
    session: { id: makeId('sess'), memory: {} },
    signals: [],
    isNew: true,
    lastActiveAt: now,
    endedAt: null,
  }
}

/** The facts once somebody wrote, and what that causes, in the order in which it happens. */
export function withMessage(
  { makeId, sessionIdleMs }: { readonly makeId: MakeId; readonly sessionIdleMs: number },
  facts: FactsRecord,
  now: number,
): { readonly facts: FactsRecord; readonly events: readonly OutsideEvent[] } {
  const isSilent = !facts.isNew && now - facts.lastActiveAt >= sessionIdleMs
  const session = isSilent ? { id: makeId('sess'), memory: {} } : facts.session
  const events: readonly (OutsideEvent | null)[] = [
    facts.isNew ? { type: 'conversation-created' } : null,
    facts.isNew || isSilent ? { type: 'session-started', sessionId: session.id } : null,
    facts.status === 'resolved' ? { type: 'conversation-opened' } : null,
  ]
  return {
    facts: { ...facts, isNew: false, session, status: 'open', lastActiveAt: now, endedAt: null },
    events: events.filter((event) => event !== null),
  }
}
