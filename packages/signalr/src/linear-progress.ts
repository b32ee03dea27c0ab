import type { HubEvent } from './wire-event.ts'

/** Watches whether a workflow goes on as a linear one does: one step at a time, each once. */
export interface ProgressWatch {
  /** A sentence when the event breaks that order, for the inspector; `null` when it keeps it. */
  readonly judge: (event: HubEvent) => string | null
  /** Events may have been missed: nothing that came before counts any more. */
  readonly forget: () => void
}

type StepEvent = Extract<HubEvent, { readonly stepId: string }>

interface Progress {
  /** `undefined`: what came before this connection is not known. */
  active: string | null | undefined
  readonly completed: Set<string>
  seq: number
}

const judgeBegin = (progress: Progress, stepId: string): string | null => {
  const { active, completed } = progress
  progress.active = stepId
  if (completed.has(stepId)) return `out of order: step ${stepId} began again after it was completed`
  return typeof active === 'string' && active !== stepId
    ? `out of order: step ${stepId} began before step ${active} was over`
    : null
}

const judgeEnd = (progress: Progress, { type, stepId }: StepEvent): string | null => {
  const { active, completed } = progress
  const isRepeated = completed.has(stepId)
  progress.active = null
  // A step that failed may be tried again, or passed over where it was not critical.
  if (type !== 'WorkflowStepFailed') completed.add(stepId)
  if (isRepeated) return `out of order: step ${stepId} ended a second time`
  return active === undefined || active === stepId
    ? null
    : `out of order: step ${stepId} ended, but it was not the one under way`
}

const judgeCompletion = ({ active }: Progress): string | null =>
  typeof active === 'string' ? `out of order: the workflow completed before step ${active} was over` : null

/** Starts to watch a connection's events. */
export function createProgressWatch(): ProgressWatch {
  const workflows = new Map<string, Progress>()
  let newest = ''

  const progressOf = (workflowId: string, isFresh: boolean): Progress => {
    const known = workflows.get(workflowId)
    if (known) return known
    const progress = { active: isFresh ? null : undefined, completed: new Set<string>(), seq: 0 }
    workflows.set(workflowId, progress)
    return progress
  }

  return {
    judge: (event) => {
      if (event.type === 'MessageReceived') return null
      newest = event.workflowId ?? newest
      const progress = progressOf(newest, event.type === 'WorkflowStarted')
      // The same event again is no violation: it counts once.
      if (event.seq !== null && event.seq <= progress.seq) return null
      progress.seq = event.seq ?? progress.seq
      switch (event.type) {
        case 'WorkflowStarted':
          return null
        case 'WorkflowStepStarted':
        case 'WorkflowInterventionRequired':
          return judgeBegin(progress, event.stepId)
        case 'WorkflowStepCompleted':
        case 'WorkflowStepFailed':
          return judgeEnd(progress, event)
        case 'WorkflowCompleted':
          return judgeCompletion(progress)
      }
    },
    forget: () => workflows.clear(),
  }
}
