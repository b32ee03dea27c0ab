import fc from 'fast-check'
import { playSchedule, type Act, type ScheduleOptions } from './play-schedule.ts'

const types: readonly Act['type'][] = [
  'open',
  'close',
  'crash',
  'freeze',
  'hang',
  'go-on',
  'hide',
  'send',
  'send',
  'event',
  'event',
  'event',
  'lossy',
]

const act: fc.Arbitrary<Act> = fc.record({
  type: fc.constantFrom(...types),
  tab: fc.nat(4),
  ms: fc.constantFrom(0, 10, 50, 250, 600, 2500),
})

/** What happens to the tabs of a browser, in any order. */
export const schedule: fc.Arbitrary<readonly Act[]> = fc.array(act, { minLength: 3, maxLength: 25 })

/** Two that have a stream for longer than this would both believe to lead. In virtual milliseconds. */
export const longestHandover = 500
/** Whatever happens to a leader. In virtual milliseconds. */
export const longestReopening = 3000

/** What is wrong with one schedule, in words. */
export const judgeSchedule = async (
  options: ScheduleOptions,
): Promise<{ readonly wrong: readonly string[]; readonly double: number; readonly gap: number }> => {
  const { wrong, longestDouble, longestGap } = await playSchedule(options)
  const late = longestGap > longestReopening ? [`nobody had a stream for ${longestGap} ms`] : []
  const twice = longestDouble > longestHandover ? [`two had a stream for ${longestDouble} ms`] : []
  return { wrong: [...wrong, ...twice, ...late], double: longestDouble, gap: longestGap }
}

export interface CountedSchedules {
  readonly wrong: readonly string[]
  readonly longestDouble: number
  readonly longestGap: number
}

/** Plays as many drawn schedules, and keeps the first thing that is wrong with each. */
export const countSchedules = async (
  seed: number,
  runs: number,
  options: Pick<ScheduleOptions, 'delivery' | 'isAlone'> = {},
): Promise<CountedSchedules> => {
  const wrong: string[] = []
  let longestDouble = 0
  let longestGap = 0
  for (const [number, acts] of fc.sample(schedule, { seed, numRuns: runs }).entries()) {
    const judged = await judgeSchedule({ seed: seed + number, acts, ...options })
    longestDouble = Math.max(longestDouble, judged.double)
    longestGap = Math.max(longestGap, judged.gap)
    const [first] = judged.wrong
    if (first !== undefined) wrong.push(`schedule ${number}: ${first}`)
  }
  return { wrong, longestDouble, longestGap }
}
