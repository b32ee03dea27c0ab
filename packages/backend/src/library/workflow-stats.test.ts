import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile } from './workflow-stats.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

test(`finds the smallest value that the share does not exceed (G23, SEED=${seed})`, () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 }),
      fc.constantFrom(0.5, 0.95),
      (values, share) => {
        const found = percentile(values, share)

        const covered = (limit: number): number =>
          values.filter((value) => value <= limit).length / values.length
        const enough = values.filter((value) => covered(value) >= share)
        expect(found).toBe(Math.min(...enough))
      },
    ),
    { seed, numRuns: 500 },
  )
})

test('finds nothing where there is nothing', () => {
  expect(percentile([], 0.5)).toBeNull()
})
