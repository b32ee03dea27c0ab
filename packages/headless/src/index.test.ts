import { expect, test } from 'vitest'
import * as headless from './index.ts'
import * as wire from './wire.ts'

test('exports these names and no others', () => {
  expect(Object.keys(headless).toSorted()).toEqual([
    'RequestError',
    'createHeadlessClient',
    'headless',
    'hearEvent',
    'readEventStream',
  ])
})

test('exports these names of the wire and no others', () => {
  expect(Object.keys(wire).toSorted()).toEqual([
    'CUSTOM_HEADER',
    'EVENT_RETENTION_MS',
    'EXPIRED_CODE',
    'IDLE_MS',
    'KEY_HEADER',
    'LINK_LIFETIME_MS',
    'MAX_EVENT_BYTES',
    'MAX_FILE_BYTES',
    'MAX_PAGE_SIZE',
    'NO_ACCESS_CODE',
    'PAGE_SIZE',
    'PING_INTERVAL_MS',
    'SHOWN_DIFFERS_CODE',
    'SHOWN_HEADER',
    'bodyFormOf',
    'canonicalJson',
    'decodeAuthLink',
    'decodeConversation',
    'decodeConversationPage',
    'decodeEvent',
    'decodeEventPage',
    'decodeHistory',
    'decodeLink',
    'decodeMessagePage',
    'decodeProblem',
    'digestOfCall',
    'orderHistory',
  ])
})
