import type { Perform, PerformContext, Performed } from '../perform/perform.ts'
import type { EscalationRecord, RunRecord } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'
import type { UnitOfWork } from '../store/unit-of-work.ts'
import type { BackendClock } from '../clock.ts'
import type { Facts } from './facts.ts'
import { causeOf, ownerOf } from './local-performers.ts'
import { worldOf } from './world-of.ts'

/** What escalating works with. */
export interface EscalatePorts {
  readonly store: Store
  readonly unit: Pick<UnitOfWork, 'run'>
  readonly clock: BackendClock
  readonly facts: () => Facts
  /** Tells those who take escalations, where a team has said how; under the context's key, as often as it is asked to. */
  readonly deliver: (escalation: EscalationRecord, context: PerformContext) => Promise<Performed>
}

const usualTeam = 'support'

/**
 * Hands a conversation to people: a record with what was said, what is known and how the person is reached; the
 * conversation is assigned to them. Sent again under its key it is the same escalation.
 */
export function createEscalate(ports: EscalatePorts): Perform<'escalate'> {
  const { store, unit, clock } = ports
  return async (action, context) => {
    const record = store.get('runs', context.runId)
    if (!record) return { type: 'failed', error: 'The run that escalates is not there any more.' }
    const id = `esc_${context.key}`
    const refusal = unit.run(() => {
      if (store.get('escalations', id)) return null
      const error = assign(ports, record, action.team ?? usualTeam)
      if (error !== null) return error
      store.put('escalations', {
        id,
        parent: context.teamId,
        at: clock.now(),
        label: `open:${context.teamId}`,
        runId: record.id,
        conversationId: record.conversationId,
        team: action.team,
        note: action.note,
        contact: action.contact,
        transcript: action.withTranscript ? transcriptOf(store, record.conversationId) : [],
        context: worldOf(ports.facts(), record, null),
        status: 'open',
      })
      return null
    })
    const escalation = store.get('escalations', id)
    if (refusal !== null || !escalation) {
      return { type: 'failed', error: refusal ?? 'The escalation could not be kept. Retry the step.' }
    }
    const delivered = await ports.deliver(escalation, context)
    return delivered.type === 'failed' ? delivered : { type: 'succeeded', output: { escalationId: id } }
  }
}

function assign({ store, facts }: EscalatePorts, record: RunRecord, name: string): string | null {
  const { conversationId } = record
  const owner = conversationId === null ? null : ownerOf({ store }, { teamId: record.teamId, conversationId })
  if (!owner) return null
  const result = facts().change(owner, { type: 'assign', to: 'human', assignee: name }, causeOf(record))
  return result.type === 'refused' ? result.error : null
}

const transcriptOf = (store: Store, conversationId: string | null): EscalationRecord['transcript'] =>
  conversationId === null
    ? []
    : store.list('messages', conversationId).map(({ source, content, at }) => ({
        from: source === 'user' ? 'person' : 'agent',
        text: content,
        at,
      }))
