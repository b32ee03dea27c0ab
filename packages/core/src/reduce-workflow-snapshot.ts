import type { SnapshotStep, WorkflowSnapshot } from './facts.ts'
import type { StepId } from './ids.ts'
import {
  activate,
  addStep,
  ask,
  cancel,
  fail,
  findStep,
  finish,
  halt,
  knownStep,
  type WorkflowFold,
} from './reduce-workflow-step.ts'

// Something that came later in the step's own lane was heard of already.
const isStale = (fold: WorkflowFold, current: StepId): boolean => {
  const index = fold.steps.findIndex((step) => step.stepId === current)
  const step = fold.steps[index]
  if (!step) return false
  if (step.status === 'completed') return true
  return fold.steps.slice(index + 1).some(({ lane, status }) => lane === step.lane && status !== 'pending')
}

const mergeCompleted = (fold: WorkflowFold, told: SnapshotStep): void => {
  const step = knownStep(fold, told) ?? addStep(fold, told, 'completed')
  step.status = 'completed'
  step.error = null
}

const mergeStep = (fold: WorkflowFold, told: SnapshotStep): void => {
  const known = knownStep(fold, told)
  // The current step follows below, from `currentStep`; others are told as what is still to come.
  if (!known) {
    const isOver = told.status === 'failed' || told.status === 'cancelled'
    addStep(fold, told, isOver ? told.status : 'pending').error = told.error
  } else if (known.message === '') known.message = told.message
}

// `currentStep` names the main lane's: a companion's own status says where it is.
const mergeCompanion = (fold: WorkflowFold, told: SnapshotStep): void => {
  if (isStale(fold, told.stepId)) return
  switch (told.status) {
    case 'running':
    case 'awaiting-input':
      return void activate(fold, told, told.status)
    case 'failed':
      // A workflow that is over takes no failure, but nobody may have told of this step before.
      mergeStep(fold, told)
      return fail(fold, told, told.error ?? '')
    case 'pending':
    case 'cancelled':
    case 'completed':
      return mergeStep(fold, told)
  }
}

const foldCurrent = (fold: WorkflowFold, snapshot: WorkflowSnapshot, current: StepId): void => {
  const told = snapshot.steps.find((step) => step.stepId === current)
  const step = told ?? { stepId: current, message: '' }
  if (snapshot.form?.stepId === current) return ask(fold, { ...step, ...snapshot.form, at: null }, false)
  if (snapshot.status === 'failed' || snapshot.status === 'halted' || told?.status === 'failed')
    return fail(fold, step, told?.error ?? '')
  activate(fold, step, 'running')
}

// In the order of the list, so that a companion finds the step that it stands below.
const mergeSteps = (fold: WorkflowFold, snapshot: WorkflowSnapshot, current: StepId | null): void => {
  for (const told of snapshot.steps) {
    if (told.status === 'completed') mergeCompleted(fold, told)
    else if (told.lane && told.stepId !== current) mergeCompanion(fold, told)
    else mergeStep(fold, told)
    if (told.stepId === current) foldCurrent(fold, snapshot, current)
  }
  if (current !== null && !snapshot.steps.some(({ stepId }) => stepId === current))
    foldCurrent(fold, snapshot, current)
  orderSteps(fold, snapshot)
}

// Who joins late hears of a step before they read of those that came before it. What the snapshot does not list keeps
// its place: a backend may tell no more than the current step.
const orderSteps = (fold: WorkflowFold, { steps }: WorkflowSnapshot): void => {
  const places = new Map(steps.map(({ stepId }, index) => [stepId, index]))
  const placeOf = ({ stepId }: { readonly stepId: StepId }): number => places.get(stepId) ?? 0
  const listed = fold.steps
    .filter(({ stepId }) => places.has(stepId))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
  fold.steps.forEach((step, index) => {
    if (places.has(step.stepId)) fold.steps[index] = listed.shift() ?? step
  })
}

// A companion that asks is not the current step: its form is asked for beside.
const foldFormsBeside = (
  fold: WorkflowFold,
  { form, formsBeside = [], ...snapshot }: WorkflowSnapshot,
): void => {
  for (const each of form ? [form, ...formsBeside] : formsBeside) {
    if (each.stepId === snapshot.currentStep) continue
    const told = snapshot.steps.find((step) => step.stepId === each.stepId)
    if (told?.lane && findStep(fold, each.stepId)?.status !== 'completed')
      ask(fold, { ...told, ...each, at: null }, false)
  }
}

// Where a step failed, that step says why; else the workflow failed as a whole.
const foldFailure = (fold: WorkflowFold, { status, error, currentStep }: WorkflowSnapshot): void => {
  if (status !== 'failed' && status !== 'halted') return
  if (error || currentStep === null) halt(fold, error ?? null)
}

// Someone else's event said that the current step is completed.
const takeBackCompleted = (fold: WorkflowFold, { steps, currentStep }: WorkflowSnapshot): void => {
  const told = steps.find(({ stepId }) => stepId === currentStep)
  const known = currentStep === null ? undefined : findStep(fold, currentStep)
  if (known?.status === 'completed' && told?.status !== 'completed') known.status = 'running'
}

/**
 * Joins what the history says of the workflow. It is authoritative, but never moves a step backwards, unless it is
 * confirmed.
 */
export const foldSnapshot = (fold: WorkflowFold, snapshot: WorkflowSnapshot, isConfirmed = false): void => {
  fold.name = snapshot.name
  const { status, currentStep } = snapshot
  if (status === 'cancelled') {
    mergeSteps(fold, snapshot, null)
    return cancel(fold)
  }
  if (isConfirmed) takeBackCompleted(fold, snapshot)
  else if (currentStep !== null && isStale(fold, currentStep)) return
  if (fold.status === 'ended') fold.status = 'running'
  mergeSteps(fold, snapshot, status === 'completed' ? null : currentStep)
  if (status === 'completed') return finish(fold)
  foldFormsBeside(fold, snapshot)
  foldFailure(fold, snapshot)
}
