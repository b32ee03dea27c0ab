import type { DataPoint } from './form.ts'
import type { FormRequired, WorkflowEvent } from './events.ts'
import type { SnapshotStep, WorkflowSnapshot } from './facts.ts'
import type { StepId } from './ids.ts'
import type { StepStatus, WorkflowStatus } from './items.ts'
import type { WorkflowEntry, WorkflowLog } from './ledger-workflow.ts'

/** A step while the log is folded. */
export interface StepDraft {
  readonly stepId: StepId
  message: string
  status: StepStatus
  error: string | null
  attempts: number
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
  readonly steps: StepDraft[]
  readonly forms: Map<StepId, FormDraft>
  count: number
  shuffles: number
}

const isActive = (status: StepStatus): boolean => status === 'running' || status === 'awaiting-input'

const find = (fold: WorkflowFold, stepId: StepId): StepDraft | undefined =>
  fold.steps.find((step) => step.stepId === stepId)

// Linear progression: what comes later implies that what came before is done.
const completeBefore = (fold: WorkflowFold, step: StepDraft): void => {
  for (const earlier of fold.steps) {
    if (earlier === step) return
    if (earlier.status !== 'pending') {
      earlier.status = 'completed'
      earlier.error = null
    }
  }
}

const addStep = (fold: WorkflowFold, stepId: StepId, message: string, status: StepStatus): StepDraft => {
  const step: StepDraft = { stepId, message, status, error: null, attempts: 1 }
  fold.steps.push(step)
  return step
}

/** Brings a step to life. A completed step stays completed: its start is a stale duplicate. `null`: nothing to do. */
const activate = (
  fold: WorkflowFold,
  stepId: StepId,
  message: string,
  status: 'running' | 'awaiting-input',
): StepDraft | null => {
  const known = find(fold, stepId)
  if (known?.status === 'completed' || fold.status === 'completed') return null
  const step = known ?? addStep(fold, stepId, message, status)
  if (known?.status === 'failed') step.attempts += 1
  step.status = status
  step.error = null
  if (message !== '') step.message = message
  completeBefore(fold, step)
  fold.status = status
  return step
}

const ask = (
  fold: WorkflowFold,
  event: Pick<FormRequired, 'stepId' | 'message' | 'dataPoints' | 'problems' | 'at'>,
  isAgain: boolean,
): void => {
  const wasWaiting = find(fold, event.stepId)?.status === 'awaiting-input'
  const step = activate(fold, event.stepId, '', 'awaiting-input')
  if (!step) return
  if (step.message === '') step.message = event.message
  const form = fold.forms.get(event.stepId)
  if (!form) {
    const { stepId, message, dataPoints, problems, at } = event
    fold.forms.set(stepId, { stepId, message, dataPoints, problems, rounds: 1, at })
    return
  }
  form.message = event.message
  form.dataPoints = event.dataPoints
  form.problems = event.problems
  // A snapshot that repeats a form which is open is no second question; an event is.
  if (isAgain || !wasWaiting) form.rounds += 1
}

const complete = (fold: WorkflowFold, stepId: StepId): void => {
  const step = find(fold, stepId) ?? addStep(fold, stepId, '', 'completed')
  step.status = 'completed'
  step.error = null
  completeBefore(fold, step)
  if (fold.status === 'awaiting-input' || fold.status === 'halted') fold.status = 'running'
}

const fail = (fold: WorkflowFold, stepId: StepId, error: string): void => {
  if (fold.status === 'completed') return
  const step = find(fold, stepId) ?? addStep(fold, stepId, '', 'failed')
  if (step.status === 'completed') return
  step.status = 'failed'
  step.error = error
  completeBefore(fold, step)
  fold.status = 'halted'
}

// A step that failed stays failed: an end after it is not a success.
const finish = (fold: WorkflowFold): void => {
  for (const step of fold.steps) if (isActive(step.status)) step.status = 'completed'
  fold.status = fold.steps.some((step) => step.status === 'failed') ? 'halted' : 'completed'
}

const abandon = (fold: WorkflowFold): void => {
  if (fold.status !== 'running' && fold.status !== 'awaiting-input') return
  for (const step of fold.steps) if (isActive(step.status)) step.status = 'unknown'
  fold.status = 'ended'
}

const foldEvent = (fold: WorkflowFold, event: WorkflowEvent): void => {
  switch (event.type) {
    case 'workflow-started':
      fold.name = event.name
      return
    case 'step-started':
      activate(fold, event.stepId, event.message, 'running')
      return
    case 'form-required':
      return ask(fold, event, true)
    case 'step-completed':
      return complete(fold, event.stepId)
    case 'step-failed':
      return fail(fold, event.stepId, event.error)
    case 'workflow-ended':
      return finish(fold)
  }
}

const isStale = (fold: WorkflowFold, current: StepId): boolean => {
  const index = fold.steps.findIndex((step) => step.stepId === current)
  if (index === -1) return false
  if (fold.steps[index]?.status === 'completed') return true
  return fold.steps.slice(index + 1).some((step) => step.status !== 'pending')
}

const mergeStep = (fold: WorkflowFold, told: SnapshotStep): void => {
  const known = find(fold, told.stepId)
  if (told.status === 'completed') {
    const step = known ?? addStep(fold, told.stepId, told.message, 'completed')
    step.status = 'completed'
    step.error = null
    return
  }
  // The current step follows below, from `currentStep`; others are told as what is still to come.
  if (!known)
    addStep(fold, told.stepId, told.message, told.status === 'failed' ? 'failed' : 'pending').error =
      told.error
  else if (known.message === '') known.message = told.message
}

const foldCurrent = (fold: WorkflowFold, snapshot: WorkflowSnapshot, current: StepId): void => {
  const told = snapshot.steps.find((step) => step.stepId === current)
  if (snapshot.form?.stepId === current) return ask(fold, { ...snapshot.form, at: null }, false)
  if (snapshot.status === 'failed' || snapshot.status === 'halted' || told?.status === 'failed')
    return fail(fold, current, told?.error ?? '')
  activate(fold, current, told?.message ?? '', 'running')
}

const foldSnapshot = (fold: WorkflowFold, snapshot: WorkflowSnapshot): void => {
  fold.name = snapshot.name
  const { currentStep } = snapshot
  if (currentStep !== null && isStale(fold, currentStep)) return
  if (fold.status === 'ended') fold.status = 'running'
  for (const told of snapshot.steps) mergeStep(fold, told)
  if (snapshot.status === 'completed') finish(fold)
  else if (currentStep !== null) foldCurrent(fold, snapshot, currentStep)
}

const foldEntry = (fold: WorkflowFold, entry: WorkflowEntry): void => {
  switch (entry.type) {
    case 'event':
      return foldEvent(fold, entry.event)
    case 'snapshot':
      return foldSnapshot(fold, entry.snapshot)
    case 'absent':
    case 'superseded':
      return abandon(fold)
  }
}

const createFold = (log: WorkflowLog): WorkflowFold => ({
  name: '',
  status: 'running',
  steps: [],
  forms: new Map(),
  count: 0,
  shuffles: log.shuffles,
})

/** Folds what is new in a workflow's log, or all of it when its past changed. */
export const foldWorkflow = (log: WorkflowLog, known: WorkflowFold | undefined): WorkflowFold => {
  const fold = known !== undefined && known.shuffles === log.shuffles ? known : createFold(log)
  for (; fold.count < log.entries.length; fold.count += 1) {
    const entry = log.entries[fold.count]
    if (entry) foldEntry(fold, entry)
  }
  return fold
}
