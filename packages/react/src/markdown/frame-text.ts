/**
 * A growing text as it may be drawn: at most once a frame. The first piece of a frame may be drawn at once, those that
 * follow in it wait for the next. One of it serves one message.
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

  /** `taken` of `text` is drawn. Calls `redraw` in the next frame when there is more by then. */
  settle(text: string, taken: string, redraw: () => void): void {
    this.#newest = text
    if (taken === this.#drawn) return
    this.#drawn = taken
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      if (this.#newest !== this.#drawn) redraw()
    })
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }
}
