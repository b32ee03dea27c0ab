import type { Effect, Moment, Run, RunInput, RunSeed, Verdict } from '@threadwork/engine'

/** The pure part: what a run does with an input. */
export interface Kernel {
  createRun(seed: RunSeed, now: number): Run
  transition(run: Run, input: RunInput, moment: Moment): readonly [Run, readonly Effect[]]
  judge(run: Run, input: RunInput): Verdict
}
