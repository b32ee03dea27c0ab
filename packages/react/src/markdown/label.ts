import type { LabelCounts } from './label-counts.ts'

const bracketed = /\[((?:[^[\]\\]|\\.)+)\]/gsu
const notePlace = /^ {0,3}\[\^[^\]]+\]:|\[(\^(?:[^[\]\\\s]|\\.)+)\]/gmu
const codeSpan = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/gu

/** A label as CommonMark compares them. A note's begins with `^`, so it meets no link's. */
export const labelOf = (words: string): string =>
  words
    .replaceAll(/[\t\n\r ]+/gu, ' ')
    .replaceAll(/^ | $/gu, '')
    .toLowerCase()
    .toUpperCase()

/** The labels that a text may refer to: of links and of notes. */
export const mentionsIn = (text: string): readonly string[] =>
  text.includes('[')
    ? [...new Set(Array.from(text.matchAll(bracketed), ([, words = '']) => labelOf(words)))]
    : []

/** How often a text refers to each note. */
export const marksIn = (text: string): LabelCounts => {
  const counts = new Map<string, number>()
  if (!text.includes('[^')) return counts
  for (const [, words] of text.replaceAll(codeSpan, '').matchAll(notePlace)) {
    if (words === undefined) continue
    counts.set(labelOf(words), (counts.get(labelOf(words)) ?? 0) + 1)
  }
  return counts
}
