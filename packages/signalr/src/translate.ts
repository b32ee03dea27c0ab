import {
  decodeDataPoints,
  decodeReplyActions,
  type DecodedForm,
  type ConversationEvent,
  type Fact,
  type HistoryMessage,
  type MessageId,
  type SnapshotForm,
  type SnapshotStep,
  type StepEnvelope,
  type StepId,
  type WorkflowId,
  type WorkflowSnapshot,
} from '@threadwork/core'
import type { HeardBeside, HeardMessage, HubEvent } from './wire-event.ts'
import type { HeardHistory, HeardIntervention, HeardStep, HeardWorkflow } from './wire-history.ts'

/** What the wire said, in our words, and a sentence for each part that could not be said. */
export interface Translated {
  readonly facts: readonly Fact[]
  readonly problems: readonly string[]
}

type WorkflowHubEvent = Exclude<HubEvent, { readonly type: 'MessageReceived' }>

/**
 * A hub event as a fact. `fallbackAt` (server milliseconds) dates a message that came without a time: pass that of the
 * newest message known, so that an undated one stands last.
 */
export function translateHubEvent(event: HubEvent, fallbackAt: number): Translated {
  if (event.type === 'MessageReceived')
    return { facts: [messageFact(event.message, fallbackAt)], problems: [] }
  const form: DecodedForm =
    event.type === 'WorkflowInterventionRequired'
      ? decodeDataPoints(event.dataPoints)
      : { dataPoints: [], problems: [] }
  return { facts: [{ type: 'event', event: conversationEvent(event, form) }], problems: form.problems }
}

/**
 * A history as facts: its messages in their order, then the snapshot, `null` when no workflow is active; where the server
 * tells a list, the snapshots of all that are.
 */
export function translateHistory(history: HeardHistory): Translated {
  let at = 0
  const facts: Fact[] = history.messages.map((message) => {
    at = message.createdAt ?? at
    return messageFact(message, at)
  })
  if (history.activeWorkflows !== undefined) return withSnapshots(facts, history)
  const { activeWorkflow } = history
  // An unreadable workflow is not "no workflow": a null snapshot would end the one that is on screen.
  if (activeWorkflow === 'unreadable') return { facts, problems: history.problems }
  const { snapshot, problems } = snapshotOf(activeWorkflow)
  return {
    facts: [...facts, { type: 'workflow-snapshot', snapshot }],
    problems: [...history.problems, ...problems],
  }
}

function withSnapshots(facts: readonly Fact[], { activeWorkflows, problems }: HeardHistory): Translated {
  if (activeWorkflows === undefined || activeWorkflows === 'unreadable') return { facts, problems }
  const told = activeWorkflows.map((workflow) => snapshotOf(workflow))
  const snapshots = told.flatMap(({ snapshot }) => snapshot ?? [])
  return {
    facts: [...facts, { type: 'workflow-snapshots', snapshots }],
    problems: [...problems, ...told.flatMap((each) => each.problems)],
  }
}

function messageFact(message: HeardMessage, fallbackAt: number): Fact {
  const translated: HistoryMessage = {
    messageId: message.messageId as MessageId, // brands are given where the wire ends
    role: message.role,
    text: message.text,
    runId: null,
    at: message.createdAt ?? fallbackAt,
    intentId: message.clientMessageId,
    revision: 0,
    ...(message.actions === undefined ? {} : { actions: decodeReplyActions(message.actions) }),
    ...(message.isScripted ? { isScripted: true } : {}),
  }
  return { type: 'history-message', message: translated }
}

function conversationEvent(event: WorkflowHubEvent, form: DecodedForm): ConversationEvent {
  const envelope = { runId: null, seq: event.seq, at: event.at, eventId: null }
  // Brands are given where the wire ends.
  switch (event.type) {
    case 'WorkflowStarted':
      return {
        type: 'workflow-started',
        ...envelope,
        workflowId: event.workflowId as WorkflowId,
        name: event.name,
      }
    case 'WorkflowCompleted':
      return { type: 'workflow-ended', ...envelope, workflowId: event.workflowId as WorkflowId }
    case 'WorkflowCancelled':
      return { type: 'workflow-cancelled', ...envelope, workflowId: event.workflowId as WorkflowId }
    case 'WorkflowFailed':
      return {
        type: 'workflow-failed',
        ...envelope,
        workflowId: event.workflowId as WorkflowId,
        error: event.error || null,
      }
    case 'WorkflowStepStarted':
      return { type: 'step-started', ...stepEnvelope(event), message: event.message }
    case 'WorkflowInterventionRequired':
      return { type: 'form-required', ...stepEnvelope(event), message: event.message, ...form }
    case 'WorkflowStepCompleted':
      return { type: 'step-completed', ...stepEnvelope(event) }
    case 'WorkflowStepFailed':
      return { type: 'step-failed', ...stepEnvelope(event), error: event.error }
  }
}

function stepEnvelope(event: Extract<WorkflowHubEvent, { readonly stepId: string }>): StepEnvelope {
  return {
    runId: null,
    seq: event.seq,
    at: event.at,
    eventId: null,
    // Brands are given where the wire ends.
    workflowId: event.workflowId as WorkflowId | null,
    stepId: event.stepId as StepId,
    ...besideOf(event),
  }
}

function besideOf({ lane, canRetry, isScripted }: HeardBeside): HeardBeside {
  return {
    ...(lane === undefined ? {} : { lane }),
    ...(canRetry === undefined ? {} : { canRetry }),
    ...(isScripted === undefined ? {} : { isScripted }),
  }
}

function snapshotOf(workflow: HeardWorkflow | null): {
  readonly snapshot: WorkflowSnapshot | null
  readonly problems: readonly string[]
} {
  if (workflow === null) return { snapshot: null, problems: [] }
  const { pendingIntervention } = workflow
  const form = pendingIntervention && formOf(pendingIntervention)
  const formsBeside = workflow.furtherInterventions.map(formOf)
  const snapshot: WorkflowSnapshot = {
    workflowId: workflow.workflowId as WorkflowId, // brands are given where the wire ends
    name: workflow.name,
    status: workflow.status === 'awaiting_input' ? 'awaiting-input' : workflow.status,
    ...(workflow.error === undefined ? {} : { error: workflow.error }),
    currentStep: workflow.currentStep as StepId | null,
    steps: workflow.steps.map(snapshotStep),
    form,
    ...(formsBeside.length === 0 ? {} : { formsBeside }),
    seq: workflow.seq,
    // Where it began is where it stands: its end may be younger than messages that came after its beginning.
    at: workflow.startedAt ?? workflow.updatedAt,
  }
  return { snapshot, problems: [form, ...formsBeside].flatMap((each) => each?.problems ?? []) }
}

const formOf = ({ stepId, message, dataPoints }: HeardIntervention): SnapshotForm => ({
  stepId: stepId as StepId, // brands are given where the wire ends
  message,
  ...decodeDataPoints(dataPoints),
})

function snapshotStep(step: HeardStep): SnapshotStep {
  return {
    stepId: step.stepId as StepId, // brands are given where the wire ends
    message: step.message,
    status: step.status === 'awaiting_input' ? 'awaiting-input' : step.status,
    error: step.error,
    ...besideOf(step),
  }
}
