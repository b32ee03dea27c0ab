import { type Run, activeStep } from '@threadwork/engine/linear'
import type { ActiveWorkflow, WireStepStatus, WireWorkflowStatus } from '@threadwork/signalr/wire'
import { type BackendContext, isoTime } from '../context.ts'

const runStatuses: Readonly<Record<Run['status'], WireWorkflowStatus | null>> = {
  created: 'running',
  running: 'running',
  'awaiting-input': 'awaiting_input',
  halted: 'halted',
  completed: 'completed',
  // There is no word for it: a cancelled workflow is no longer active.
  cancelled: null,
}

/** The newest workflow of a conversation as the history tells it; one that was completed stays, so that its end is known. */
export function activeWorkflow(context: BackendContext, conversationId: string): ActiveWorkflow | null {
  const run = context.store.list('workflows', conversationId).at(-1)?.run
  const status = run ? runStatuses[run.status] : null
  if (!run || !status) return null
  const active = activeStep(run)
  return {
    workflowId: run.id,
    name: run.workflow.name,
    status,
    currentStep: active?.step.id ?? null,
    steps: run.workflow.steps.map((step, index) => {
      const state = run.steps[index]
      return {
        stepId: step.id,
        message: step.message,
        status: stepStatus(state?.status),
        ...(state?.error ? { error: state.error } : {}),
      }
    }),
    ...(active?.step.type === 'intervention'
      ? {
          pendingIntervention: {
            stepId: active.step.id,
            message: active.step.message,
            dataPoints: active.step.dataPoints,
          },
        }
      : {}),
    startedAt: isoTime(run.startedAt),
    updatedAt: isoTime(run.updatedAt),
    seq: run.seq,
  }
}

const stepStatus = (status: Run['steps'][number]['status'] | undefined): WireStepStatus =>
  status === 'awaiting-input' ? 'awaiting_input' : (status ?? 'pending')
