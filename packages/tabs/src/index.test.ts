import { expect, test } from 'vitest'
import * as tabs from './index.ts'

test('exports these names and no others', () => {
  expect(Object.keys(tabs).toSorted()).toEqual(['acrossTabs', 'browserNeighbours'])
})
