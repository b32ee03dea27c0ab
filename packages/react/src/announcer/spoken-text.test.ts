import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { english } from '../strings/strings.ts'
import { spokenText } from './spoken-text.ts'

const seed = Number(process.env['SEED'] ?? Date.now())
const words = english.announcement
const said = (markdown: string, limit = 500): string => spokenText(markdown, limit, words)

test.each([
  [
    'a heading and a list',
    '## Refund\n\n- **84 €** for *the* ~~old~~ lamp\n- `create_refund`',
    'Refund. 84 € for the old lamp. create_refund.',
  ],
  ['a paragraph over two lines', 'one\ntwo.\n\nthree', 'one two. three.'],
  [
    'a link by its words',
    'See [the order](https://shop.test/a?b=c "t") and [it][1].\n\n[1]: https://x.test',
    'See the order and it.',
  ],
  [
    'a bare address by its host',
    'Read https://docs.test/a/b?c=d. Or <https://x.test/y>',
    'Read docs.test. Or x.test.',
  ],
  ['a picture by its description', '![A broken lamp](https://x.test/l.png)', 'A broken lamp.'],
  ['a name with low lines as it is', 'call create_refund_now or _now_', 'call create_refund_now or now.'],
  ['a star between numbers as it is', '2 * 3 is 6', '2 * 3 is 6.'],
  ['what was escaped without the mark', String.raw`5 \* 3 \_ 1`, '5 * 3 _ 1.'],
  ['code by its size', 'Run:\n\n```ts\nlet a\nlet b\n```\nDone.', 'Run: Code block, ts, 2 lines. Done.'],
  ['code that never ends', '~~~\nlet a', 'Code block, 1 line.'],
  [
    'a table by its size',
    '| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n\nSo.',
    'Table, 2 rows, 2 columns. So.',
  ],
  ['a line that is no table', 'a | b\nc', 'a | b c.'],
  ['a task by its words', '- [x] pack\n- [ ] send', 'pack. send.'],
  ['a quotation', '> Twice moved\n> is lost.', 'Twice moved is lost.'],
  ['a line across as nothing', 'a\n\n---\n\nb[^1]\n\n[^1]: note', 'a. b.'],
  ['nothing as nothing', ' \n\n', ''],
])('reads %s', (_, markdown, expected) => {
  expect(said(markdown)).toBe(expected)
})

test('cuts a long text behind a whole sentence and says so', () => {
  expect(said('First one here. Second one here. Third one here.', 34)).toBe(
    'First one here. Second one here. … Message continues.',
  )
})

test('cuts a long sentence behind a whole word, in a language without spaces too', () => {
  expect(said('one two three four five six', 9)).toBe('one two … Message continues.')
  expect(said('返金の手続きが完了しましたのでご確認ください', 8)).toMatch(
    /^返金.{0,6} … Message continues\.$/,
  )
})

test('never says much more than the limit, and always ends', () => {
  const piece = fc.constantFrom(
    '**',
    '*',
    '_',
    '`',
    '[',
    '](',
    ')',
    '\n',
    '\n\n',
    '- ',
    '|',
    '---',
    'word ',
    '# ',
    '~~~',
    '\\',
    'https://x.test/',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 400 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, (markdown) => {
      const spoken = said(markdown, 80)

      expect(spoken.length).toBeLessThanOrEqual(80 + 1 + words.continues.length)
    }),
    { seed },
  )
})

test('costs what is said: a message of a million marks is cut at once', () => {
  const hostile = ['[', '![', '*', '_', '`', '|-', '<', '- ', '[^'].map((mark) => mark.repeat(300_000))

  const spoken = hostile.map((markdown) => said(markdown, 100))

  expect(Math.max(...spoken.map((text) => text.length))).toBeLessThan(200)
})
