import { expect, test } from 'vitest'
import * as backend from './index.ts'
import * as node from './node.ts'

test('exports these names for everywhere, and these for Node', () => {
  expect(Object.keys(backend).toSorted()).toEqual([
    'HubError',
    'ModelError',
    'SecretError',
    'createBackend',
    'createCodeRunner',
    'createFetchHttp',
    'createHub',
    'createIntentMatcher',
    'createKeyring',
    'createMemoryStore',
    'createScriptedModel',
    'createSealer',
    'createSkippingClock',
    'createVirtualClock',
    'keptKey',
    'scenarios',
    'systemClock',
    'systemRandom',
    'userFromHeader',
  ])
  expect(Object.keys(node).toSorted()).toEqual([
    'attachHub',
    'createModel',
    'createNodeCodeRunner',
    'createNodePorts',
    'createSqliteStore',
    'createUserinfo',
    'listen',
    'readConfig',
    'serveBackend',
    'startBackend',
  ])
})
