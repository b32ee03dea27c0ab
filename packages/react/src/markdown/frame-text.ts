/**
 * A growing text as it may be drawn: a piece that comes after a pause at once, a flood of them every other frame. One of
 * it serves one message.
 */
export class FrameText {
  #drawn = ''
  #newest = ''
  #frame = 0

  /** What to draw now of `text`. */
  take(text: string, isStreaming: boolean): string {
    const mayWait = isStreaming && this.#frame !== 0 && text.slice(0, this.#drawn.length) === this.#drawn
    return mayWait ? this.#drawn : text
  }

  /** `taken` of `text` is drawn. Calls `redraw` two frames later when there is more by then. */
  settle(text: string, taken: string, redraw: () => void): void {
    this.#newest = text
    if (taken === this.#drawn) return
    this.#drawn = taken
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0
        if (this.#newest !== this.#drawn) redraw()
      })
    })
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }
}
