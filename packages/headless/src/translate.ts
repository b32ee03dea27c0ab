import { decodeDataPoints, decodeReplyActions } from '@threadwork/core'
import type {
  Attachment,
  AttemptId,
  BackendState,
  CallId,
  ConversationEvent,
  EventEnvelope,
  Fact,
  FileId,
  MessageEvent,
  MessageId,
  ParameterSchema,
  RunId,
  StepEnvelope,
  StepId,
  WorkflowId,
} from '@threadwork/core'
import { authLinkOf, timeOf } from './translate-link.ts'
import type {
  WireEnvelope,
  WireEvent,
  WireParameterSchema,
  WireSkill,
  WireStepEnvelope,
} from './wire-event.ts'
import type { WireAttachment, WireConversation, WireMessage, WireState } from './wire-rest.ts'

/** A wire event in our words: a fact of the conversation, or a signal about the stream. */
export type Translation =
  /** `problems`: what was wrong with the parts of it that could not be used. */
  | { readonly type: 'fact'; readonly event: ConversationEvent; readonly problems: readonly string[] }
  | { readonly type: 'ping' }
  /** `retryAfter` in milliseconds. */
  | { readonly type: 'interrupted'; readonly retryAfter: number | null; readonly reason: string | null }

// Brands cost nothing at run time: here the wire's ids become ours.
const runIdOf = (id: string | null | undefined): RunId | null => (id ?? null) as RunId | null
const workflowIdOf = (id: string | null | undefined): WorkflowId | null => (id ?? null) as WorkflowId | null

const envelopeOf = (wire: WireEnvelope): EventEnvelope => ({
  runId: runIdOf(wire.genie_run_id),
  seq: wire.seq_num ?? null,
  at: timeOf(wire.created_at),
  eventId: wire.event_id ?? null,
})

const skillOf = (wire: WireSkill) => ({
  skillName: wire.skill_name,
  skillId: wire.skill_id ?? null,
  callId: (wire.call_id ?? null) as CallId | null, // the wire's id becomes ours
})

const schemaOf = (row: WireParameterSchema): ParameterSchema => ({
  name: row.name,
  label: row.label ?? null,
  type: row.type ?? null,
  controlType: row.control_type ?? null,
  isOptional: row.optional ?? false,
  hint: row.hint ?? null,
  ...(row.pick_list ? { options: row.pick_list } : {}),
  ...(row.properties ? { properties: row.properties.map(schemaOf) } : {}),
})

type Approval = Extract<WireEvent, { type: 'skill.confirmation_required' | 'business_approval.required' }>

const approvalOf = (wire: Approval): ConversationEvent => ({
  type: 'approval-required',
  ...envelopeOf(wire),
  skillName: wire.skill_name,
  skillId: wire.skill_id ?? null,
  callId: wire.call_id as CallId, // the wire's id becomes ours
  scope: wire.type === 'business_approval.required' ? 'business' : 'skill',
  parameters: wire.skill_parameters,
  schema: (wire.skill_parameter_schema ?? []).map(schemaOf),
  ...(wire.expires_at ? { expiresAt: timeOf(wire.expires_at) } : {}),
  ...(wire.replaces_call_id ? { replaces: wire.replaces_call_id as CallId } : {}), // the wire's id becomes ours
})

type Connection = Extract<WireEvent, { type: `runtime_connection.${string}` }>

const connectionOf = (wire: Connection): ConversationEvent => {
  const attempt = {
    ...envelopeOf(wire),
    attemptId: wire.runtime_connection_attempt_id as AttemptId, // the wire's id becomes ours
  }
  switch (wire.type) {
    case 'runtime_connection.auth_required':
      return { type: 'connection-required', ...attempt, link: authLinkOf(wire.auth_link, attempt.at) }
    case 'runtime_connection.auth_success':
      return { type: 'connection-authorized', ...attempt }
    case 'runtime_connection.auth_failed':
      return { type: 'connection-failed', ...attempt, error: wire.error ?? null }
  }
}

type Step = Extract<
  WireEvent,
  { type: 'workflow.step_started' | 'workflow.step_completed' | 'workflow.step_failed' }
>

const isScripted = (judge: string | null | undefined): boolean => judge?.toLowerCase() === 'scripted'

const stepEnvelopeOf = (wire: WireStepEnvelope): StepEnvelope => ({
  ...envelopeOf(wire),
  workflowId: workflowIdOf(wire.workflow_id),
  stepId: wire.step_id as StepId, // the wire's id becomes ours
  ...(wire.lane && wire.lane !== 'main' ? { lane: wire.lane } : {}),
  ...(wire.can_retry === undefined ? {} : { canRetry: wire.can_retry }),
  ...(isScripted(wire.judged_by) ? { isScripted: true } : {}),
})

// Left out where there is nothing, so that what a plain server sends stays as small as before.
const offerOf = (wire: {
  readonly actions?: unknown
  readonly judged_by?: string | null
}): Pick<MessageEvent, 'actions' | 'isScripted'> => ({
  ...(wire.actions === undefined ? {} : { actions: decodeReplyActions(wire.actions) }),
  ...(isScripted(wire.judged_by) ? { isScripted: true } : {}),
})

