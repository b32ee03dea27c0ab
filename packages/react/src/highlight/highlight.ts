import type { MarkdownExtra } from '../markdown/markdown-extra.ts'
import { Colourist } from './colourist.ts'
import { commonLanguages, otherNames, type LanguageLoader } from './languages.ts'
import { canPaint } from './paint-spans.ts'

export interface HighlightOptions {
  /** More languages, or others in the place of ours, by the name that messages use: `{ zig: () => import('shiki/langs/zig.mjs') }`. */
  readonly languages?: Readonly<Record<string, LanguageLoader>>
}

/** Code longer than this many characters stays plain. */
const longestCode = 50_000

/**
 * Colours closed blocks of code while the page is idle, once each. It loads shiki with the first, and a language with its
 * first. Colours are the browser's highlights, not elements: text, selection and copies stay as they were. Unknown languages
 * and browsers without highlights show plain code. Needs `@threadwork/react/highlight.css`, and `shiki` to be installed.
 */
export const highlight = ({ languages = {} }: HighlightOptions = {}): MarkdownExtra => {
  const loaders = new Map(Object.entries({ ...commonLanguages, ...languages }))
  const names = new Map(Object.entries(otherNames))
  const colourist = new Colourist()
  return {
    paint: (text, language) => {
      const name = loaders.has(language) ? language : (names.get(language) ?? '')
      const load = loaders.get(name)
      if (!load || text.length > longestCode || !canPaint()) return () => undefined
      return colourist.paint(text, name, load)
    },
  }
}
