import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IdleWork, type Steps } from './idle-work.ts'

const seed = process.env['SEED'] ? Number(process.env['SEED']) : undefined

/** A page whose idle moments come by hand, and steps that take as long as they are told. */
const page = () => {
  let now = 0
  const asked: ((moment: { readonly didTimeout: boolean; timeRemaining(): number }) => void)[] = []
  const done: string[] = []
  const work = new IdleWork(
    (callback) => void asked.push(callback),
    () => now,
  )
  function* steps(name: string, costs: readonly number[]): Steps {
    for (const [index, cost] of costs.entries()) {
      now += cost
      done.push(`${name}${index}`)
      yield
    }
  }
  const idle = (time: number, didTimeout = false): number => {
    const before = now
    asked.shift()?.({ didTimeout, timeRemaining: () => time })
    return now - before
  }
  return { work, steps, idle, done, isWaiting: () => asked.length > 0 }
}

describe('IdleWork', () => {
  it('does nothing before the page is idle', () => {
    const { work, steps, done } = page()

    work.add(steps('a', [1, 1]))

    expect(done).toEqual([])
  })

  it('goes over its time by one step at most, and ends all that was added', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(40), { maxLength: 20 }), { maxLength: 6 }),
        fc.array(fc.nat(60), { minLength: 1 }),
        (works, moments) => {
          const { work, steps, idle, done, isWaiting } = page()
          const longest = Math.max(0, ...works.flat())
          for (const [index, costs] of works.entries())
            work.add(steps(String.fromCharCode(97 + index), costs))

          for (let turn = 0; isWaiting(); turn += 1) {
            const time = moments[turn % moments.length] ?? 0
            expect(idle(time)).toBeLessThanOrEqual(Math.min(10, time) + longest)
          }

          expect(done).toHaveLength(works.flat().length)
        },
      ),
      seed === undefined ? {} : { seed },
    )
  })

  it('takes a short turn where the page is never idle', () => {
    const { work, steps, idle, done } = page()
    work.add(
      steps(
        'a',
        Array.from({ length: 20 }, () => 1),
      ),
    )

    const spent = idle(0, true)

    expect(spent).toBe(10)
    expect(done).toHaveLength(10)
  })

  it('drops what is no longer wanted, and asks for no more moments then', () => {
    const { work, steps, idle, done, isWaiting } = page()
    const first = steps('a', [20, 20])
    work.add(first)
    idle(5)

    work.remove(first)
    idle(5)

    expect(done).toEqual(['a0'])
    expect(isWaiting()).toBe(false)
  })

  it('goes on with the next when one fails', () => {
    const { work, steps, idle, done } = page()
    function* failing(): Steps {
      yield
      throw new Error('planted')
    }
    work.add(failing())
    work.add(steps('b', [1]))

    idle(10)

    expect(done).toEqual(['b0'])
  })
})
