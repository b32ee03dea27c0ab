import type { ConversationEvent, StepEnvelope } from '@threadwork/core'

type Body = Readonly<Record<string, unknown>>

const isoOf = (at: number | null): string | undefined =>
  at === null ? undefined : new Date(at).toISOString()

const stepOf = ({ workflowId, stepId, lane }: StepEnvelope): Body => ({
  workflow_id: workflowId,
  step_id: stepId,
  ...(lane ? { lane } : {}),
})

const bodyOf = (event: ConversationEvent): Body => {
  switch (event.type) {
    case 'turn-started':
      return { type: 'processing.started' }
    case 'turn-ended':
      return { type: 'processing.finished' }
    case 'skill-running':
    case 'skill-completed':
    case 'skill-failed': {
      const error = event.type === 'skill-failed' ? { error: event.error } : {}
      return {
        type: event.type.replace('-', '.'),
        skill_name: event.skillName,
        skill_id: event.skillId,
        ...error,
      }
    }
    case 'approval-required':
      return {
        type: event.scope === 'skill' ? 'skill.confirmation_required' : 'business_approval.required',
        call_id: event.callId,
        skill_name: event.skillName,
        skill_parameters: event.parameters,
      }
    case 'connection-required': {
      const link = {
        url: 'https://login.example/',
        expires_at: '2026-01-02T12:00:00Z',
        connector_name: 'Calendar',
      }
      return {
        type: 'runtime_connection.auth_required',
        runtime_connection_attempt_id: event.attemptId,
        auth_link: link,
      }
    }
    case 'connection-authorized':
      return { type: 'runtime_connection.auth_success', runtime_connection_attempt_id: event.attemptId }
    case 'connection-failed':
      return { type: 'runtime_connection.auth_failed', runtime_connection_attempt_id: event.attemptId }
    case 'message':
      return { type: 'agent.message', message_id: event.messageId, message: event.text }
    case 'workflow-started':
      return { type: 'workflow.started', workflow_id: event.workflowId, name: event.name }
    case 'step-started':
      return { type: 'workflow.step_started', ...stepOf(event), message: event.message }
    case 'form-required': {
      const { message, dataPoints } = event
      return { type: 'workflow.intervention_required', ...stepOf(event), message, data_points: dataPoints }
    }
    case 'step-completed':
      return { type: 'workflow.step_completed', ...stepOf(event) }
    case 'step-failed':
      return { type: 'workflow.step_failed', ...stepOf(event), error: event.error }
    case 'workflow-ended':
      return { type: 'workflow.completed', workflow_id: event.workflowId }
    case 'unknown':
      return { type: event.name, ...(typeof event.payload === 'object' ? event.payload : {}) }
    default:
      throw new Error(`The Headless API has no event ${event.type}.`)
  }
}

/** A conversation event as the Headless API sends it: the inverse of what the adapter does. */
export const wireOfEvent = (event: ConversationEvent): Body => ({
  ...bodyOf(event),
  ...(event.eventId === null ? {} : { event_id: event.eventId }),
  conversation_id: 'conformance',
  genie_run_id: event.runId ?? undefined,
  seq_num: event.seq ?? undefined,
  created_at: isoOf(event.at),
})
