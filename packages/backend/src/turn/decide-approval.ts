import type { WireResolution } from '@threadwork/headless/wire'
import type { User } from '../config.ts'
import type { BackendContext } from '../context.ts'
import { quote, readConversation } from '../conversation.ts'
import { HttpProblem, notFound } from '../problem.ts'
import type { ApprovalRecord } from '../store/records.ts'
import { goOn } from './advance.ts'
import { type Beat, fill } from './beat.ts'

/** A decision about one call. */
export interface DecisionRequest extends WireResolution {
  readonly conversationId: string
  readonly callId: string
  readonly scope: ApprovalRecord['scope']
}

const noReason = 'no reason was given'

/** Takes a decision once: 404 for an unknown call, 409 for one that was resolved before. */
export function decideApproval(context: BackendContext, user: User, request: DecisionRequest): void {
  const conversation = readConversation(context, user, request.conversationId)
  const approval = context.store.get('approvals', request.callId)
  if (approval?.parent !== conversation.id || approval.scope !== request.scope) {
    throw notFound(`The call ${quote(request.callId)}`)
  }
  const turn = context.store.get('turns', approval.turnId)
  if (approval.status !== 'pending' || turn?.waiting?.type !== 'approvals') {
    throw new HttpProblem(
      409,
      'This call was resolved before, and a decision counts once. Read the conversation again.',
      {
        error_code: 'already_resolved',
      },
    )
  }
  const reason = request.rejection_reason?.trim() || null
  context.store.put('approvals', { ...approval, status: request.resolution, reason })
  const all = turn.waiting.callIds.flatMap((id) => context.store.get('approvals', id) ?? [])
  if (all.some((other) => other.status === 'pending')) return
  goOn(context, turn, all.flatMap(branchOf))
}

function branchOf(approval: ApprovalRecord): readonly Beat[] {
  if (approval.status === 'approved') return approval.approved
  const values = { reason: approval.reason ?? noReason }
  return approval.rejected.map((beat) =>
    beat.type === 'say' ? { ...beat, text: fill(beat.text, values) } : beat,
  )
}
