import { expect, it } from 'vitest'
import * as testing from './index.ts'

it('can be imported where there is no Node', () => {
  expect(testing.memoryStorage().read('nothing')).toBeNull()
})
