import type { DataPoint } from '../form/data-point.ts'
import type { Step, Workflow } from './workflow.ts'

export type StepStatus = 'pending' | 'running' | 'awaiting-input' | 'completed' | 'failed'

export interface StepState {
  readonly stepId: string
  readonly status: StepStatus
  /** How often it was started. An answer that names an older attempt is ignored. */
  readonly attempt: number
  readonly error: string | null
}

/** `halted`: a step failed, and only a retry or a cancellation goes on. */
export type RunStatus = 'created' | 'running' | 'awaiting-input' | 'halted' | 'completed' | 'cancelled'

/** Values by field key, with no prototype, so that a key can never reach one. */
export type FormValues = Readonly<Record<string, unknown>>

/** One execution of a workflow, as plain JSON. It keeps the definition that it was started with. */
export interface Run {
  readonly id: string
  readonly workflow: Workflow
  readonly status: RunStatus
  readonly steps: readonly StepState[]
  /** What a person submitted, by step id. */
  readonly answers: Readonly<Record<string, FormValues>>
  /** The number of its newest event; 0 before the first. */
  readonly seq: number
  /** Milliseconds since 1970, as the host's clock told them. */
  readonly startedAt: number
  readonly updatedAt: number
}

interface RunEventBase {
  readonly runId: string
  /** Counts the run's events from 1, without gaps. */
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What a run tells the world, in order. */
export type RunEvent = RunEventBase &
  (
    | { readonly type: 'workflow-started'; readonly name: string }
    | { readonly type: 'step-started'; readonly stepId: string; readonly message: string }
    | {
        readonly type: 'intervention-required'
        readonly stepId: string
        readonly message: string
        readonly dataPoints: readonly DataPoint[]
      }
    | { readonly type: 'step-completed'; readonly stepId: string }
    | { readonly type: 'step-failed'; readonly stepId: string; readonly error: string }
    | { readonly type: 'workflow-completed' }
    /** `stepId`: the step that was under way, if one was. */
    | { readonly type: 'workflow-cancelled'; readonly stepId: string | null }
  )

/** A run that has not started. `id` names it everywhere; `now` is in milliseconds since 1970. */
export function createRun(workflow: Workflow, id: string, now: number): Run {
  const steps = workflow.steps.map((step): StepState => ({
    stepId: step.id,
    status: 'pending',
    attempt: 0,
    error: null,
  }))
  return { id, workflow, status: 'created', steps, answers: {}, seq: 0, startedAt: now, updatedAt: now }
}

/** The step that runs, waits for a person or halted the run; `null` when there is none. */
export function activeStep(run: Run): { readonly step: Step; readonly state: StepState } | null {
  if (run.status !== 'running' && run.status !== 'awaiting-input' && run.status !== 'halted') return null
  const wanted = run.status === 'halted' ? 'failed' : run.status
  // The newest one: a failed step whose workflow went on stays failed behind it.
  for (let index = run.steps.length - 1; index >= 0; index -= 1) {
    const state = run.steps[index]
    const step = run.workflow.steps[index]
    if (state && step && state.status === wanted) return { step, state }
  }
  return null
}

/** Whether nothing can happen to the run any more. */
export const isOver = (run: Run): boolean => run.status === 'completed' || run.status === 'cancelled'
