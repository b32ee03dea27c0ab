import { describe, expect, test } from 'vitest'
import { playSchedule } from './play-schedule.ts'

// The same schedules for every change, so that a red run is the change's; other SEEDs roam.
const seed = Number(process.env['SEED'] ?? 42)
const runs = Number(process.env['RUNS'] ?? 3000)

describe(`a session through any weather (SEED=${seed})`, () => {
  test('shows in the end what was drawn, and does each thing once', async () => {
    const wrong: string[] = []
    let naivelyWrong = 0

    for (let run = 0; run < runs; run += 1) {
      const { faults, isNaiveWrong } = await playSchedule(seed + run)
      if (faults.length > 0) wrong.push(`SEED=${seed + run} RUNS=1: ${faults.join('; ')}`)
      if (isNaiveWrong) naivelyWrong += 1
    }

    expect(wrong).toEqual([])
    // The control: if a client that only replays passed too, these schedules would show nothing.
    expect(naivelyWrong / runs).toBeGreaterThan(runs > 20 ? 0.6 : -1)
  })
})
