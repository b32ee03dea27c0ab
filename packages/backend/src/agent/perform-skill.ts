import type { Json } from '@threadwork/engine'
import type { Perform, Performed } from '../perform/perform.ts'
import { outputOf } from './skill-outputs.ts'

/** Waits for scripted milliseconds; ends early when the signal aborts. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

interface SkillPorts {
  readonly wait: Wait
  readonly now: () => number
}

/**
 * Plays a skill of the agent: it takes `input.ms` scripted milliseconds and gives what such a job leaves behind, or fails
 * with `input.error`. No other system is involved.
 */
export const createSkillPlayer =
  ({ wait, now }: SkillPorts): Perform<'skill'> =>
  async ({ skill, input }, { signal }): Promise<Performed> => {
    await wait(Number(input['ms'] ?? 0), signal)
    const { error, outcome } = input
    if (typeof error === 'string') return { type: 'failed', error }
    // What a job leaves is JSON.
    const result = (outputOf(skill, now()) ?? null) as Json
    return { type: 'succeeded', output: outcome === undefined ? { result } : { result, outcome } }
  }
