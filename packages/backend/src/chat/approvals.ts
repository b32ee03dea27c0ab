import type { ParameterNote, Question } from '@threadwork/engine'
import type { WireParameterSchema } from '@threadwork/headless/wire'
import { skillNamed } from '../agent/catalogue.ts'
import { type BackendContext, isoTime } from '../context.ts'
import type { ApprovalRecord, TurnRecord } from '../store/chat-records.ts'
import { emit } from './emit.ts'

interface AskedApproval {
  readonly conversationId: string
  readonly teamId: string
  readonly runId: string
  readonly stepId: string
  readonly question: Extract<Question, { readonly type: 'approval' }>
}

/** Keeps a call that waits for a decision. */
export function recordApproval(context: BackendContext, asked: AskedApproval): ApprovalRecord {
  const { question, conversationId: parent, teamId, runId, stepId } = asked
  const approval: ApprovalRecord = {
    id: context.makeId('call'),
    parent,
    at: context.clock.now(),
    teamId,
    runId,
    stepId,
    scope: question.scope,
    skill: { name: question.skill, id: question.skillId ?? skillNamed(question.skill).id },
    parameters: question.parameters,
    schema: question.notes.map(schemaOf),
    status: 'pending',
    reason: null,
    expiresAt: question.expiresAt,
  }
  context.store.put('approvals', approval)
  return approval
}

/** Tells a run's streams of a call that waits for a decision. */
export function announceApproval(
  context: BackendContext,
  turn: TurnRecord,
  approval: ApprovalRecord,
  replaces: string | null = null,
): void {
  emit(context, turn, {
    type: approval.scope === 'skill' ? 'skill.confirmation_required' : 'business_approval.required',
    call_id: approval.id,
    skill_name: approval.skill.name,
    skill_id: approval.skill.id,
    skill_parameters: approval.parameters,
    skill_parameter_schema: approval.schema,
    ...(approval.expiresAt === null ? {} : { expires_at: isoTime(approval.expiresAt) }),
    ...(replaces === null ? {} : { replaces_call_id: replaces }),
  })
}

/**
 * Takes a call back and asks about the same under a new id: what the person was shown of the old one is not what
 * would run.
 */
export function askAnew(context: BackendContext, approval: ApprovalRecord): void {
  const telling = context.store.get('tellings', approval.runId)
  const turn = telling && context.store.get('turns', telling.turnId)
  const fresh: ApprovalRecord = { ...approval, id: context.makeId('call'), at: context.clock.now() }
  context.store.put('approvals', { ...approval, status: 'replaced' })
  context.store.put('approvals', fresh)
  if (turn) announceApproval(context, turn, fresh, approval.id)
}

/** Notes how a call ended that a run no longer waits for. */
export function settleApproval(
  context: BackendContext,
  runId: string,
  stepId: string,
  status: 'approved' | 'rejected' | 'expired' | 'over',
): void {
  const telling = context.store.get('tellings', runId)
  const calls = telling ? context.store.list('approvals', telling.parent) : []
  for (const call of calls) {
    if (call.runId !== runId || call.stepId !== stepId || call.status !== 'pending') continue
    context.store.put('approvals', { ...call, status })
  }
}

const schemaOf = ({ controlType, isOptional, properties, ...note }: ParameterNote): WireParameterSchema => ({
  name: note.name,
  label: note.label,
  type: note.type,
  optional: isOptional,
  ...(controlType === undefined ? {} : { control_type: controlType }),
  ...(note.hint === undefined ? {} : { hint: note.hint }),
  ...(properties === undefined ? {} : { properties: properties.map(schemaOf) }),
})
