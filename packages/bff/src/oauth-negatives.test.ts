import { expect, test } from 'vitest'
import { seedOfRun } from './fixtures/gate/draw.ts'
import { tellFigure } from './fixtures/gate/figure.ts'
import {
  runCallbackAttacks,
  runProviderBreaks,
  runReturnPaths,
  runTokenFaults,
} from './fixtures/gate/oauth-negatives.ts'

const seed = seedOfRun()

test('makes no session of a callback that was changed, copied, crossed or played again', async () => {
  const figure = await runCallbackAttacks(seed)

  console.log(tellFigure(figure))
  expect(figure.count).toBeGreaterThanOrEqual(28)
  expect(figure).toMatchObject({ failed: 0, worst: '' })
})

test('makes no session of false tokens, and one of honest ones', async () => {
  const figure = await runTokenFaults(seed)

  console.log(tellFigure(figure))
  expect(figure.count).toBeGreaterThanOrEqual(40)
  expect(figure).toMatchObject({ failed: 0, worst: '' })
})

test('finds the client that believes what a token says', async () => {
  const figure = await runTokenFaults(seed, true)

  expect(figure.failed).toBeGreaterThan(15)
})

test('finds the client that compares nothing of a callback', async () => {
  const figure = await runCallbackAttacks(seed, true)

  expect(figure.failed).toBeGreaterThan(8)
})

test('makes no session while the provider is away or is not itself', async () => {
  const figure = await runProviderBreaks(seed)

  console.log(tellFigure(figure))
  expect(figure).toMatchObject({ failed: 0, worst: '' })
})

test('sends nobody out of the app after a sign-in', async () => {
  const figure = await runReturnPaths(seed)

  console.log(tellFigure(figure))
  expect(figure.count).toBeGreaterThanOrEqual(60)
  expect(figure).toMatchObject({ failed: 0, worst: '' })
})
