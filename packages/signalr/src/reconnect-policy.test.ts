import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { reconnectPolicy } from './reconnect-policy.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }
const below1 = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('a wait is a whole number between nothing and the bound of its attempt', () => {
  fc.assert(
    fc.property(below1, fc.nat(2_000), (random, attempt) => {
      const wait = reconnectPolicy({ base: 1_000, cap: 30_000, random: () => random })(attempt)

      expect(Number.isInteger(wait)).toBe(true)
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(Math.min(30_000, 1_000 * 2 ** attempt))
    }),
    seed,
  )
})

test('the bound doubles with each attempt until the cap, and stays there for ever', () => {
  const wait = reconnectPolicy({ base: 1_000, cap: 30_000, random: () => 0.999_999 })

  const waits = [0, 1, 2, 3, 4, 5, 6, 1_000, 1_000_000].map(wait)

  expect(waits).toEqual([999, 1999, 3999, 7999, 15999, 29999, 29999, 29999, 29999])
})

test('the jitter is full: without luck there is no wait at all', () => {
  const wait = reconnectPolicy({ random: () => 0 })

  expect(wait(20)).toBe(0)
})
