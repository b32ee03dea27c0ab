import { type RunInput, judge } from './input.ts'
import {
  type FormValues,
  type Run,
  type RunEvent,
  type RunStatus,
  type StepState,
  activeStep,
} from './run.ts'
import type { ActionStep, InterventionStep } from './workflow.ts'

/** What the host is to do after a transition, in this order. */
export type Effect =
  | { readonly type: 'emit'; readonly event: RunEvent }
  | { readonly type: 'perform'; readonly step: ActionStep; readonly attempt: number }
  | { readonly type: 'ask'; readonly step: InterventionStep }
  /** Report `step-timed-out` at `at` (milliseconds since 1970), unless the attempt has been answered. */
  | {
      readonly type: 'schedule-timeout'
      readonly stepId: string
      readonly attempt: number
      readonly at: number
    }

/** Time as the host sees it, in milliseconds since 1970. */
export interface Moment {
  readonly now: number
}

// `Omit` on a union keeps only what its members share; this keeps each member whole.
type Unnumbered<Event> = Event extends unknown ? Omit<Event, 'runId' | 'seq' | 'at'> : never

interface Draft {
  run: Run
  readonly effects: Effect[]
  readonly now: number
}

/**
 * The next run and what is to be done for it. Pure and total: an input that the run does not take
 * (see `judge`) gives the same run and no effects, so that duplicates and late answers change nothing.
 */
export function transition(run: Run, input: RunInput, { now }: Moment): readonly [Run, readonly Effect[]] {
  if (judge(run, input).type !== 'taken') return [run, []]
  const draft: Draft = { run: { ...run, updatedAt: now }, effects: [], now }
  apply(draft, input)
  return [draft.run, draft.effects]
}

function apply(draft: Draft, input: RunInput): void {
  switch (input.type) {
    case 'start':
      // A run begins when its first event says so, however long it lay there before.
      draft.run = { ...draft.run, startedAt: draft.now }
      emit(draft, { type: 'workflow-started', name: draft.run.workflow.name })
      return startStep(draft, 0)
    case 'step-succeeded':
      return completeStep(draft, input.stepId)
    case 'step-failed':
      return failStep(draft, input.stepId, input.error)
    case 'step-timed-out':
      return failStep(draft, input.stepId, timeoutMessage(draft.run, input.stepId))
    case 'form-submitted':
      keepAnswer(draft, input.stepId, input.values)
      return completeStep(draft, input.stepId)
    case 'retry':
      return startStep(draft, indexOf(draft.run, input.stepId))
    case 'cancel':
      return cancel(draft)
  }
}

const indexOf = (run: Run, stepId: string): number => run.steps.findIndex((step) => step.stepId === stepId)

function timeoutMessage(run: Run, stepId: string): string {
  const step = run.workflow.steps[indexOf(run, stepId)]
  const seconds = step?.type === 'action' ? step.timeoutMs / 1000 : 0
  return `The step did not answer within ${seconds} s and was stopped.`
}

function startStep(draft: Draft, index: number): void {
  const step = draft.run.workflow.steps[index]
  const attempt = (draft.run.steps[index]?.attempt ?? 0) + 1
  if (!step) return complete(draft)
  emit(draft, { type: 'step-started', stepId: step.id, message: step.message })
  if (step.type === 'intervention') {
    change(draft, index, { status: 'awaiting-input', attempt, error: null }, 'awaiting-input')
    emit(draft, {
      type: 'intervention-required',
      stepId: step.id,
      message: step.message,
      dataPoints: step.dataPoints,
    })
    draft.effects.push({ type: 'ask', step })
    return
  }
  change(draft, index, { status: 'running', attempt, error: null }, 'running')
  draft.effects.push({ type: 'perform', step, attempt })
  draft.effects.push({ type: 'schedule-timeout', stepId: step.id, attempt, at: draft.now + step.timeoutMs })
}

function completeStep(draft: Draft, stepId: string): void {
  const index = indexOf(draft.run, stepId)
  change(draft, index, { status: 'completed' }, 'running')
  emit(draft, { type: 'step-completed', stepId })
  startStep(draft, index + 1)
}

function failStep(draft: Draft, stepId: string, error: string): void {
  const index = indexOf(draft.run, stepId)
  const goesOn = draft.run.workflow.steps[index]?.onFailure === 'continue'
  change(draft, index, { status: 'failed', error }, goesOn ? 'running' : 'halted')
  emit(draft, { type: 'step-failed', stepId, error })
  if (goesOn) startStep(draft, index + 1)
}

function complete(draft: Draft): void {
  draft.run = { ...draft.run, status: 'completed' }
  emit(draft, { type: 'workflow-completed' })
}

function cancel(draft: Draft): void {
  const stepId = draft.run.status === 'halted' ? null : (activeStep(draft.run)?.step.id ?? null)
  draft.run = { ...draft.run, status: 'cancelled' }
  emit(draft, { type: 'workflow-cancelled', stepId })
}

function keepAnswer(draft: Draft, stepId: string, values: FormValues): void {
  const own: Record<string, unknown> = Object.assign(Object.create(null), values)
  draft.run = { ...draft.run, answers: { ...draft.run.answers, [stepId]: own } }
}

function change(draft: Draft, index: number, patch: Partial<StepState>, status: RunStatus): void {
  const steps = draft.run.steps.map((state, at) => (at === index ? { ...state, ...patch } : state))
  draft.run = { ...draft.run, steps, status }
}

function emit(draft: Draft, event: Unnumbered<RunEvent>): void {
  const seq = draft.run.seq + 1
  draft.run = { ...draft.run, seq }
  draft.effects.push({ type: 'emit', event: { ...event, runId: draft.run.id, seq, at: draft.now } })
}
