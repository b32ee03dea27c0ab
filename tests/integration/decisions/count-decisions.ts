import { playDecision } from './play-decision.ts'

export interface CountedDecisions {
  readonly played: number
  readonly wrong: readonly string[]
  /** Decisions that had no effect, and said so. */
  readonly unsent: number
}

/** Plays many decisions, each kind in turn. `isBlind` is the control: an outbox that sends again without looking. */
export const countDecisions = async (
  seed: number,
  runs: number,
  isBlind = false,
): Promise<CountedDecisions> => {
  const wrong: string[] = []
  let unsent = 0
  for (let run = 0; run < runs; run += 1) {
    const { action, circumstance, isKeyed, effects, faults } = await playDecision(seed + run, isBlind)
    if (effects === 0) unsent += 1
    const keys = isKeyed ? 'with keys' : 'without keys'
    if (faults.length > 0)
      wrong.push(`SEED=${seed + run}: ${action}, ${circumstance}, ${keys}: ${faults.join('; ')}`)
  }
  return { played: runs, wrong, unsent }
}
