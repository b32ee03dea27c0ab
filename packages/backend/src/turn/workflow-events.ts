import type { RunEvent } from '@threadwork/engine/linear'
import type { HubEventBodies, HubEventName } from '@threadwork/signalr/wire'
import { type BackendContext, isoTime } from '../context.ts'
import type { WorkflowRecord } from '../store/records.ts'
import { type EventBody, emit } from './emit.ts'

/** What both wires say when a person stops a workflow while a step is under way. */
const cancelledMessage = 'Cancelled. Nothing more of this workflow will run.'

/** Tells both wires of one event of a workflow: the stream of its turn, and the hub. */
export function tellWorkflowEvent(context: BackendContext, record: WorkflowRecord, event: RunEvent): void {
  const turn = context.store.get('turns', record.turnId)
  const body = streamBody(event)
  if (turn && body) emit(context, turn, { ...body, workflow_seq: event.seq })
  tellHub(context, record.parent, event)
}

function streamBody(event: RunEvent): EventBody | null {
  const workflow = { workflow_id: event.runId }
  switch (event.type) {
    case 'workflow-started':
      return { type: 'workflow.started', ...workflow, name: event.name }
    case 'step-started':
      return { type: 'workflow.step_started', ...workflow, step_id: event.stepId, message: event.message }
    case 'intervention-required':
      return {
        type: 'workflow.intervention_required',
        ...workflow,
        step_id: event.stepId,
        message: event.message,
        data_points: event.dataPoints,
      }
    case 'step-completed':
      return { type: 'workflow.step_completed', ...workflow, step_id: event.stepId }
    case 'step-failed':
      return { type: 'workflow.step_failed', ...workflow, step_id: event.stepId, error: event.error }
    case 'workflow-completed':
      return { type: 'workflow.completed', ...workflow }
    case 'workflow-cancelled':
      // Neither wire has a word for it; the step's end is what a person is told.
      return event.stepId === null
        ? null
        : { type: 'workflow.step_failed', ...workflow, step_id: event.stepId, error: cancelledMessage }
  }
}

function tellHub(context: BackendContext, conversationId: string, event: RunEvent): void {
  const envelope = { conversationId, workflowId: event.runId, seq: event.seq, at: isoTime(event.at) }
  const send = <Name extends HubEventName>(name: Name, body: HubEventBodies[Name]): void =>
    context.broadcast(conversationId, name, body)
  switch (event.type) {
    case 'workflow-started':
      return send('WorkflowStarted', { ...envelope, name: event.name })
    case 'step-started':
      return send('WorkflowStepStarted', { ...envelope, stepId: event.stepId, message: event.message })
    case 'intervention-required': {
      const { stepId, message, dataPoints } = event
      return send('WorkflowInterventionRequired', { ...envelope, stepId, message, dataPoints })
    }
    case 'step-completed':
      return send('WorkflowStepCompleted', { ...envelope, stepId: event.stepId })
    case 'step-failed':
      return send('WorkflowStepFailed', { ...envelope, stepId: event.stepId, error: event.error })
    case 'workflow-completed':
      return send('WorkflowCompleted', envelope)
    case 'workflow-cancelled':
      if (event.stepId === null) return
      return send('WorkflowStepFailed', { ...envelope, stepId: event.stepId, error: cancelledMessage })
  }
}
