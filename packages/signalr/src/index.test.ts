import { expect, test } from 'vitest'
import * as door from './index.ts'
import { hubUrlFor } from './signalr-transport.ts'
import * as wire from './wire.ts'

test('the package exports these names and no others', () => {
  expect(Object.keys(door).toSorted()).toEqual(['hearHubEvent', 'reconnectPolicy', 'signalr'])
  expect(Object.keys(wire).toSorted()).toEqual(['hubEventFields', 'hubEventNames'])
})

test.each([
  ['/api/chat', '/hubs/chat'],
  ['/api/chat/', '/hubs/chat'],
  ['https://host.example/base/api/chat', 'https://host.example/base/hubs/chat'],
  ['https://host.example', 'https://host.example/hubs/chat'],
])('the hub of %s is %s', (url, hubUrl) => {
  expect(hubUrlFor(url)).toBe(hubUrl)
})
