import type { FormItem, Item, MessageId, MessageItem } from '@threadwork/core'
import { decodeDataPoints } from '@threadwork/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { english } from '../strings/strings.ts'
import { entryOf } from './transcript-entry.ts'
import { toMarkdown, toText } from './transcript-text.ts'

const seed = Number(process.env['SEED'] ?? Date.now())
const at = new Date(2026, 10, 21, 12, 3).getTime()
const wording = { strings: english, agentName: 'Returns assistant' }
const base = (key: string) => ({ id: key, key, runId: null, at })

const message = (key: string, role: 'user' | 'agent', text: string): MessageItem => ({
  ...base(key),
  kind: 'message',
  role,
  messageId: key as MessageId,
  text,
  status: 'complete',
  submission: null,
})

const form = {
  ...base('f'),
  kind: 'form',
  message: 'Your details',
  dataPoints: decodeDataPoints([
    { key: 'name', label: 'Full name', type: 'Text' },
    { key: 'pin', label: 'PIN', type: 'Text', secret: true },
  ]).dataPoints,
  status: 'submitted',
  answers: { name: 'Ada', pin: '4402' },
} as unknown as FormItem // only what the transcript reads

const approval = {
  ...base('a'),
  kind: 'approval',
  skillName: 'Create refund',
  occurrence: 1,
  parameters: { order: 'A-1', payee: 'ab\u202ecd' },
  schema: [],
  status: 'approved',
  by: 'me',
  error: null,
} as unknown as Item // as above

const written = (write: typeof toText, ...items: readonly Item[]): string =>
  write(
    items.map((item) => entryOf(item, wording)),
    english,
  )

test('writes days, names, times and what cards hold', () => {
  const text = written(toText, message('u', 'user', 'Hello'), approval)

  expect(text).toBe(
    `— Saturday, November 21, 2026 —

You, 12:03
Hello

Approval: Create refund, 12:03
You approved this.
  order: A-1
  payee: ⟶ ab⟦U+202E⟧cd
`.replace('⟶ ', ''),
  )
})

test('writes what a message offers, what ran in the background and what was scripted', () => {
  const offering: MessageItem = {
    ...message('m', 'agent', 'Shall I?'),
    isScripted: true,
    actions: [
      { type: 'button', label: 'Yes', text: 'Yes, please' },
      { type: 'link', label: 'More', url: 'https://example.com/' },
    ],
  }
  const workflow = {
    ...base('w'),
    kind: 'workflow',
    name: 'Refund',
    status: 'cancelled',
    steps: [
      { message: 'Check', status: 'completed', error: null, lane: null },
      { message: 'Notify', status: 'cancelled', error: null, lane: 'bell' },
    ],
  } as unknown as Item // only what the transcript reads

  const text = written(toText, offering, workflow)

  expect(text).toContain('Scripted')
  expect(text).toContain('  Yes: Sends “Yes, please”\n  More: https://example.com/')
  expect(text).toContain('  Check: Done\n  In the background: Notify: Cancelled')
})

test('never writes a secret', () => {
  const both = written(toText, form) + written(toMarkdown, form)

  expect(both).toContain('Ada')
  expect(both).not.toContain('4402')
})

test('leaves an agent’s Markdown as it is, and takes the meaning from a person’s', () => {
  const markdown = written(
    toMarkdown,
    message('m', 'agent', '**bold**'),
    message('u', 'user', '**not** #1\n# no'),
  )

  expect(markdown).toContain('\n**bold**\n')
  expect(markdown).toContain(String.raw`\*\*not\*\* #1`)
  expect(markdown).toContain(String.raw`\# no`)
})

test('has every word of every message in its order, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,4}$/), { maxLength: 20 }), (texts) => {
      const items = texts.map((text, index) => message(`m${index}`, index % 2 ? 'agent' : 'user', text))

      for (const write of [toText, toMarkdown]) {
        const lines = written(write, ...items).split('\n')
        let from = 0
        for (const text of texts) {
          from = lines.indexOf(text, from) + 1
          expect(from).toBeGreaterThan(0)
        }
      }
    }),
    { seed },
  )
})
