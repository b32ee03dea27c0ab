/**
 * What a hub brings, between the handler that only enqueues and the place where it is worked off. While it is held
 * nothing is worked off, so that a history read meanwhile comes first.
 */
export interface Inbox<Entry> {
  push(entry: Entry): void
  /** Works off what is there, then keeps what comes. */
  hold(): void
  /** A new connection begins: what is kept from the old one is older than any history that is read from now on. */
  beginConnection(): void
  /** Works off the old connections' entries, calls `history`, works off the rest and lets what comes flow again. */
  release(history: () => void): void
  /** Forgets all and takes no more. */
  close(): void
}

export interface InboxOptions<Entry> {
  /** The most that is kept while held; beyond it the oldest entry is dropped. */
  readonly limit: number
  readonly deliver: (entries: readonly Entry[]) => void
  readonly drop: (entry: Entry) => void
}

export function createInbox<Entry>({ limit, deliver, drop }: InboxOptions<Entry>): Inbox<Entry> {
  let entries: Entry[] = []
  let oldCount = 0
  let isHeld = false
  let isScheduled = false
  let isClosed = false

  const take = (count: number): void => {
    const taken = entries.splice(0, count)
    oldCount = Math.max(0, oldCount - taken.length)
    if (taken.length > 0) deliver(taken)
  }
  const drain = (): void => {
    isScheduled = false
    if (!isHeld && !isClosed) take(entries.length)
  }
  const makeRoom = (): void => {
    const oldest = entries.shift()
    oldCount = Math.max(0, oldCount - 1)
    if (oldest !== undefined) drop(oldest)
  }

  return {
    push: (entry) => {
      if (isClosed) return
      if (isHeld && entries.length >= limit) makeRoom()
      entries.push(entry)
      if (isHeld || isScheduled) return
      // The client hands over all messages of one frame in one go: they become one chunk.
      isScheduled = true
      queueMicrotask(drain)
    },
    hold: () => {
      if (!isHeld) take(entries.length)
      isHeld = true
    },
    beginConnection: () => {
      oldCount = entries.length
    },
    release: (history) => {
      if (isClosed) return
      take(oldCount)
      history()
      isHeld = false
      take(entries.length)
    },
    close: () => {
      isClosed = true
      entries = []
    },
  }
}
