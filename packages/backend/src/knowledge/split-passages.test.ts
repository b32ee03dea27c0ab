import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitPassages } from './split-passages.ts'

const seed = Number(process.env['SEED'] ?? 7)

test('keeps short paragraphs together, and a heading with what follows it', () => {
  const body = 'A sentence of some words. '.repeat(20).trim()

  const passages = splitPassages(`# Returns\n\nShort.\n\nAlso short.\n\n## Costs\n\n${body}\n\n${body}`)

  expect(passages).toEqual(['# Returns\n\nShort.\n\nAlso short.', `## Costs\n\n${body}`, body])
})

test('breaks a long paragraph after a sentence', () => {
  const passages = splitPassages('Every sentence ends here. '.repeat(60))

  expect(passages.length).toBeGreaterThan(2)
  expect(passages.every((passage) => passage.endsWith('here.'))).toBe(true)
})

test(`loses no word of any text, and no passage is longer than can be read (SEED=${seed})`, () => {
  const text = fc.array(
    fc.oneof(fc.lorem({ maxCount: 60 }), fc.string({ unit: 'grapheme', maxLength: 2000 })),
  )
  const lettersOf = (value: string) => value.replaceAll(/\s/gu, '')
  fc.assert(
    fc.property(text, (paragraphs) => {
      const whole = paragraphs.join('\n\n')

      const passages = splitPassages(whole)

      expect(lettersOf(passages.join(''))).toBe(lettersOf(whole))
      expect(passages.every((passage) => passage.trim() !== '' && passage.length <= 1600)).toBe(true)
    }),
    { seed, numRuns: 300 },
  )
})
