import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBlockEnd } from './find-block-end.ts'
import { markdownPieces } from './markdown-samples.ts'

const seed = process.env['SEED']
const drawn = (numRuns: number) => ({ numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) })
const documents = fc
  .array(fc.constantFrom(...markdownPieces), { maxLength: 30 })
  .map((parts) => parts.join(''))

const split = (text: string): readonly string[] => {
  const blocks: string[] = []
  let offset = 0
  for (let end = findBlockEnd(text, 0); end !== null; end = findBlockEnd(text, offset)) {
    blocks.push(text.slice(offset, end))
    offset = end
  }
  return [...blocks, text.slice(offset)].filter((block) => block !== '')
}

describe('findBlockEnd', () => {
  it.each([
    ['parts paragraphs', 'one\n\ntwo\n\nthree\n', ['one\n\n', 'two\n\n', 'three\n']],
    ['keeps a loose list whole', '- a\n\n- b\n\nThen a paragraph.', ['- a\n\n- b\n\n', 'Then a paragraph.']],
    [
      'keeps a list that follows its paragraph whole',
      'As follows:\n- a\n\n- b\n',
      ['As follows:\n- a\n\n- b\n'],
    ],
    ['keeps blank lines in a fence', '```\na\n\nb\n```\nafter\n', ['```\na\n\nb\n```\n', 'after\n']],
    ['ends a list at a fence on the margin', '- a\n```\nx\n```\n', ['- a\n', '```\nx\n```\n']],
    [
      'keeps a fence inside of a list item',
      '- a\n  ```\n  x\n\n  y\n  ```\n- b\n',
      ['- a\n  ```\n  x\n\n  y\n  ```\n- b\n'],
    ],
    ['parts a heading from its text', '# A\ntext\n', ['# A\n', 'text\n']],
    [
      'keeps a comment whole',
      '<!-- a\n\nb -->\n\nThe text after it.',
      ['<!-- a\n\nb -->\n\n', 'The text after it.'],
    ],
    ['keeps what looks like a heading in HTML', '<div>\n# a\n</div>\n\nb', ['<div>\n# a\n</div>\n\n', 'b']],
  ])('%s', (_, text, blocks) => {
    const found = split(text)

    expect(found).toEqual(blocks)
  })

  it('loses no character and adds none', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const blocks = split(text)

        expect(blocks.join('')).toBe(text)
      }),
      drawn(1000),
    )
  })

  it('says nothing that more text takes back', () => {
    fc.assert(
      fc.property(documents, fc.nat({ max: 400 }), (text, cut) => {
        const early = findBlockEnd(text.slice(0, cut), 0)

        if (early !== null) expect(findBlockEnd(text, 0)).toBe(early)
      }),
      drawn(3000),
    )
  })
})
