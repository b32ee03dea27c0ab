import { afterAll, beforeAll, test } from 'vitest'
import { expectConvergence, seed } from './expect-convergence.ts'
import { prepareHubs } from './hub-network.ts'

let restore = (): void => undefined

beforeAll(async () => {
  restore = await prepareHubs()
})
afterAll(() => restore())

test(
  `a session over a hub shows in the end what was drawn, and does each thing once, through any weather (SEED=${seed})`,
  () => expectConvergence('signalr', 20_000),
  1_200_000,
)
