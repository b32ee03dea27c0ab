import type { StepStatus, WorkflowItem, WorkflowStep } from '@threadwork/core'

/** Where a workflow's main lane stands. `current` is the step that something happens at, from 1; 0 before the first. */
export interface WorkflowProgress {
  readonly done: number
  readonly total: number
  readonly current: number
  readonly step: WorkflowStep | null
  /** How many companions run or wait beside it. */
  readonly beside: number
}

const isAlive: ReadonlySet<StepStatus> = new Set(['running', 'awaiting-input', 'failed'])

/** Whether a step is the main lane's. Companions run beside it, and count for no progress. */
export const isMain = ({ lane }: WorkflowStep): boolean => !lane

const isUnderWay = ({ status }: WorkflowStep): boolean => status === 'running' || status === 'awaiting-input'

/** Counts the steps that are done and finds the one that is under way, waits or failed. */
export const progressOf = ({ steps: all }: Pick<WorkflowItem, 'steps'>): WorkflowProgress => {
  const steps = all.filter(isMain)
  const done = steps.filter((step) => step.status === 'completed').length
  const alive = steps.findLastIndex((step) => isAlive.has(step.status))
  const index = alive >= 0 ? alive : done - 1
  const beside = all.filter((step) => !isMain(step) && isUnderWay(step)).length
  return { done, total: steps.length, current: index + 1, step: steps[index] ?? null, beside }
}

/** Whether anything can still happen in the workflow without a person reviving it. */
export const isActive = (item: Pick<WorkflowItem, 'status'>): boolean =>
  item.status === 'running' || item.status === 'awaiting-input'
