/** Calls `url` once when at least `threshold` (0 to 1) of the last `runs` finished runs failed. */
export interface ErrorRateHook {
  readonly url: string
  readonly threshold: number
  readonly runs: number
}

/** What ends a run that goes round in circles. */
export interface RunBudget {
  /** The most node visits of one run. */
  readonly steps: number
  /** The most edges followed one after the other without anything to wait for. */
  readonly hops: number
  /** The most milliseconds that a run is active; time in which it waits for a person or a delay does not count. */
  readonly activeMs: number
}

/** How a workflow's runs are told in a conversation: as one card with steps, or as the turn's own skills and messages. */
export type Presentation = 'card' | 'turn'

export interface WorkflowSettings {
  /** The most runs at once; 0 means the team's limit. Never more than that. */
  readonly concurrency: number
  /** Whether a run that waits for a person or a delay keeps its slot. */
  readonly holdsSlotWhileWaiting: boolean
  /** Said in the conversation when a run fails; `null` says nothing more than the failed step. */
  readonly fallbackMessage: string | null
  readonly errorRateHook: ErrorRateHook | null
  readonly budget: RunBudget
  readonly presentation: Presentation
}

export const defaultSettings: WorkflowSettings = {
  concurrency: 0,
  holdsSlotWhileWaiting: false,
  fallbackMessage: null,
  errorRateHook: null,
  budget: { steps: 500, hops: 100, activeMs: 600_000 },
  presentation: 'card',
}
