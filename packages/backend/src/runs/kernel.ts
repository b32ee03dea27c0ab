import type { Effect, Moment, Run, RunInput, RunSeed } from '@threadwork/engine'

/** Whether a run would take an input, and why not. `errors`: sentences by field key. */
export type Verdict =
  | { readonly type: 'taken' }
  /** Answered before. */
  | { readonly type: 'done' }
  | { readonly type: 'over' }
  | { readonly type: 'unknown-step' }
  | { readonly type: 'invalid'; readonly errors: Readonly<Record<string, readonly string[]>> }

/** The pure part: what a run does with an input. */
export interface Kernel {
  createRun(seed: RunSeed, now: number): Run
  transition(run: Run, input: RunInput, moment: Moment): readonly [Run, readonly Effect[]]
  judge(run: Run, input: RunInput): Verdict
}
