import { conformance, decodeScenarios } from '@threadwork/testing'
import scenarios from '@threadwork/testing/scenarios.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { createHeadlessSubject } from './headless-backend.ts'

const results = await conformance(createHeadlessSubject, {
  scenarios: decodeScenarios(scenarios),
  patience: 200,
})

describe('the Headless API transport over a real socket', () => {
  it.each(results)('$name', ({ problem }) => {
    expect(problem).toBeNull()
  })
})
