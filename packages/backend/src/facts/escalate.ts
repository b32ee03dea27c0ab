import type { Action } from '@threadwork/engine'
import type { BackendClock } from '../clock.ts'
import type { Perform, PerformContext, Performed } from '../perform/perform.ts'
import { formSecretsOf } from '../runs/form-secrets.ts'
import type { EscalationRecord, RunRecord } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'
import type { UnitOfWork } from '../store/unit-of-work.ts'
import type { Facts } from './facts.ts'
import { causeOf, ownerOf } from './local-performers.ts'
import { worldOf } from './world-of.ts'

export type EscalateAction = Extract<Action, { readonly type: 'escalate' }>

/** What escalating works with. */
export interface EscalatePorts {
  readonly store: Store
  readonly unit: Pick<UnitOfWork, 'run'>
  readonly clock: BackendClock
  readonly facts: () => Facts
  /** Tells those who take escalations where the workflow says to; under the context's key, as often as it is asked to. */
  readonly deliver: (
    escalation: EscalationRecord,
    action: EscalateAction,
    context: PerformContext,
  ) => Promise<Performed>
}

const usualTeam = 'support'

/**
 * Hands a conversation to people (G04): a record with what was said, what is known and how the person is reached; the
 * conversation is assigned to them and marked. A step that is sent again or retried is the same escalation. A test hands
 * nothing over, and shows what would be.
 */
export function createEscalate(ports: EscalatePorts): Perform<'escalate'> {
  const { store, unit } = ports
  return async (action, context) => {
    const run = store.get('runs', context.runId)
    if (!run) return { type: 'failed', error: 'The run that escalates is not there any more.' }
    const id = `esc_${context.runId}:${context.stepId}`
    const made = escalationOf(ports, run, { id, action })
    if (context.mode === 'test') return { type: 'succeeded', output: previewOf(made) }
    const refusal = unit.run(() => {
      if (store.get('escalations', id)) return null
      const error = handOver(ports, run, action.team ?? usualTeam)
      if (error === null) store.put('escalations', made)
      return error
    })
    if (refusal !== null) return { type: 'failed', error: refusal }
    const delivered = await ports.deliver(store.get('escalations', id) ?? made, action, context)
    return delivered.type === 'failed' ? delivered : { type: 'succeeded', output: { escalationId: id } }
  }
}

/** The label of the escalations of a team that are open. */
export const openLabel = (teamId: string): string => `open:${teamId}`

/** Keeps that an escalation is open or closed; its conversation is marked while any of it is open. */
export function setEscalationStatus(
  { store, unit, facts }: Pick<EscalatePorts, 'store' | 'unit' | 'facts'>,
  escalation: EscalationRecord,
  status: EscalationRecord['status'],
): EscalationRecord {
  return unit.run(() => {
    const { label: _, ...rest } = escalation
    const { parent: teamId, conversationId } = escalation
    const changed: EscalationRecord = {
      ...rest,
      status,
      ...(status === 'open' ? { label: openLabel(teamId) } : {}),
    }
    store.put('escalations', changed)
    const owner = conversationId === null ? null : ownerOf({ store }, { teamId, conversationId })
    const open = store.listLabelled('escalations', openLabel(teamId))
    const isEscalated = open.some((each) => each.conversationId === conversationId)
    if (owner) facts().change(owner, { type: 'set-escalated', isEscalated })
    return changed
  })
}

function escalationOf(
  { store, clock, facts }: EscalatePorts,
  run: RunRecord,
  { id, action }: { readonly id: string; readonly action: EscalateAction },
): EscalationRecord {
  const secrets = formSecretsOf(run.run)
  return {
    id,
    parent: run.teamId,
    at: clock.now(),
    label: openLabel(run.teamId),
    runId: run.id,
    conversationId: run.conversationId,
    team: action.team,
    note: secrets.text(action.note),
    contact: secrets.json(action.contact),
    transcript: action.withTranscript ? transcriptOf(store, run.conversationId) : [],
    context: worldOf(facts(), run, null),
    status: 'open',
  }
}

const previewOf = ({ team, note, contact, transcript, context }: EscalationRecord) => ({
  escalationId: null,
  preview: { team, note, contact, transcript: transcript.map((line) => ({ ...line })), context },
})

function handOver({ store, facts }: EscalatePorts, record: RunRecord, name: string): string | null {
  const { conversationId } = record
  const owner = conversationId === null ? null : ownerOf({ store }, { teamId: record.teamId, conversationId })
  if (!owner) return null
  const cause = causeOf(record)
  const result = facts().change(owner, { type: 'assign', to: 'human', assignee: name }, cause)
  if (result.type === 'refused') return result.error
  facts().change(owner, { type: 'set-escalated', isEscalated: true }, cause)
  return null
}

const transcriptOf = (store: Store, conversationId: string | null): EscalationRecord['transcript'] =>
  conversationId === null
    ? []
    : store.list('messages', conversationId).map(({ source, content, at }) => ({
        from: source === 'user' ? 'person' : 'agent',
        text: content,
        at,
      }))
