import { test } from 'vitest'
import { expectConvergence, seed } from './expect-convergence.ts'

test(
  `a session over its port alone shows in the end what was drawn, and does each thing once, through any weather (SEED=${seed})`,
  () => expectConvergence('port', 1500),
  1_200_000,
)
