import type { DataPoint } from '../form/data-point.ts'

interface StepBase {
  /** Unique in its workflow. */
  readonly id: string
  /** What a person reads while the step is active; for an intervention the form's introduction. */
  readonly message: string
  /** `halt` stops the workflow until a retry; `continue` notes the failure and goes on. */
  readonly onFailure: 'halt' | 'continue'
}

/** The host performs `action` with `input` and reports how it went. */
export interface ActionStep extends StepBase {
  readonly type: 'action'
  readonly action: string
  readonly input: Readonly<Record<string, unknown>>
  /** Milliseconds until the step counts as failed. */
  readonly timeoutMs: number
}

/** A person fills in a form. It waits as long as it takes. */
export interface InterventionStep extends StepBase {
  readonly type: 'intervention'
  readonly dataPoints: readonly DataPoint[]
}

export type Step = ActionStep | InterventionStep

/** A workflow as plain JSON: steps that run strictly one after the other. */
export interface Workflow {
  readonly id: string
  readonly name: string
  readonly steps: readonly Step[]
}
