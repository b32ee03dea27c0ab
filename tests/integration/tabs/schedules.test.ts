import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSchedules, judgeSchedule, schedule } from './count-schedules.ts'
import type { Act } from './play-schedule.ts'

const seed = Number(process.env['SEED'] ?? 20_261_121)
const runs = Number(process.env['RUNS'] ?? 120)

test.each(['pull', 'push'] as const)(
  'over a %s transport never two streams outlast a handover, and every tab shows what a fresh one reads',
  async (delivery) => {
    let double = 0
    let gap = 0

    await fc.assert(
      fc.asyncProperty(fc.nat(), schedule, async (drawn, acts) => {
        const judged = await judgeSchedule({ seed: drawn, acts, delivery })
        double = Math.max(double, judged.double)
        gap = Math.max(gap, judged.gap)
        expect(judged.wrong).toEqual([])
      }),
      { seed, numRuns: runs },
    )

    console.log(`${delivery}: at most ${double} ms with two streams, ${gap} ms without one, SEED=${seed}`)
  },
)

test.each(['pull', 'push'] as const)(
  'tabs that share nothing over a %s transport fail that',
  async (delivery) => {
    const { wrong } = await countSchedules(seed, 30, { delivery, isAlone: true })

    expect(wrong.length).toBeGreaterThan(0)
  },
)

test('opens the stream at once after a page was frozen in the middle of that, though the lock’s heir hangs', async () => {
  const acts: readonly Act[] = [
    { type: 'hang', tab: 0, ms: 10 },
    { type: 'send', tab: 4, ms: 0 },
    { type: 'open', tab: 3, ms: 250 },
    { type: 'crash', tab: 4, ms: 250 },
    { type: 'crash', tab: 4, ms: 0 },
    { type: 'freeze', tab: 4, ms: 250 },
  ]

  expect(await judgeSchedule({ seed: 1402, acts })).toMatchObject({ wrong: [] })
})
