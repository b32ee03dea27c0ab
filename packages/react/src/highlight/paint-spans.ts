import type { Span } from './tokenizer.ts'
import type { TokenKind } from './token-kinds.ts'

/** True where the browser can colour text without elements of its own around it. */
export const canPaint = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS

const highlightOf = (kind: TokenKind): Highlight => {
  const name = `twk-code-${kind}`
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}

/** Colours pieces of one text node. The page's elements and its selection stay as they are. */
export class Painting {
  readonly #text: Text
  readonly #ranges: (readonly [Highlight, StaticRange])[] = []

  constructor(text: Text) {
    this.#text = text
  }

  add(spans: readonly Span[]): void {
    for (const { start, end, kind } of spans) {
      if (end > this.#text.length) return
      // A live range would have to follow every change of the page.
      const range = new StaticRange({
        startContainer: this.#text,
        startOffset: start,
        endContainer: this.#text,
        endOffset: end,
      })
      const highlight = highlightOf(kind)
      highlight.add(range)
      this.#ranges.push([highlight, range])
    }
  }

  remove(): void {
    for (const [highlight, range] of this.#ranges) highlight.delete(range)
    this.#ranges.length = 0
  }
}