const stepOf = (wire: Step): ConversationEvent => {
  const step = stepEnvelopeOf(wire)
  switch (wire.type) {
    case 'workflow.step_started':
      return { type: 'step-started', ...step, message: wire.message }
    case 'workflow.step_completed':
      return { type: 'step-completed', ...step }
    case 'workflow.step_failed':
      return { type: 'step-failed', ...step, error: wire.error }
  }
}

const fact = (event: ConversationEvent, problems: readonly string[] = []): Translation => ({
  type: 'fact',
  event,
  problems,
})

const formOf = (wire: Extract<WireEvent, { type: 'workflow.intervention_required' }>): Translation => {
  const { dataPoints, problems } = decodeDataPoints(wire.data_points)
  const event: ConversationEvent = {
    type: 'form-required',
    ...stepEnvelopeOf(wire),
    message: wire.message,
    dataPoints,
    problems,
  }
  return fact(event, problems)
}

/** Says a decoded wire event in our words. Total. */
export const translateEvent = (wire: WireEvent): Translation => {
  switch (wire.type) {
    case 'processing.started':
      return fact({ type: 'turn-started', ...envelopeOf(wire) })
    case 'processing.finished':
      return fact({ type: 'turn-ended', ...envelopeOf(wire) })
    case 'skill.running':
      return fact({ type: 'skill-running', ...envelopeOf(wire), ...skillOf(wire) })
    case 'skill.completed':
    case 'skill.stopped':
      return fact({ type: 'skill-completed', ...envelopeOf(wire), ...skillOf(wire) })
    case 'skill.failed':
      return fact({ type: 'skill-failed', ...envelopeOf(wire), ...skillOf(wire), error: wire.error })
    case 'skill.confirmation_required':
    case 'business_approval.required':
      return fact(approvalOf(wire))
    case 'runtime_connection.auth_required':
    case 'runtime_connection.auth_success':
    case 'runtime_connection.auth_failed':
      return fact(connectionOf(wire))
    case 'agent.message': {
      const messageId = wire.message_id as MessageId // the wire's id becomes ours
      return fact({ type: 'message', ...envelopeOf(wire), messageId, text: wire.message, ...offerOf(wire) })
    }
    case 'workflow.started': {
      const workflowId = wire.workflow_id as WorkflowId // the wire's id becomes ours
      return fact({ type: 'workflow-started', ...envelopeOf(wire), workflowId, name: wire.name })
    }
    case 'workflow.completed': {
      const workflowId = wire.workflow_id as WorkflowId // the wire's id becomes ours
      return fact({ type: 'workflow-ended', ...envelopeOf(wire), workflowId })
    }
    case 'workflow.failed': {
      const workflowId = wire.workflow_id as WorkflowId // the wire's id becomes ours
      return fact({ type: 'workflow-failed', ...envelopeOf(wire), workflowId, error: wire.error ?? null })
    }
    case 'workflow.cancelled': {
      const workflowId = wire.workflow_id as WorkflowId // the wire's id becomes ours
      return fact({ type: 'workflow-cancelled', ...envelopeOf(wire), workflowId })
    }
    case 'workflow.step_started':
    case 'workflow.step_completed':
    case 'workflow.step_failed':
      return fact(stepOf(wire))
    case 'workflow.intervention_required':
      return formOf(wire)
    case 'system.ping':
      return { type: 'ping' }
    case 'system.stream_interrupted':
      return { type: 'interrupted', retryAfter: wire.retry_after_ms ?? null, reason: wire.reason ?? null }
    case 'unknown':
      return fact({ type: 'unknown', ...envelopeOf(wire), name: wire.name, payload: wire.payload })
  }
}

const attachmentOf = (file: WireAttachment): Attachment => ({
  fileId: file.file_id as FileId, // the wire's id becomes ours
  name: file.name ?? '',
  mediaType: file.media_type ?? null,
  size: file.size ?? null,
})

/** The facts of a history, oldest first; a message without a time takes that of the one before it. */
export const translateHistory = (messages: readonly WireMessage[]): readonly Fact[] => {
  let latest = 0
  return messages.map((message) => {
    latest = timeOf(message.created_at) ?? latest
    return {
      type: 'history-message',
      message: {
        messageId: message.message_id as MessageId, // the wire's id becomes ours
        role: message.source === 'user' ? 'user' : 'agent',
        text: message.content,
        runId: runIdOf(message.genie_run_id),
        at: latest,
        intentId: message.client_message_id ?? null,
        revision: message.revision ?? 0,
        ...(message.attachments ? { attachments: message.attachments.map(attachmentOf) } : {}),
        ...offerOf(message),
      },
    }
  })
}

const STATES: { readonly [State in WireState]: BackendState } = {
  idle: 'idle',
  ai_running: 'ai-running',
  skill_processing: 'skill-running',
  awaiting_approval: 'awaiting-approval',
}

/** The backend's word for a state in ours; `null` for none. */
export const translateState = (state: WireState | null | undefined): BackendState | null =>
  state ? STATES[state] : null

/** What a read of the conversation says; nothing when the server's word for its state is not known. */
export const translateConversation = (conversation: WireConversation): readonly Fact[] => {
  const state = translateState(conversation.state)
  return state === null ? [] : [{ type: 'backend-state', state, at: timeOf(conversation.updated_at) }]
}
