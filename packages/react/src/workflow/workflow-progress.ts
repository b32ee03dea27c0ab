import type { StepStatus, WorkflowItem, WorkflowStep } from '@threadwork/core'

/** Where a workflow stands. `current` is the step that something happens at, from 1; 0 before the first. */
export interface WorkflowProgress {
  readonly done: number
  readonly total: number
  readonly current: number
  readonly step: WorkflowStep | null
}

const isAlive: ReadonlySet<StepStatus> = new Set(['running', 'awaiting-input', 'failed'])

/** Counts the steps that are done and finds the one that is under way, waits or failed. */
export const progressOf = ({ steps }: Pick<WorkflowItem, 'steps'>): WorkflowProgress => {
  const done = steps.filter((step) => step.status === 'completed').length
  const alive = steps.findLastIndex((step) => isAlive.has(step.status))
  const index = alive >= 0 ? alive : done - 1
  return { done, total: steps.length, current: index + 1, step: steps[index] ?? null }
}

/** Whether anything can still happen in the workflow without a person reviving it. */
export const isActive = (item: Pick<WorkflowItem, 'status'>): boolean =>
  item.status === 'running' || item.status === 'awaiting-input'
