/** What a thread does for those who walk through it: it alone knows how to bring a row onto the page. */
export interface ThreadSeam {
  /** Goes to an item's row, by the item's key, drawing it first where it is not. */
  readonly show: (key: string) => void
  /** Goes to the end and follows it. */
  readonly toEnd: () => void
}

const seams = new WeakMap<Element, ThreadSeam>()

/** Lends a thread's seam to whoever finds its log; returns the way to take it back. */
export const lendSeam = (log: Element, seam: ThreadSeam): (() => void) => {
  seams.set(log, seam)
  return () => void seams.delete(log)
}

/** The seam of a log. Without one, what is on the page is all there is. */
export const seamOf = (log: HTMLElement): ThreadSeam =>
  seams.get(log) ?? {
    show: () => undefined,
    toEnd: () => {
      log.scrollTop = log.scrollHeight
    },
  }
