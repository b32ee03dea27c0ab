import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeReplyActions } from './reply-action.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }

test('reads links and buttons, whatever the casing of their keys', () => {
  const actions = decodeReplyActions([
    { type: 'link', label: 'Track it', url: 'https://example.com' },
    { Type: 'Button', Label: 'Yes', Text: 'Yes, please' },
  ])

  expect(actions).toEqual([
    { type: 'link', label: 'Track it', url: 'https://example.com' },
    { type: 'button', label: 'Yes', text: 'Yes, please' },
  ])
})

test('lets a button without words of its own say its label', () => {
  expect(decodeReplyActions([{ type: 'button', label: 'Yes' }])).toEqual([
    { type: 'button', label: 'Yes', text: 'Yes' },
  ])
})

test('leaves out what names nothing, leads nowhere or is of another type', () => {
  const rows = [
    { type: 'link', label: 'x' },
    { type: 'button', text: 'x' },
    { type: 'script', label: 'x' },
    7,
  ]

  expect(decodeReplyActions(rows)).toEqual([])
})

test('is total, and never gives more than fifty', () => {
  const row = fc.record({
    type: fc.constantFrom('link', 'button', 'x'),
    label: fc.string(),
    url: fc.string(),
  })
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(row, { maxLength: 80 })), (value) => {
      expect(decodeReplyActions(value).length).toBeLessThanOrEqual(50)
    }),
    seed,
  )
})
