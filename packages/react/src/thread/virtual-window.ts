/** Sizes of a list's rows in pixels. */
export interface RowSizes {
  readonly count: number
  readonly size: (index: number) => number
}

/** The part of the list that is in sight, `null` while that is not known; both ends belong to it. */
export type Seen = { readonly first: number; readonly last: number } | null

export interface WindowWish {
  readonly seen: Seen
  /** The end is in sight or about to be. */
  readonly isFollowing: boolean
  /** The view's height. */
  readonly view: number
  /** Rows that are drawn wherever they are, in any order. */
  readonly pinned: readonly number[]
}

/** So many views of rows are drawn before and after what is seen: a scroll of less than that shows no gap. */
const margin = 1

/** Where rows of `room` pixels together begin, going up from `last`. */
const upFrom = ({ size }: RowSizes, last: number, room: number): number => {
  let first = last
  for (let left = room - size(last); first > 0 && left > 0; left -= size(first)) first -= 1
  return Math.max(0, first)
}

const downFrom = ({ count, size }: RowSizes, first: number, room: number): number => {
  let last = first
  for (let left = room - size(first); last < count - 1 && left > 0; left -= size(last)) last += 1
  return last
}

/** The rows to draw, in order: what is seen and a margin, and the pinned ones. */
export const windowOf = (sizes: RowSizes, { seen, isFollowing, view, pinned }: WindowWish): number[] => {
  const end = sizes.count - 1
  if (end < 0) return []
  const room = view * margin
  // Whoever follows is taken to the end before the next paint, wherever the view was heard to be last.
  const isAtEnd = isFollowing || seen === null
  const first = isAtEnd
    ? upFrom(sizes, end, view + room)
    : upFrom(sizes, seen.first, room + sizes.size(seen.first))
  const last = isAtEnd
    ? end
    : downFrom(sizes, Math.min(seen.last, end), room + sizes.size(Math.min(seen.last, end)))
  const drawn = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const others = pinned.filter((index) => (index < first || index > last) && index >= 0 && index <= end)
  return [...new Set([...drawn, ...others])].toSorted((left, right) => left - right)
}
