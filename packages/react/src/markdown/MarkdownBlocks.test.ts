import * as fc from 'fast-check'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { markdownPieces } from './markdown-samples.ts'
import { MarkdownBlocks } from './MarkdownBlocks.tsx'
import { MarkdownSource } from './MarkdownSource.tsx'

const seed = process.env['SEED']
const drawn = (numRuns: number) => ({ numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) })
const documents = fc
  .array(fc.constantFrom(...markdownPieces), { maxLength: 30 })
  .map((parts) => parts.join(''))

const group = '<div class="twk-markdown__group">'

/** The markup without groups, and without the white space around tags. */
const markupOf = (node: ReactNode): string =>
  renderToStaticMarkup(node)
    .split(group)
    .map((part, index) => (index === 0 ? part : part.replace(/<\/div>$/u, '')))
    .join('')
    .replaceAll(/\s*(<[^>]+>)\s*/gu, '$1')
    .trim()

/** The markup of the text in blocks, and of the same text in one. */
const bothWays = (text: string): readonly [string, string] => [
  markupOf(createElement(MarkdownBlocks, { text })),
  markupOf(createElement(MarkdownSource, { source: text })),
]

it.each([
  ['HTML that ends with its list', '1) b\n    <!--\n\nafter\nit'],
  ['HTML between what looks like items', '- a\n\n <?\n- b\n\nwords\n'],
  ['a fence that ends with its list', '- a\n  ```\nwords\n  ```\n```\nb'],
  ['a fence that the margin opens behind one in a list', '- a\n  ```\n  b\n```\nwords\n\n# c\n'],
])('draws %s in blocks as the parser draws it in one', (_, text) => {
  const [inBlocks, inOne] = bothWays(text)

  expect(inBlocks).toBe(inOne)
})

it('draws a text in blocks as the parser draws it in one', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const [inBlocks, inOne] = bothWays(text)

      expect(inBlocks).toBe(inOne)
    }),
    drawn(2000),
  )
})
