import type { BackendContext } from '../context.ts'
import type { ApprovalRecord, TurnRecord } from '../store/records.ts'
import { type Beat, fill } from './beat.ts'

/** Lets a turn go on with these beats first. */
export type Proceed = (turn: TurnRecord, beats: readonly Beat[]) => void

const noReason = 'no reason was given'
const expiredReason = 'nobody answered in time'

/** The calls that a turn waits for. */
export const approvalsOf = (context: BackendContext, turn: TurnRecord): readonly ApprovalRecord[] =>
  turn.waiting?.type === 'approvals'
    ? turn.waiting.callIds.flatMap((id) => context.store.get('approvals', id) ?? [])
    : []

/** Whether a call's time is over. */
export const isExpired = (context: BackendContext, { expiresAt }: ApprovalRecord): boolean =>
  expiresAt !== null && expiresAt <= context.clock.now()

/** Lets the turn go on once none of its calls waits any more. */
export function proceedIfSettled(context: BackendContext, turnId: string, proceed: Proceed): void {
  const turn = context.store.get('turns', turnId)
  if (turn?.waiting?.type !== 'approvals') return
  const approvals = approvalsOf(context, turn)
  if (approvals.every(({ status }) => status !== 'pending')) proceed(turn, approvals.flatMap(branchOf))
}

/** Counts the turn's calls as rejected when their time is over, now and later. */
export function watchExpiry(context: BackendContext, turn: TurnRecord, proceed: Proceed): void {
  const times = approvalsOf(context, turn).flatMap(({ expiresAt, status }) =>
    expiresAt !== null && status === 'pending' ? [expiresAt] : [],
  )
  for (const expiresAt of new Set(times))
    context.after(expiresAt - context.clock.now(), () => expire(context, turn.id, proceed))
}

function expire(context: BackendContext, turnId: string, proceed: Proceed): void {
  const turn = context.store.get('turns', turnId)
  if (!turn) return
  for (const approval of approvalsOf(context, turn)) {
    if (approval.status !== 'pending' || !isExpired(context, approval)) continue
    context.store.put('approvals', { ...approval, status: 'expired', reason: expiredReason })
  }
  proceedIfSettled(context, turnId, proceed)
}

function branchOf(approval: ApprovalRecord): readonly Beat[] {
  if (approval.status === 'approved') return approval.approved
  const values = { reason: approval.reason ?? noReason }
  return approval.rejected.map((beat) =>
    beat.type === 'say' ? { ...beat, text: fill(beat.text, values) } : beat,
  )
}
