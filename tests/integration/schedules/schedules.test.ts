import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countSchedules } from './count-schedules.ts'
import { prepareHubs } from './hub-network.ts'

// The same schedules for every change, so that a red run is the change's; other SEEDs roam.
const seed = Number(process.env['SEED'] ?? 42)
const runs = Number(process.env['RUNS'] ?? 0)

let restore = (): void => undefined

beforeAll(async () => {
  restore = await prepareHubs()
})
afterAll(() => restore())

// Half a minute for each adapter on a quiet machine; the whole count is played by `pnpm torture convergence`.
const samples = { port: 1500, headless: 1500, signalr: 1500 } as const

describe(`a session through any weather (SEED=${seed})`, () => {
  test.each(['port', 'headless', 'signalr'] as const)(
    'over %s shows in the end what was drawn, and does each thing once',
    async (way) => {
      const { played, wrong, caught } = await countSchedules({ way, seed, runs: runs || samples[way] })

      console.info(`${way}: ${played - wrong.length} of ${played} schedules, SEED=${seed}`)
      expect(wrong).toEqual([])
      // The controls: if clients that know nothing better passed too, these schedules would show nothing.
      for (const count of caught.values()) expect(count / played).toBeGreaterThan(played > 20 ? 0.5 : -1)
    },
    600_000,
  )
})
