import type { Item, MessageItem } from '@threadwork/core'
import { expect, test } from 'vitest'
import { english } from '../strings/strings.ts'
import { announce, takeAsSaid } from './announcements.ts'
import { plainText } from './plain-text.ts'

const words = english.announcement

const message = (key: string, change: Partial<MessageItem> = {}): MessageItem => ({
  kind: 'message',
  id: key,
  key,
  runId: null,
  at: null,
  role: 'agent',
  messageId: null,
  text: 'Hello **there**',
  status: 'complete',
  submission: null,
  ...change,
})

const approval = { kind: 'approval', key: 'a1', skillName: 'Refund', status: 'awaiting', submission: null }
// Only the fields that the announcer reads.
const awaiting = approval as unknown as Item
const approved = { ...approval, status: 'approved' } as unknown as Item

test('says a message once, when it is finished, and nothing for its pieces', () => {
  const start = takeAsSaid([])

  const first = announce(start, [message('m1', { status: 'streaming', text: 'Hel' })], words)
  const second = announce(first.said, [message('m1', { status: 'streaming', text: 'Hello' })], words)
  const third = announce(second.said, [message('m1')], words)
  const fourth = announce(third.said, [message('m1', { text: 'Edited' })], words)

  expect([first, second, fourth].flatMap((step) => step.sentences)).toEqual([])
  expect(third.sentences).toEqual(['Assistant: Hello there'])
})

test('says nothing of what the first load or a replay brings', () => {
  const items = [message('m1'), awaiting]

  const again = announce(takeAsSaid(items), items, words)

  expect(again.sentences).toEqual([])
})

test('says one sentence for a card that waits, and none when it is answered', () => {
  const asked = announce(takeAsSaid([]), [awaiting], words)
  const answered = announce(asked.said, [approved], words)

  expect(asked.sentences).toEqual(['Your approval is needed for Refund.'])
  expect(answered.sentences).toEqual([])
})

test('tells many messages at once as a number', () => {
  const items = ['a', 'b', 'c', 'd'].map((key) => message(key))

  const { sentences } = announce(takeAsSaid([]), items, words)

  expect(sentences).toEqual(['4 new messages'])
})

test('says nothing of the person’s own messages', () => {
  const { sentences } = announce(takeAsSaid([]), [message('u1', { role: 'user' })], words)

  expect(sentences).toEqual([])
})

test('reads markdown without its marks and cuts a long text at a word', () => {
  const markdown = '## Refund\n\n- **84 €** for [the lamp](https://x.test)\n\n| a | b |\n|---|---|\n| 1 | 2 |'

  expect(plainText(markdown, 600, '…')).toBe('Refund 84 € for the lamp a b 1 2')
  expect(plainText('one two three', 9, '…')).toBe('one two…')
})
