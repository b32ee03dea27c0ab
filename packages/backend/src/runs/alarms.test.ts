import { expect, test } from 'vitest'
import { createVirtualClock } from '../virtual-clock.ts'
import { createAlarms, longestTimerMs } from './alarms.ts'

test('waits on when a timer of the platform is early by its own clock', async () => {
  const clock = createVirtualClock(0)
  // Node's timers do this: they round, and `Date.now` does too.
  const early = {
    now: () => clock.now(),
    after: (ms: number, callback: () => void) => clock.after(ms > 1 ? ms - 1 : ms, callback),
  }
  const calls: number[] = []
  const alarms = createAlarms(early, () => calls.push(clock.now()))

  alarms.arm('a', 200)
  await clock.advance(199)
  expect(calls).toEqual([])
  await clock.advance(1)

  expect(calls).toEqual([200])
})

test('calls back once, however far away the moment is', async () => {
  const clock = createVirtualClock(0)
  const calls: number[] = []
  const alarms = createAlarms(clock, () => calls.push(clock.now()))
  const dueAt = 3 * longestTimerMs + 5

  alarms.arm('a', dueAt)
  await clock.advance(dueAt - 1)
  expect(calls).toEqual([])
  await clock.advance(longestTimerMs)

  expect(calls).toEqual([dueAt])
  expect(alarms.size).toBe(0)
})
