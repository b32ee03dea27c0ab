import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BlockReader, type BlockReading } from './block-reader.ts'

const seed = process.env['SEED'] ? Number(process.env['SEED']) : undefined

const textsOf = (reading: BlockReading): readonly string[] => reading.groups.flat().map(({ text }) => text)
const settledBy = (reader: BlockReader, text: string): readonly string[] => textsOf(reader.read(text, false))

const pieces = fc.constantFrom(
  'a paragraph of words',
  '\n',
  '\n\n',
  '- item',
  '1. one',
  '  indented',
  '    code',
  '```js',
  '```',
  '~~~',
  '# Heading',
  '> quote',
  '| a | b |',
  '| - | - |',
  '<div>',
  '<!--',
  '-->',
  '<pre>',
  '</pre>',
  '[x]: https://a.example',
  '[x]',
  '[^1]: note',
  '*',
  '`',
  '\t',
  ' ',
)
const documents = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))

describe('BlockReader', () => {
  it('settles the same blocks however the text arrives', () => {
    fc.assert(
      fc.property(documents, fc.array(fc.nat({ max: 400 })), (text, cuts) => {
        const reader = new BlockReader()
        for (const cut of [...cuts].sort((a, b) => a - b)) reader.read(text.slice(0, cut), true)

        expect(settledBy(reader, text)).toEqual(settledBy(new BlockReader(), text))
      }),
      { ...(seed === undefined ? {} : { seed }), numRuns: 2000 },
    )
  })

  it('loses no character and adds none', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const blocks = settledBy(new BlockReader(), text)

        expect(blocks.join('').trimEnd()).toBe(text.trimEnd())
      }),
      { ...(seed === undefined ? {} : { seed }), numRuns: 1000 },
    )
  })

  it.each([
    ['parts paragraphs', 'one\n\ntwo\n\nthree\n', ['one\n\n', 'two\n\n', 'three\n']],
    ['keeps a loose list whole', '- a\n\n- b\n\nThen a paragraph.', ['- a\n\n- b\n\n', 'Then a paragraph.']],
    ['keeps blank lines in a fence', '```\na\n\nb\n```\nafter\n', ['```\na\n\nb\n```\n', 'after\n']],
    ['ends a list at a fence on the margin', '- a\n```\nx\n```\n', ['- a\n', '```\nx\n```\n']],
    ['parts a heading from its text', '# A\ntext\n', ['# A\n', 'text\n']],
    [
      'keeps a comment whole',
      '<!-- a\n\nb -->\n\nThe text after it.',
      ['<!-- a\n\nb -->\n\n', 'The text after it.'],
    ],
  ])('%s', (_, text, blocks) => {
    const found = settledBy(new BlockReader(), text)

    expect(found).toEqual(blocks)
  })

  it('keeps the identity of full groups while the text grows', () => {
    const reader = new BlockReader()
    const long = Array.from({ length: 20 }, (_, index) => `paragraph ${index}\n\n`).join('')
    const before = reader.read(`${long}The open end`, true)

    const after = reader.read(`${long}The open end has grown`, true)

    expect(after.groups[0]).toBe(before.groups[0])
    expect(after.groups[1]).toBe(before.groups[1])
  })

  it('starts anew when the text is replaced by another', () => {
    const reader = new BlockReader()
    reader.read('first text\n\nsecond paragraph of it', true)

    const found = settledBy(reader, 'another text')

    expect(found).toEqual(['another text'])
  })

  it('brings a later definition to the block that names it', () => {
    const { groups, definitions } = new BlockReader().read(
      'See [the Docs].\n\n[the docs]: https://d.example\n',
      false,
    )

    expect(groups[0]?.[0]?.mentions).toEqual(['the docs'])
    expect(definitions.get('the docs')).toBe('[the docs]: https://d.example')
  })

  it('leaves no placeholder of the healing in a half-finished link or image', () => {
    const address = 'a [link](https://exa) b ![image](https://img.example/x.png) c'
    for (let end = 1; end <= address.length; end += 1) {
      const reading = new BlockReader().read(address.slice(0, end), true)

      expect(textsOf(reading).join('')).not.toContain('streamdown')
    }
  })
})
