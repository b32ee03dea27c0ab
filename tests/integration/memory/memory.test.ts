import { expect, test } from 'vitest'
import { weighSession } from './session-heap.ts'
import { slopeOf } from './slope.ts'

// What a chat in Chromium holds is weighed by `pnpm torture memory`.
test('200,000 events leave no more than five bytes of heap each behind 300 rows', async () => {
  const { events, rows, slope } = await weighSession(200_000)

  console.info(`memory: ${slope.toFixed(2)} bytes for each of ${events} events, ${rows} rows`)
  expect(slope).toBeLessThanOrEqual(5)
})

test('a client that keeps every event it hears is caught', async () => {
  const { slope } = await weighSession(40_000, true)

  expect(slope).toBeGreaterThan(50)
})

test('one reading that is off does not make a slope', () => {
  const readings = Array.from({ length: 20 }, (_, index) => ({ done: index * 1000, bytes: 5_000_000 }))

  const bent = readings.map((reading, index) => (index === 10 ? { ...reading, bytes: 5_010_000 } : reading))

  expect(slopeOf(readings)).toBe(0)
  expect(Math.abs(slopeOf(bent))).toBeLessThan(0.1)
})
