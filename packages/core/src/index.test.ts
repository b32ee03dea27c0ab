import { expect, it } from 'vitest'
import * as forms from './forms.ts'
import * as core from './index.ts'
import * as inspect from './inspect.ts'

it('exports these names and no others', () => {
  expect(Object.keys(core).toSorted()).toEqual([
    'ThreadworkError',
    'answerOf',
    'askedFields',
    'canonicalJson',
    'createDataPoint',
    'createIntent',
    'createLedger',
    'createOutbox',
    'createRecovery',
    'createSession',
    'createStore',
    'dataPointTypes',
    'decodeDataPoints',
    'decodeReplyActions',
    'digestOfCall',
    'emptyState',
    'emptyValues',
    'explainPhase',
    'isBlank',
    'mirrorAcross',
    'phaseOf',
    'reduce',
    'stepOutbox',
    'stepRecovery',
    'submittedOption',
    'submittedValues',
    'telemetry',
    'toControlValue',
    'validateField',
  ])
})

it('exports these names of the forms and no others', () => {
  expect(Object.keys(forms).toSorted()).toEqual([
    'decodeElicitation',
    'decodeForm',
    'decodeJsonSchema',
    'decodeParameterSchema',
    'editedParameters',
  ])
})

it('exports these names for inspectors and tapes and no others', () => {
  expect(Object.keys(inspect).toSorted()).toEqual([
    'createRedactor',
    'createTapeWriter',
    'decodeTape',
    'encodeTape',
    'factsOf',
    'itemsShowing',
    'openTape',
    'phaseGroundsOf',
    'recordTape',
  ])
})
