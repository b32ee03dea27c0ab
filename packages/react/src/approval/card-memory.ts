/** What a person did with a card so far. It outlives the card's elements, which a long thread takes away. */
export interface CardState {
  /** Long texts that were opened, by row, and how many characters of each are drawn. */
  readonly opened: ReadonlyMap<number, number>
  /** How many rows are drawn at most. */
  readonly rows: number
  readonly isRaw: boolean
  /** Every value has been in view, none of them folded. */
  readonly isSeen: boolean
  /** How often something else than the reader's own scrolling brought the card into view. */
  readonly jumps: number
}

export interface CardMemory {
  getState(): CardState
  setState(change: Partial<CardState>): void
  subscribe(listener: () => void): () => void
  /** The end of a row was in view. `count`: how many rows there are. */
  noteSeen(row: number, count: number): void
  /** Client time in milliseconds at which the card was first drawn; `now` when it is the first. */
  firstDrawn(now: number): number
}

/** So many rows are drawn before the person asks for more. */
export const firstRows = 60

const start: CardState = { opened: new Map(), rows: firstRows, isRaw: false, isSeen: false, jumps: 0 }

export const createCardMemory = (): CardMemory => {
  const listeners = new Set<() => void>()
  const seen = new Set<number>()
  let state = start
  let drawnAt: number | null = null

  const setState = (change: Partial<CardState>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  return {
    getState: () => state,
    setState,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    noteSeen(row, count) {
      seen.add(row)
      if (seen.size >= count && !state.isSeen) setState({ isSeen: true })
    },
    firstDrawn(now) {
      drawnAt ??= now
      return drawnAt
    },
  }
}
