import type { Span } from './tokenizer.ts'

/** Remembers the spans of the code used last, by its text and language, up to `capacity` characters of code. */
export class SpanCache {
  readonly #capacity: number
  readonly #lines = new Map<string, readonly (readonly Span[])[]>()
  #size = 0

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(key: string): readonly (readonly Span[])[] | undefined {
    const lines = this.#lines.get(key)
    if (lines === undefined) return undefined
    // To the end, where what is used last stands.
    this.#lines.delete(key)
    this.#lines.set(key, lines)
    return lines
  }

  set(key: string, lines: readonly (readonly Span[])[]): void {
    if (this.#lines.has(key)) return
    this.#lines.set(key, lines)
    this.#size += key.length
    for (const oldest of this.#lines.keys()) {
      if (this.#size <= this.#capacity) return
      this.#lines.delete(oldest)
      this.#size -= oldest.length
    }
  }
}
