import { naiveClients } from './naive-client.ts'
import { playSchedule, type Way } from './play-schedule.ts'

export interface Counted {
  readonly played: number
  /** Each schedule that went wrong, with the seed that repeats it. */
  readonly wrong: readonly string[]
  /** How often each control was caught. */
  readonly caught: ReadonlyMap<string, number>
  /** Schedules of which a workflow was not judged: the wire did not say whose its events were. */
  readonly muddled: number
}

export interface CountOptions {
  readonly way: Way
  readonly seed: number
  readonly runs: number
  /** Stops early where it says so; what was played until then counts. */
  readonly isEnough?: () => boolean
}

/** Plays many schedules, each with a seed of its own. */
export const countSchedules = async ({
  way,
  seed,
  runs,
  isEnough = () => false,
}: CountOptions): Promise<Counted> => {
  const wrong: string[] = []
  const caught = new Map(Object.keys(naiveClients).map((name) => [name, 0]))
  let played = 0
  let muddled = 0
  while (played < runs && !isEnough()) {
    const { faults, wrongControls, isMuddled } = await playSchedule(seed + played, { way })
    if (isMuddled) muddled += 1
    if (faults.length > 0) wrong.push(`${way} SEED=${seed + played} RUNS=1: ${faults.join('; ')}`)
    for (const name of wrongControls) caught.set(name, (caught.get(name) ?? 0) + 1)
    played += 1
    // Weak references let go of what they hold only between turns of the loop.
    await new Promise((done) => setImmediate(done))
  }
  return { played, wrong, caught, muddled }
}
