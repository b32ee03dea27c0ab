import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTurnstile } from './turnstile.ts'

const seed = Number(process.env['SEED'] ?? 13)
const waiting = new AbortController().signal

test('lets the next in when one leaves, once, in the order of their coming', async () => {
  const turnstile = createTurnstile(1)
  const came: string[] = []
  const first = await turnstile.enter(waiting)
  const second = turnstile.enter(waiting).then((leave) => came.push('second') && leave)
  const third = turnstile.enter(waiting).then((leave) => came.push('third') && leave)

  first?.()
  first?.()
  await second
  await Promise.resolve()

  expect(came).toEqual(['second'])
  const leave = await second
  if (leave) leave()
  await third
  expect(came).toEqual(['second', 'third'])
})

test('gives the place of nobody to those who gave up', async () => {
  const turnstile = createTurnstile(1)
  const impatient = new AbortController()
  const leave = await turnstile.enter(waiting)
  const gone = turnstile.enter(impatient.signal)
  const patient = turnstile.enter(waiting)

  impatient.abort()
  leave?.()

  expect(await gone).toBeNull()
  expect(await patient).toBeTypeOf('function')
  expect(await turnstile.enter(AbortSignal.abort())).toBeNull()
})

test(`never lets in more than there are places, and loses no place (SEED=${seed})`, async () => {
  const steps = fc.array(fc.constantFrom('enter', 'leave', 'give-up'), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), steps, async (places, drawn) => {
      const turnstile = createTurnstile(places)
      const inside: (() => void)[] = []
      const queue: AbortController[] = []
      let most = 0
      const come = (controller: AbortController) =>
        turnstile.enter(controller.signal).then((leave) => {
          if (leave) most = Math.max(most, inside.push(leave))
        })
      for (const step of drawn) {
        const controller = new AbortController()
        if (step === 'enter') {
          queue.push(controller)
          void come(controller)
        }
        if (step === 'leave') inside.shift()?.()
        if (step === 'give-up') queue.pop()?.abort()
        await Promise.resolve()
        await Promise.resolve()
      }
      while (inside.length > 0) {
        inside.shift()?.()
        await new Promise((resolve) => void setTimeout(resolve))
      }

      const all = await Promise.all(Array.from({ length: places }, () => turnstile.enter(waiting)))

      expect(most).toBeLessThanOrEqual(places)
      expect(all.every((leave) => leave !== null)).toBe(true)
    }),
    { seed, numRuns: 100 },
  )
})
