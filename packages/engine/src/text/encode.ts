import type { Encoding } from '../rendered.ts'
import { quoteMarkdown } from './quote-markdown.ts'

/** Writes a value so that it stays one value where it lands. */
export function encode(text: string, encoding: Encoding | undefined): string {
  switch (encoding) {
    case undefined:
      return text
    case 'json':
      return JSON.stringify(text).slice(1, -1)
    case 'markdown':
      return quoteMarkdown(text)
    case 'url':
      // Half a character pair would make it throw.
      return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
  }
}
