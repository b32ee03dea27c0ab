import type { DataPoint } from './form.ts'
import type { FormRequired, StepEnvelope } from './events.ts'
import type { StepId } from './ids.ts'
import type { StepStatus, WorkflowStatus } from './items.ts'

/** A step while the log is folded. */
export interface StepDraft {
  readonly stepId: StepId
  message: string
  status: StepStatus
  error: string | null
  attempts: number
  /** `null`: the main lane. */
  lane: string | null
  canRetry: boolean | null
  isScripted: boolean
}

/** A step's form; `rounds` counts how often it was asked for. */
export interface FormDraft {
  readonly stepId: StepId
  message: string
  dataPoints: readonly DataPoint[]
  problems: readonly string[]
  rounds: number
  /** Server time of the first asking, where the wire told it. */
  readonly at: number | null
}

/** A workflow, folded so far. Mutable; `foldWorkflow` continues it or starts anew. */
export interface WorkflowFold {
  name: string
  status: WorkflowStatus
  /** Why it halted as a whole. */
  error: string | null
  readonly steps: StepDraft[]
  readonly forms: Map<StepId, FormDraft>
  count: number
  shuffles: number
}

/** What an event or a snapshot tells of a step, beside what became of it. */
export type ToldStep = Pick<StepEnvelope, 'stepId' | 'lane' | 'canRetry' | 'isScripted'> & {
  readonly message: string
}

/** Whether something happens at a step. */
export const isActive = (status: StepStatus): boolean => status === 'running' || status === 'awaiting-input'

/** Whether the workflow goes on. */
export const isAlive = ({ status }: WorkflowFold): boolean =>
  status === 'running' || status === 'awaiting-input'

const isFinal = ({ status }: WorkflowFold): boolean => status === 'completed' || status === 'cancelled'

export const findStep = (fold: WorkflowFold, stepId: StepId): StepDraft | undefined =>
  fold.steps.find((step) => step.stepId === stepId)

// Linear progression: what comes later implies that what came before in its lane is done. Lanes go on side by side.
const completeBefore = (fold: WorkflowFold, step: StepDraft): void => {
  for (const earlier of fold.steps) {
    if (earlier === step) return
    if (earlier.status === 'pending' || earlier.lane !== step.lane) continue
    earlier.status = 'completed'
    earlier.error = null
  }
}

const learn = (step: StepDraft, told: ToldStep): void => {
  step.lane = told.lane ?? step.lane
  step.canRetry = told.canRetry ?? step.canRetry
  step.isScripted = told.isScripted === true || step.isScripted
}

export const addStep = (fold: WorkflowFold, told: ToldStep, status: StepStatus): StepDraft => {
  const { stepId, message } = told
  const step: StepDraft = {
    stepId,
    message,
    status,
    error: null,
    attempts: 1,
    lane: null,
    canRetry: null,
    isScripted: false,
  }
  learn(step, told)
  fold.steps.push(step)
  return step
}

/** The step that is told of, with what is newly known of it; `undefined` before it was heard of. */
export const knownStep = (fold: WorkflowFold, told: ToldStep): StepDraft | undefined => {
  const step = findStep(fold, told.stepId)
  if (step) learn(step, told)
  return step
}

const hasWaiting = (fold: WorkflowFold, isOf: (step: StepDraft) => boolean): boolean =>
  fold.steps.some((step) => step.status === 'awaiting-input' && isOf(step))

const anyLane = (): boolean => true
const isBeside = ({ lane }: StepDraft): boolean => lane !== null

// A companion changes nothing of how the workflow stands, but whether anything in it waits for the person.
const goOn = (fold: WorkflowFold, step: StepDraft, status: 'running' | 'awaiting-input'): void => {
  if (step.lane === null) {
    fold.error = null
    fold.status = status === 'running' && hasWaiting(fold, isBeside) ? 'awaiting-input' : status
  } else if (isAlive(fold) || fold.status === 'ended')
    fold.status = hasWaiting(fold, anyLane) ? 'awaiting-input' : 'running'
}

