import { judge } from '@threadwork/engine'
import {
  digestOfCall,
  EXPIRED_CODE,
  SHOWN_DIFFERS_CODE,
  type WireResolution,
} from '@threadwork/headless/wire'
import type { User } from '../config.ts'
import type { BackendContext } from '../context.ts'
import { quote, readConversation } from '../conversation.ts'
import { HttpProblem, notFound } from '../problem.ts'
import type { ApprovalRecord } from '../store/chat-records.ts'
import { askAnew } from './approvals.ts'
import { giveDecisions } from './give-decisions.ts'

/** A decision about one call. */
export interface DecisionRequest extends WireResolution {
  readonly conversationId: string
  readonly callId: string
  readonly scope: ApprovalRecord['scope']
  /** The digest of the call as the person saw it; `null` when the client does not say. */
  readonly shown: string | null
  /** The client's own name for the decision: under one name it counts once, and is answered alike. */
  readonly key: string | null
}

/**
 * Takes a decision once: 404 for an unknown call, 409 for one that was resolved before, 410 for one whose time is
 * over. A decision about something else than the recorded call does nothing but ask anew: 409 as well.
 */
export function decideApproval(context: BackendContext, user: User, request: DecisionRequest): void {
  const conversation = readConversation(context, user, request.conversationId)
  const approval = context.store.get('approvals', request.callId)
  if (approval?.parent !== conversation.id || approval.scope !== request.scope) {
    throw notFound(`The call ${quote(request.callId)}`)
  }
  if (isRepetition(context, request)) return
  const reason = request.rejection_reason?.trim() || null
  const input = {
    type: 'decided',
    stepId: approval.stepId,
    resolution: request.resolution,
    reason,
    by: user.userId,
  } as const
  refuseExpired(context, approval)
  const record = context.automation.runner.get(approval.teamId, approval.runId)
  if (approval.status !== 'pending' || !record || judge(record.run, input).type !== 'taken') refuseSecond()
  refuseOther(context, approval, request.shown)
  context.automation.unit.run(() => {
    noteKey(context, request)
    context.store.put('approvals', { ...approval, status: request.resolution, reason, by: user.userId })
    giveDecisions(context, approval.runId)
  })
}

function refuseExpired(context: BackendContext, { status, expiresAt }: ApprovalRecord): void {
  const isLate = status === 'pending' && expiresAt !== null && expiresAt <= context.clock.now()
  if (status !== 'expired' && !isLate) return
  throw new HttpProblem(
    410,
    'The time for this decision is over, so it does not count. Read the conversation again.',
    { error_code: EXPIRED_CODE },
  )
}

function refuseSecond(): never {
  throw new HttpProblem(
    409,
    'This call was resolved before, and a decision counts once. Read the conversation again.',
    { error_code: 'already_resolved' },
  )
}

function refuseOther(context: BackendContext, approval: ApprovalRecord, shown: string | null): void {
  const { id: callId, skill, parameters } = approval
  if (shown === null || shown === digestOfCall({ callId, skillName: skill.name, parameters })) return
  askAnew(context, approval)
  throw new HttpProblem(
    409,
    'What was shown to the person is not what this call would do, so nothing was done. Decide about the new call.',
    { error_code: SHOWN_DIFFERS_CODE },
  )
}

// The same name with another answer is no repetition: it is refused like any second decision.
const keyOf = ({ conversationId, callId, resolution, key }: DecisionRequest): string =>
  `${conversationId}:decision:${callId}:${resolution}:${key}`

const isRepetition = (context: BackendContext, request: DecisionRequest): boolean =>
  request.key !== null && context.store.get('keys', keyOf(request)) !== null

function noteKey(context: BackendContext, request: DecisionRequest): void {
  if (request.key === null) return
  const { conversationId: parent } = request
  context.store.put('keys', { id: keyOf(request), parent, at: context.clock.now(), answer: {} })
}
