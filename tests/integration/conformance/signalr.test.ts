import { conformance, decodeScenarios } from '@threadwork/testing'
import scenarios from '@threadwork/testing/scenarios.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { createSignalrSubject } from './signalr-backend.ts'

const results = await conformance(createSignalrSubject, {
  scenarios: decodeScenarios(scenarios),
  wire: 'signalr',
  patience: 400,
})

describe('the SignalR transport over a real socket', () => {
  it.each(results)('$name', ({ problem }) => {
    expect(problem).toBeNull()
  })
})
