import type { Item } from '@threadwork/core'

/** So many equal items in a row, at equal places: before them nothing is looked for. */
const steady = 32

/** An item that may be new or changed, and its place. */
export interface Candidate {
  readonly item: Item
  readonly index: number
}

export interface Changes {
  /** Newest first. Every new or changed item from `from` on is among them. */
  readonly candidates: readonly Candidate[]
  /** Items that stand elsewhere than before, though they are the same. */
  readonly moved: readonly Candidate[]
  /** Before this place no item was added or taken away. */
  readonly from: number
}

/**
 * What differs between two lists of one conversation, looked for from its end, where it grows. It costs what is new
 * and a few items more, however long the conversation is; only a change of the places at its beginning costs all of it.
 */
export const changedItems = (
  before: readonly Item[],
  after: readonly Item[],
  isKnown: (key: string) => boolean,
): Changes => {
  const candidates: Candidate[] = []
  const moved: Candidate[] = []
  let old = before.length - 1
  let equal = 0
  let index = after.length - 1
  while (index >= 0 && !(index === old && equal >= steady)) {
    const item = after[index]
    const twin = before[old]
    if (item === undefined) break
    if (item === twin) {
      if (index !== old) moved.push({ item, index })
      equal += 1
      index -= 1
      old -= 1
      continue
    }
    equal = 0
    if (twin !== undefined && twin.key !== item.key && isKnown(item.key)) {
      // The old one was taken away, or stands elsewhere now.
      old -= 1
      continue
    }
    candidates.push({ item, index })
    index -= 1
    if (twin?.key === item.key) old -= 1
  }
  return { candidates, moved, from: index + 1 }
}
