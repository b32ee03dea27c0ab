import { describe, expect, it } from 'vitest'
import { virtualClock } from './virtual-clock.ts'

describe('virtualClock', () => {
  it('calls back in the order of time, and of asking at one time', () => {
    const clock = virtualClock()
    const heard: string[] = []
    for (const [ms, name] of [
      [20, 'late'],
      [10, 'first'],
      [10, 'second'],
    ] as const)
      clock.after(ms, () => heard.push(`${name}@${clock.now()}`))

    clock.advance(15)

    expect(heard).toEqual(['first@10', 'second@10'])
    expect(clock.now()).toBe(15)
    expect(clock.pending).toBe(1)
  })

  it('runs timers that timers set, when they fall due within the same step', () => {
    const clock = virtualClock({ now: 100 })
    const heard: number[] = []
    const again = (): void => {
      heard.push(clock.now())
      clock.after(10, again)
    }
    clock.after(10, again)

    clock.advance(35)

    expect(heard).toEqual([110, 120, 130])
  })

  it('forgets a cancelled timer', () => {
    const clock = virtualClock()
    let isCalled = false
    clock.after(1, () => (isCalled = true)).cancel()

    clock.advance(10)

    expect(isCalled).toBe(false)
  })

  it('lets promises settle between timers when it advances asynchronously', async () => {
    const clock = virtualClock()
    const heard: string[] = []
    clock.after(1, () => void Promise.resolve().then(() => heard.push('promise')))
    clock.after(2, () => heard.push('timer'))

    await clock.advanceAsync(2)

    expect(heard).toEqual(['promise', 'timer'])
  })

  it('gives the same numbers for the same seed', () => {
    const draw = (seed: number) => {
      const clock = virtualClock({ seed })
      return Array.from({ length: 5 }, () => clock.random())
    }

    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
    expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true)
  })
})
