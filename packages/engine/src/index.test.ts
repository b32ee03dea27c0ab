import { expect, test } from 'vitest'
import * as engine from './index.ts'

test('exports these names and no others', () => {
  expect(Object.keys(engine).toSorted()).toEqual([
    'compilePattern',
    'conditionProblems',
    'createScope',
    'dataPointsSchema',
    'defaultSettings',
    'delayPresets',
    'fillSecrets',
    'holds',
    'isAssignable',
    'isReservedName',
    'isReservedVariable',
    'isVariableName',
    'kindOf',
    'maskSecrets',
    'nodeKinds',
    'operators',
    'optionValues',
    'readConfig',
    'render',
    'renderJson',
    'renderText',
    'reservedVariables',
    'scopeRoots',
    'templatePaths',
    'validateValues',
  ])
})
