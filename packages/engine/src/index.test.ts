import { expect, test } from 'vitest'
import * as engine from './index.ts'

test('exports these names and no others', () => {
  expect(Object.keys(engine).toSorted()).toEqual([
    'compilePattern',
    'conditionProblems',
    'createScope',
    'defaultSettings',
    'fillSecrets',
    'holds',
    'isAssignable',
    'isReservedName',
    'isReservedVariable',
    'isVariableName',
    'maskSecrets',
    'operators',
    'optionValues',
    'render',
    'renderJson',
    'renderText',
    'reservedVariables',
    'scopeRoots',
    'templatePaths',
    'validateValues',
  ])
})
