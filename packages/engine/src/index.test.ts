import { expect, test } from 'vitest'
import * as engine from './index.ts'

test('exports these names and no others', () => {
  expect(Object.keys(engine).toSorted()).toEqual(['defaultSettings', 'optionValues', 'validateValues'])
})
