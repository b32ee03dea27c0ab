import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { runScope } from '../text/fixtures/run-scope.ts'
import { begin } from './fixtures/ask-kind.ts'

describe('a decision (C48–C58)', () => {
  const conversation = { status: 'open', labels: ['VIP', 'Urgent'], channel: 'WhatsApp', starred: false }
  const at = runScope(
    { variables: { word: 'urgent' } },
    { world: { conversation, message: { text: 'This is URGENT!' } } },
  )
  const decide = (match: string, ...conditions: readonly JsonObject[]) =>
    begin('decision', { match, conditions }, at)
  const yes = { field: 'channel', operator: 'equals', value: 'whatsapp' }
  const no = { field: 'starred', operator: 'equals', value: true }

  test.each<[JsonObject, boolean]>([
    [{ field: 'conversation-status', operator: 'equals', value: 'open' }, true],
    [{ field: 'conversation-status', value: 'resolved' }, false],
    [{ field: 'labels', operator: 'present', value: ['vip', 'urgent'] }, true],
    [{ field: 'labels', operator: 'present', value: ['VIP', 'spam'] }, false],
    [{ field: 'labels', operator: 'absent', value: ['spam', 'junk'] }, true],
    [{ field: 'labels', operator: 'absent', value: ['spam', 'VIP'] }, false],
    [{ field: 'labels', operator: 'present', value: 'vip' }, true],
    [yes, true],
    [no, false],
    [{ field: 'starred', operator: 'equals', value: false }, true],
    [{ field: 'message-text', operator: 'equals', value: 'this is urgent!' }, true],
    [{ field: 'message-text', operator: 'contains', value: '{{word}}' }, true],
    [{ field: 'message-text', operator: 'starts-with', value: 'this' }, true],
    [{ field: 'message-text', operator: 'ends-with', value: 'urgent' }, false],
  ])('%j: %s', (condition, expected) => {
    expect(decide('all', condition)).toMatchObject({ branch: String(expected), output: { result: expected } })
  })

  test('holds if all do, or if any does', () => {
    expect(decide('all', yes, no)).toMatchObject({ branch: 'false', output: { results: [true, false] } })
    expect(decide('any', yes, no)).toMatchObject({ branch: 'true' })
  })

  test('takes a conversation that says nothing of itself as not starred', () => {
    expect(begin('decision', { conditions: [no] }, runScope({}))).toMatchObject({ branch: 'false' })
    expect(begin('decision', { conditions: [{ ...no, value: false }] }, runScope({}))).toMatchObject({
      branch: 'true',
    })
  })
})
