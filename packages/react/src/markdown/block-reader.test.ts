import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from './block.ts'
import { BlockReader, type BlockReading } from './block-reader.ts'
import { markdownPieces } from './markdown-samples.ts'

const seed = process.env['SEED']
const drawn = (numRuns: number) => ({ numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) })
const documents = fc
  .array(fc.constantFrom(...markdownPieces), { maxLength: 30 })
  .map((parts) => parts.join(''))

const blocksOf = ({ groups }: BlockReading): readonly Block[] => groups.flat()
const sourceOf = (block: Block | undefined): string => (block?.type === 'markdown' ? block.source : '')
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `paragraph ${index}\n\n`).join('')

describe('BlockReader', () => {
  it('reads the same blocks however the text arrives', () => {
    fc.assert(
      fc.property(documents, fc.array(fc.nat({ max: 400 })), (text, cuts) => {
        const reader = new BlockReader()
        for (const cut of [...cuts].sort((a, b) => a - b)) reader.read(text.slice(0, cut), true)

        expect(reader.read(text, false)).toEqual(new BlockReader().read(text, false))
      }),
      drawn(2000),
    )
  })

  it('keeps the identity of full groups and of settled blocks while the text grows', () => {
    const reader = new BlockReader()
    const before = reader.read(`${paragraphs(20)}The open end`, true)

    const after = reader.read(`${paragraphs(20)}The open end has grown`, true)

    expect(after.groups[0]).toBe(before.groups[0])
    expect(after.groups[1]).toBe(before.groups[1])
    expect(after.groups[2]?.slice(0, 4)).toEqual(before.groups[2]?.slice(0, 4))
    expect(
      blocksOf(after)
        .slice(0, 20)
        .every((block, index) => block === blocksOf(before)[index]),
    ).toBe(true)
  })

  it('starts anew when the text is replaced by another', () => {
    const reader = new BlockReader()
    reader.read('first text\n\nsecond paragraph of it', true)

    const found = reader.read('another text', false)

    expect(blocksOf(found)).toEqual([{ type: 'markdown', source: 'another text' }])
  })

  it('brings a later definition to the block that names it, and to no other', () => {
    const text = 'See [the\n Docs].\n\nSee [more].\n\nNothing here.\n\n'
    const reader = new BlockReader()
    const before = blocksOf(reader.read(`${text}Open`, true))

    const after = blocksOf(reader.read(`${text}Open\n\n> [the docs]:\n> /d "D"\n\nMore`, true))

    expect(sourceOf(after[0])).toBe('[the docs]: </d> "D"\n\nSee [the\n Docs].\n\n')
    expect(after[1]).toBe(before[1])
    expect(after[2]).toBe(before[2])
  })

  it('reads a definition as the parser does: not in code, and the first of a label', () => {
    const text = '[a]\n\n`[a]: /no`\n\n```\n[a]: /no\n```\n\n[a]: /one\n[a]: /two\n'

    const found = new BlockReader().read(text, false)

    expect(sourceOf(blocksOf(found)[0])).toBe('[a]: </one>\n\n[a]\n\n')
  })

  it('keeps an address with signs of markdown whole', () => {
    const text = '[a]\n\n[a]: <https://x.example/?q=\\<b\\>&amp;lt=1> "say \\"hi\\" & go"\n'

    const found = new BlockReader().read(text, false)

    expect(sourceOf(blocksOf(found)[0])).toContain(
      'q&#61;&#60;b&#62;&#38;lt&#61;1> "say &#34;hi&#34; &#38; go"',
    )
  })

  it('hands over code without its fence, and hides the half of the closing one', () => {
    const text = '```ts\nconst a = 1\n```\n'

    const codes = Array.from({ length: text.length - 6 }, (_, index) => {
      const [block] = blocksOf(new BlockReader().read(text.slice(0, index + 6), true))
      return block?.type === 'code' ? block.code : null
    })

    expect(codes.slice(-5)).toEqual(Array.from({ length: 5 }, () => 'const a = 1'))
    expect(codes).not.toContain(null)
  })

  it('leaves no placeholder of the healing in a half-finished link or image', () => {
    const address = 'a [link](https://exa) b ![image](https://img.example/x.png) c'
    for (let end = 1; end <= address.length; end += 1) {
      const reading = new BlockReader().read(address.slice(0, end), true)

      expect(blocksOf(reading).map(sourceOf).join('')).not.toContain('streamdown')
    }
  })

  it('numbers notes in the order of their references, wherever they are written', () => {
    const text =
      'One[^b] and two[^a].\n\n[^a]: The first.\n\nAgain[^b].\n\n[^b]: The second,\n    in two lines.\n'

    const { footnotes } = new BlockReader().read(text, false)

    expect(footnotes.map(({ number, source, marks }) => [number, source, marks])).toEqual([
      [1, 'The second,\nin two lines.', 2],
      [2, 'The first.', 1],
    ])
  })

  it('shows a note while it is being written, and keeps the list while nothing of it changes', () => {
    const reader = new BlockReader()
    const one = reader.read('One[^a].\n\n[^a]: The no', true)
    const two = reader.read('One[^a].\n\n[^a]: The note.\n\nAnd a paragraph', true)

    const three = reader.read('One[^a].\n\n[^a]: The note.\n\nAnd a paragraph of words', true)

    expect(one.footnotes.map(({ source }) => source)).toEqual(['The no'])
    expect(two.footnotes.map(({ source }) => source)).toEqual(['The note.'])
    expect(three.footnotes).toBe(two.footnotes)
  })
})
