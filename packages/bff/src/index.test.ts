import { expect, test } from 'vitest'
import * as bff from './index.ts'
import * as node from './node.ts'

test('exports these names and no others', () => {
  expect(Object.keys(bff).sort()).toEqual(['BffError', 'createBff', 'readConfig', 'securityHeaders'])
  expect(Object.keys(node).sort()).toEqual(['attachBff', 'serveBff'])
})
