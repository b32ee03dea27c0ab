/** The streams and sockets that are open, so that a sign-out and a shutdown can end them. */
export interface OpenStreams {
  /** Returns what to call once it has ended by itself. */
  add(holder: string, end: () => void): () => void
  endAllOf(holder: string): void
  /** Ends all, and from now on each new one at once. */
  endAll(): void
  readonly holders: () => readonly string[]
  readonly count: () => number
  /** True once `endAll` was called: this process is going down. */
  readonly isEnding: () => boolean
}

/** Counts nothing until something is added. */
export const createOpenStreams = (): OpenStreams => {
  let isClosed = false
  const open = new Map<string, Set<() => void>>()
  const endAllOf = (holder: string): void => {
    const ends = open.get(holder)
    open.delete(holder)
    for (const end of ends ?? []) end()
  }
  return {
    endAllOf,
    add: (holder, end) => {
      if (isClosed) {
        end()
        return () => undefined
      }
      const ends = open.get(holder) ?? new Set()
      open.set(holder, ends.add(end))
      return () => {
        ends.delete(end)
        if (ends.size === 0 && open.get(holder) === ends) open.delete(holder)
      }
    },
    endAll: () => {
      isClosed = true
      for (const holder of open.keys()) endAllOf(holder)
    },
    holders: () => [...open.keys()],
    isEnding: () => isClosed,
    count: () => [...open.values()].reduce((sum, ends) => sum + ends.size, 0),
  }
}
