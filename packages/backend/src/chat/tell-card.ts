import type { RunEvent } from '@threadwork/engine'
import type { HubEventBodies, HubEventName } from '@threadwork/signalr/wire'
import { type BackendContext, isoTime } from '../context.ts'
import { type EventBody, emit, speak } from './emit.ts'
import { judgedBy } from './judged-by.ts'
import { isShownStep } from './shown-step.ts'
import type { Telling } from './telling.ts'
import { livingTurn } from './turns.ts'

/** Tells a run as a card with steps: the stream of its turn, and the hub. */
export function tellCard(context: BackendContext, telling: Telling, event: RunEvent): void {
  switch (event.type) {
    case 'workflow-started':
      // A story that only speaks needs no card; what is a card by its own choice begins with it.
      if (telling.told.record.run.workflow.settings.presentation === 'card') openCard(context, telling)
      return
    case 'step-started':
      if (!isShownStep(telling.told.record.run, event.stepId)) return
      openCard(context, telling)
      return tellStepStarted(context, telling, event)
    case 'step-completed':
      if (isShownStep(telling.told.record.run, event.stepId)) tellStepCompleted(context, telling, event)
      return
    case 'step-failed':
      openCard(context, telling)
      return tellStepFailed(context, telling, event)
    case 'workflow-completed':
      if (!hasCard(context, telling)) return
      return tell(context, telling, {
        name: 'WorkflowCompleted',
        hub: named(telling),
        stream: { type: 'workflow.completed', workflow_id: telling.told.runId },
      })
    case 'workflow-failed':
      return tellFailure(context, telling, event.error)
    case 'workflow-cancelled':
      return tellCancelled(context, telling)
    case 'said':
    case 'question-asked':
    case 'question-answered':
      return
  }
}

const hasCard = (context: BackendContext, { told }: Telling): boolean =>
  context.store.get('tellings', told.runId)?.hasCard === true

/** Begins the card, once. */
export function openCard(context: BackendContext, telling: Telling): void {
  const known = context.store.get('tellings', telling.told.runId)
  if (!known || known.hasCard) return
  context.store.put('tellings', { ...known, hasCard: true })
  const { name } = telling.told.record.run.workflow
  tell(context, telling, {
    name: 'WorkflowStarted',
    hub: { ...named(telling), name },
    stream: { type: 'workflow.started', workflow_id: telling.told.runId, name },
  })
}

type StepEvent = Extract<RunEvent, { readonly laneId: string }>

/** What each wire says beside a step: its lane, and whether a real model judged. */
export function besideStep(
  context: BackendContext,
  { told }: Telling,
  { stepId, laneId }: StepEvent,
): StepBeside {
  const judge = judgedBy(context, told.record.run, stepId)
  return {
    hub: {
      stepId,
      ...(laneId === 'main' ? {} : { lane: laneId }),
      ...(judge === null ? {} : { judgedBy: judge }),
    },
    stream: {
      workflow_id: told.runId,
      step_id: stepId,
      ...(laneId === 'main' ? {} : { lane: laneId }),
      ...(judge === null ? {} : { judged_by: judge }),
    },
  }
}

interface StepBeside {
  readonly hub: { readonly stepId: string; readonly lane?: string; readonly judgedBy?: string }
  readonly stream: {
    readonly workflow_id: string
    readonly step_id: string
    readonly lane?: string
    readonly judged_by?: string
  }
}

function tellStepStarted(
  context: BackendContext,
  telling: Telling,
  event: Extract<RunEvent, { readonly type: 'step-started' }>,
): void {
  const { message } = event
  const { hub, stream } = besideStep(context, telling, event)
  tell(context, telling, {
    name: 'WorkflowStepStarted',
    hub: { ...hub, message },
    stream: { type: 'workflow.step_started', ...stream, message },
  })
}

function tellStepCompleted(context: BackendContext, telling: Telling, event: StepEvent): void {
  const { hub, stream } = besideStep(context, telling, event)
  tell(context, telling, {
    name: 'WorkflowStepCompleted',
    hub,
    stream: { type: 'workflow.step_completed', ...stream },
  })
}

function tellStepFailed(
  context: BackendContext,
  telling: Telling,
  event: Extract<RunEvent, { readonly type: 'step-failed' }>,
): void {
  const { error, canRetry } = event
  const { hub, stream } = besideStep(context, telling, event)
  tell(context, telling, {
    name: 'WorkflowStepFailed',
    hub: { ...hub, error, canRetry },
    stream: { type: 'workflow.step_failed', ...stream, error, can_retry: canRetry },
  })
}

function tellFailure(context: BackendContext, telling: Telling, error: string): void {
  if (!hasCard(context, telling)) return
  tell(context, telling, {
    name: 'WorkflowFailed',
    hub: { ...named(telling), error },
    stream: { type: 'workflow.failed', workflow_id: telling.told.runId, error },
  })
}

function tellCancelled(context: BackendContext, telling: Telling): void {
  if (!hasCard(context, telling)) return
  tell(context, telling, {
    name: 'WorkflowCancelled',
    hub: named(telling),
    stream: { type: 'workflow.cancelled', workflow_id: telling.told.runId },
  })
  const turn = livingTurn(context, telling.turnId)
  const { name } = telling.told.record.run.workflow
  if (turn) {
    const text = `I stopped “${name}”. What was done until then stays done.`
    speak(context, turn, text, { saidBy: telling.told.runId })
  }
}

const named = ({ told }: Telling): { readonly workflowId: string } => ({ workflowId: told.runId })

/** An event of a workflow's card, as each wire says it; `null` where a wire tells it otherwise. */
export interface CardEvent<Name extends HubEventName> {
  readonly name: Name
  readonly hub: HubEventBodies[Name]
  readonly stream: EventBody | null
}

/** Tells both wires of one event of a card, under the next number of its telling. */
export function tell<Name extends HubEventName>(
  context: BackendContext,
  { told, turnId, conversationId }: Telling,
  { name, hub, stream }: CardEvent<Name>,
): void {
  const known = context.store.get('tellings', told.runId)
  if (!known) return
  const seq = known.seq + 1
  context.store.put('tellings', { ...known, seq })
  const envelope = { conversationId, workflowId: told.runId, seq, at: isoTime(told.event.at) }
  context.broadcast(conversationId, name, { ...envelope, ...hub })
  const turn = livingTurn(context, turnId)
  if (turn && stream) emit(context, turn, { ...stream, workflow_seq: seq })
}
