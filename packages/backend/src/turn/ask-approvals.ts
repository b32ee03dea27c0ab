import { type BackendContext, isoTime } from '../context.ts'
import type { ApprovalRecord, TurnRecord } from '../store/records.ts'
import type { Beat } from './beat.ts'
import { emit, saveTurn } from './emit.ts'
import { type Proceed, watchExpiry } from './settle-approvals.ts'

type AskApprovals = Extract<Beat, { readonly type: 'ask-approvals' }>

/** Asks for every decision at once and parks the turn until all of them are there. */
export function askApprovals(
  context: BackendContext,
  turn: TurnRecord,
  { asks }: AskApprovals,
  proceed: Proceed,
): void {
  const at = context.clock.now()
  const approvals = asks.map(({ expiresAfterMs, ...ask }): ApprovalRecord => ({
    ...ask,
    id: context.makeId('call'),
    parent: turn.parent,
    at,
    turnId: turn.id,
    status: 'pending',
    reason: null,
    expiresAt: expiresAfterMs === undefined ? null : at + expiresAfterMs * context.pace,
  }))
  let asking = saveTurn(context, {
    ...turn,
    status: 'waiting',
    waiting: { type: 'approvals', callIds: approvals.map(({ id }) => id) },
  })
  for (const approval of approvals) asking = announce(context, asking, approval)
  watchExpiry(context, asking, proceed)
}

/**
 * Takes a call back and asks about the same under a new id: what the person was shown of the old one is not what
 * would run.
 */
export function askAnew(context: BackendContext, approval: ApprovalRecord): void {
  const turn = context.store.get('turns', approval.turnId)
  if (turn?.waiting?.type !== 'approvals') return
  const { callIds } = turn.waiting
  const fresh: ApprovalRecord = { ...approval, id: context.makeId('call'), at: context.clock.now() }
  context.store.put('approvals', { ...approval, status: 'replaced' })
  const asking = saveTurn(context, {
    ...turn,
    waiting: { type: 'approvals', callIds: callIds.map((id) => (id === approval.id ? fresh.id : id)) },
  })
  announce(context, asking, fresh, approval.id)
}

function announce(
  context: BackendContext,
  turn: TurnRecord,
  approval: ApprovalRecord,
  replaces: string | null = null,
): TurnRecord {
  context.store.put('approvals', approval)
  return emit(context, turn, {
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