/** Brings a step to life. A completed step stays completed: its start is a stale duplicate. `null`: nothing to do. */
export const activate = (
  fold: WorkflowFold,
  told: ToldStep,
  status: 'running' | 'awaiting-input',
): StepDraft | null => {
  const known = knownStep(fold, told)
  if (known?.status === 'completed' || isFinal(fold)) return null
  const step = known ?? addStep(fold, told, status)
  if (known?.status === 'failed') step.attempts += 1
  step.status = status
  step.error = null
  if (told.message !== '') step.message = told.message
  completeBefore(fold, step)
  goOn(fold, step, status)
  return step
}

export type AskedForm = Pick<FormRequired, 'message' | 'dataPoints' | 'problems' | 'at'> &
  Omit<ToldStep, 'message'>

export const ask = (fold: WorkflowFold, asked: AskedForm, isAgain: boolean): void => {
  const wasWaiting = findStep(fold, asked.stepId)?.status === 'awaiting-input'
  const step = activate(fold, { ...asked, message: '' }, 'awaiting-input')
  if (!step) return
  if (step.message === '') step.message = asked.message
  const form = fold.forms.get(asked.stepId)
  if (!form) {
    const { stepId, message, dataPoints, problems, at } = asked
    fold.forms.set(stepId, { stepId, message, dataPoints, problems, rounds: 1, at })
    return
  }
  form.message = asked.message
  form.dataPoints = asked.dataPoints
  form.problems = asked.problems
  // A snapshot that repeats a form which is open is no second question; an event is.
  if (isAgain || !wasWaiting) form.rounds += 1
}

export const complete = (fold: WorkflowFold, told: ToldStep): void => {
  const step = knownStep(fold, told) ?? addStep(fold, told, 'completed')
  step.status = 'completed'
  step.error = null
  completeBefore(fold, step)
  if (fold.status === 'awaiting-input' || (fold.status === 'halted' && step.lane === null))
    goOn(fold, step, 'running')
}

/** Fail-fast is the main lane's: a companion that fails ends its own lane and nothing else. */
export const fail = (fold: WorkflowFold, told: ToldStep, error: string): void => {
  if (isFinal(fold)) return
  const step = knownStep(fold, told) ?? addStep(fold, told, 'failed')
  if (step.status === 'completed') return
  step.status = 'failed'
  step.error = error
  completeBefore(fold, step)
  if (step.lane === null) fold.status = 'halted'
  else goOn(fold, step, 'running')
}

const leaveActive = (fold: WorkflowFold, status: StepStatus): void => {
  for (const step of fold.steps) if (isActive(step.status)) step.status = status
}

// A step that failed stays failed: an end after it is not a success. What a companion still did when the end came, the
// end may have cut short.
export const finish = (fold: WorkflowFold): void => {
  if (fold.status === 'cancelled') return
  for (const step of fold.steps)
    if (isActive(step.status)) step.status = step.lane === null ? 'completed' : 'unknown'
  const hasFailed = fold.steps.some((step) => step.status === 'failed' && step.lane === null)
  fold.status = hasFailed || fold.error !== null ? 'halted' : 'completed'
}

/** The workflow failed as a whole: nothing of it runs any more, and a retry may revive it. */
export const halt = (fold: WorkflowFold, error: string | null): void => {
  if (isFinal(fold)) return
  fold.error = error
  fold.status = 'halted'
  leaveActive(fold, 'unknown')
}

export const cancel = (fold: WorkflowFold): void => {
  if (fold.status === 'completed') return
  fold.status = 'cancelled'
  leaveActive(fold, 'cancelled')
}

// Also of one that halted, nothing goes on: its companions neither.
export const abandon = (fold: WorkflowFold): void => {
  const wasAlive = isAlive(fold)
  leaveActive(fold, 'unknown')
  if (wasAlive) fold.status = 'ended'
}
