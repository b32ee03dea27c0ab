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

it('draws a text in blocks as the parser draws it in one', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const inBlocks = markupOf(createElement(MarkdownBlocks, { text }))

      expect(inBlocks).toBe(markupOf(createElement(MarkdownSource, { source: text })))
    }),
    drawn(2000),
  )
})
