import { type Run, activeStep, isOver } from './run.ts'
import { type FieldErrors, validateValues } from '../form/validate-values.ts'

/** What can happen to a run. Answers of the host name the attempt that they answer. */
export type RunInput =
  | { readonly type: 'start' }
  | { readonly type: 'step-succeeded'; readonly stepId: string; readonly attempt: number }
  | {
      readonly type: 'step-failed'
      readonly stepId: string
      readonly attempt: number
      readonly error: string
    }
  | { readonly type: 'step-timed-out'; readonly stepId: string; readonly attempt: number }
  | {
      readonly type: 'form-submitted'
      readonly stepId: string
      readonly values: Readonly<Record<string, unknown>>
    }
  | { readonly type: 'retry'; readonly stepId: string }
  | { readonly type: 'cancel' }

/** Whether a run takes an input now, and if not, why. `done`: it was taken before; `over`: its moment has passed. */
export type Verdict =
  | { readonly type: 'taken' }
  | { readonly type: 'done' }
  | { readonly type: 'over' }
  | { readonly type: 'unknown-step' }
  | { readonly type: 'invalid'; readonly errors: FieldErrors }

const taken: Verdict = { type: 'taken' }
const done: Verdict = { type: 'done' }
const over: Verdict = { type: 'over' }

/** Judges an input without applying it; `transition` applies exactly what is `taken` here. */
export function judge(run: Run, input: RunInput): Verdict {
  switch (input.type) {
    case 'start':
      return run.status === 'created' ? taken : done
    case 'cancel':
      return isOver(run) ? over : taken
    case 'form-submitted':
      return judgeForm(run, input.stepId, input.values)
    case 'retry':
      return judgeRetry(run, input.stepId)
    case 'step-succeeded':
    case 'step-failed':
    case 'step-timed-out':
      return isCurrentAttempt(run, input.stepId, input.attempt) ? taken : over
  }
}

function isCurrentAttempt(run: Run, stepId: string, attempt: number): boolean {
  const active = activeStep(run)
  return (
    run.status === 'running' &&
    active !== null &&
    active.step.id === stepId &&
    active.state.attempt === attempt
  )
}

function judgeForm(run: Run, stepId: string, values: object): Verdict {
  const step = run.workflow.steps.find((candidate) => candidate.id === stepId)
  if (!step || step.type !== 'intervention') return { type: 'unknown-step' }
  const state = run.steps.find((candidate) => candidate.stepId === stepId)
  if (state?.status === 'completed') return done
  if (run.status !== 'awaiting-input' || activeStep(run)?.step.id !== stepId) return over
  const errors = validateValues(step.dataPoints, values)
  return Object.keys(errors).length > 0 ? { type: 'invalid', errors } : taken
}

function judgeRetry(run: Run, stepId: string): Verdict {
  const state = run.steps.find((candidate) => candidate.stepId === stepId)
  if (!state) return { type: 'unknown-step' }
  if (run.status === 'halted' && activeStep(run)?.step.id === stepId) return taken
  if (isOver(run)) return over
  return state.status === 'running' || state.status === 'completed' ? done : over
}
