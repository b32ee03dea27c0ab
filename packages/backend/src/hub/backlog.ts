/** How much waits to leave, and who waits for it to shrink. */
export class Backlog {
  #size = 0
  #waiting: (() => void)[] = []
  readonly #calm: number

  /** Above `calm`, `ready` waits. */
  constructor(calm: number) {
    this.#calm = calm
  }

  get size(): number {
    return this.#size
  }

  add(size: number): void {
    this.#size += size
  }

  remove(size: number): void {
    this.#size -= size
    if (this.#size <= this.#calm) this.release()
  }

  /** Settles at once, or as soon as the backlog is small again. */
  ready(): Promise<void> {
    if (this.#size <= this.#calm) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Lets all go on that wait. */
  release(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
