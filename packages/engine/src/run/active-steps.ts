import type { Run, Step, StepStatus } from './run.ts'

/** Whether nothing can happen to a run any more. */
export const isOver = (run: Run): boolean => run.status === 'completed' || run.status === 'cancelled'

/** The steps that are under way, and the failed one that the run waits at. */
export const activeSteps = (run: Run): readonly Step[] =>
  run.steps.filter((step) => isUnderWay(step) || isHalting(run, step))

const underWay: ReadonlySet<StepStatus> = new Set(['running', 'asking', 'sleeping', 'choosing'])

/** Whether something still has to come for a step. */
export const isUnderWay = (step: Step): boolean => underWay.has(step.status)

/** Whether a run is failed because of this step, and goes on when it is retried. */
export const isHalting = (run: Run, step: Step): boolean =>
  run.status === 'failed' &&
  step.status === 'failed' &&
  run.lanes.some((lane) => lane.id === step.laneId && lane.stepId === step.id)

/** The step of this id; `undefined` if the run has none. */
export const stepOf = (run: Run, stepId: string): Step | undefined =>
  run.steps.find((step) => step.id === stepId)
