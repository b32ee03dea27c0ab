import { expect, test } from 'vitest'
import * as engine from './index.ts'

test('exports these names and no others', () => {
  expect(Object.keys(engine).toSorted()).toEqual([
    'activeSteps',
    'compilePattern',
    'conditionProblems',
    'createRun',
    'createScope',
    'dataPointsSchema',
    'defaultSettings',
    'delayPresets',
    'dialects',
    'diffGraphs',
    'fillSecrets',
    'holds',
    'isAssignable',
    'isOver',
    'isReservedName',
    'isReservedVariable',
    'isVariableName',
    'judge',
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
    'transition',
    'validateValues',
  ])
})
