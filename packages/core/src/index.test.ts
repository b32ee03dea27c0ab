import { expect, it } from 'vitest'
import * as core from './index.ts'

it('exports these names and no others', () => {
  expect(Object.keys(core).toSorted()).toEqual([
    'ThreadworkError',
    'createIntent',
    'createLedger',
    'createOutbox',
    'createRecovery',
    'createSession',
    'createStore',
    'dataPointTypes',
    'decodeDataPoints',
    'emptyState',
    'emptyValues',
    'phaseOf',
    'reduce',
    'stepOutbox',
    'stepRecovery',
    'validateField',
  ])
})
