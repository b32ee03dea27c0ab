import { expect, test } from 'vitest'
import { createSkippingClock } from './skipping-clock.ts'
import { createVirtualClock } from './virtual-clock.ts'

test('calls what falls due in a stretch that is left out, in its order and at its own time', () => {
  const clock = createSkippingClock(createVirtualClock(0))
  const calls: (readonly [string, number])[] = []
  const note = (name: string) => () => calls.push([name, clock.now()])

  clock.after(3 * 86_400_000, note('three days'))
  clock.after(1000, () => {
    note('a second')()
    clock.after(3_600_000, note('an hour behind it'))
  })
  clock.skip(3 * 86_400_000)

  expect(calls).toEqual([
    ['a second', 1000],
    ['an hour behind it', 3_601_000],
    ['three days', 259_200_000],
  ])
  expect(clock.now()).toBe(259_200_000)
})

test('tells how long it is to the next appointment', () => {
  const clock = createSkippingClock(createVirtualClock(0))
  const withNone = clock.untilNext()

  clock.after(5000, () => {})
  clock.after(2000, () => {})
  clock.skip(500)

  expect(withNone).toBe(Infinity)
  expect(clock.untilNext()).toBe(1500)
})

test('runs on like its base after a skip, and calls nothing twice', async () => {
  const base = createVirtualClock(0)
  const clock = createSkippingClock(base)
  const calls: number[] = []

  clock.after(10_000, () => calls.push(clock.now()))
  clock.after(500, () => calls.push(clock.now()))
  clock.skip(6000)
  await base.advance(3999)
  expect(calls).toEqual([500])
  await base.advance(1)
  await base.advance(60_000)

  expect(calls).toEqual([500, 10_000])
})

test('forgets what was taken back', () => {
  const clock = createSkippingClock(createVirtualClock(0))
  let calls = 0

  const cancel = clock.after(10, () => (calls += 1))
  cancel()
  clock.skip(100)

  expect(calls).toBe(0)
})
