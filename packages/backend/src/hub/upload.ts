interface Item {
  readonly value: unknown
  readonly size: number
}

/** A stream that a client sends, to be iterated once by a method. */
export class Upload implements AsyncIterable<unknown> {
  #items: Item[] = []
  #isDone = false
  #error: Error | undefined
  #wake: () => void = () => {}
  readonly #taken: (size: number) => void

  /** `taken` hears the size of each item that no longer waits. */
  constructor(taken: (size: number) => void) {
    this.#taken = taken
  }

  push(item: Item): void {
    this.#items.push(item)
    this.#wake()
  }

  /** No more items come. An error is thrown to the reader after the items before it. */
  finish(error?: Error): void {
    this.#isDone = true
    this.#error = error
    this.#wake()
  }

  /** Frees what nobody will read. */
  discard(): void {
    for (const { size } of this.#items) this.#taken(size)
    this.#items = []
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown, void, void> {
    for (;;) {
      const batch = this.#items
      this.#items = []
      for (const { value, size } of batch) {
        this.#taken(size)
        yield value
      }
      if (this.#items.length > 0) continue
      if (this.#error) throw this.#error
      if (this.#isDone) return
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
