import { expect } from 'vitest'
import { keepFigure } from '../../figures/figure.ts'
import { countSchedules } from './count-schedules.ts'
import type { Way } from './play-schedule.ts'

// The same schedules for every change, so that a red run is the change's; other SEEDs roam.
export const seed: number = Number(process.env['SEED'] ?? 42)

/** Plays as many schedules, or as many as `RUNS` says, and expects each to end in the conversation that was drawn. */
export const expectConvergence = async (way: Way, usual: number): Promise<void> => {
  const runs = Number(process.env['RUNS'] ?? usual)

  const { played, wrong, caught, muddled } = await countSchedules({ way, seed, runs })

  keepFigure({
    goal: `Fault schedules over ${way} that end in the drawn conversation, in every check`,
    count: played,
    passed: played - wrong.length,
    failed: wrong.length,
    worst: wrong[0] ?? (muddled > 0 ? `${muddled} with workflows that nobody could tell apart` : ''),
    seed,
    command: `SEED=${seed} npx vitest run --project unit tests/integration/schedules/${way}.test.ts`,
  })
  expect(wrong).toEqual([])
  // The controls: if clients that know nothing better passed too, these schedules would show nothing.
  for (const count of caught.values()) expect(count / played).toBeGreaterThan(played > 20 ? 0.5 : -1)
}
