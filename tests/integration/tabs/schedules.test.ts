import fc from 'fast-check'
import { expect, test } from 'vitest'
import { playSchedule, type Act } from './play-schedule.ts'

const seed = Number(process.env['SEED'] ?? 20_261_121)
const runs = Number(process.env['RUNS'] ?? 120)

const act: fc.Arbitrary<Act> = fc.record({
  type: fc.constantFrom<Act['type'][]>(
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
  ),
  tab: fc.nat(4),
  ms: fc.constantFrom(0, 10, 50, 250, 600, 2500),
})

/** Two that have a stream for longer than this would both believe to lead. */
const handover = 500
/** Whatever happens to a leader, in virtual milliseconds. */
const reopening = 3000

test('never has two streams for longer than a handover, and every tab shows what a fresh one reads', async () => {
  let longestDouble = 0
  let longestGap = 0

  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(act, { minLength: 3, maxLength: 25 }), async (drawn, acts) => {
      const played = await playSchedule({ seed: drawn, acts })
      longestDouble = Math.max(longestDouble, played.longestDouble)
      longestGap = Math.max(longestGap, played.longestGap)
      expect(played.wrong).toEqual([])
      expect(played.longestDouble).toBeLessThanOrEqual(handover)
      expect(played.longestGap).toBeLessThanOrEqual(reopening)
    }),
    { seed, numRuns: runs },
  )

  console.log(
    `tabs: longest with two streams ${longestDouble} ms, longest without ${longestGap} ms, SEED=${seed}`,
  )
})
