import { conformance, decodeScenarios } from '@threadwork/testing'
import scenarios from '@threadwork/testing/scenarios.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { startOwnBackend } from './own-backend.ts'

test('a backend in a process of its own is held to the rules, as the README of testing shows', async () => {
  // A few scenarios show the way, the adapter's own suite plays them all.
  const chosen = decodeScenarios(scenarios).filter(({ id }) => ['A01', 'B02', 'D02'].includes(id))

  const backend = await startOwnBackend()
  const results = await conformance(() => backend.createSubject(), { scenarios: chosen, patience: 1000 })
  await backend.stop()

  expect(results.filter(({ problem }) => problem !== null)).toEqual([])
  expect(results.length).toBeGreaterThan(3)
}, 180_000)
