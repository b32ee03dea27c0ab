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
  /** Which way the view was scrolled last. */
  readonly direction: 'up' | 'down'
  /** The view's height in pixels. */
  readonly view: number
  /** Rows that are drawn wherever they are, in any order. */
  readonly pinned: readonly number[]
}

/** Pixels that a fast scroll goes in one frame: so much is drawn where it goes to, so that it shows no gap. */
const stride = 850

/** A page key goes nearly a view's height, either way. */
const pageKey = 0.9

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

/** The rows to draw, in order: what is seen, a margin on both sides, and the pinned ones. */
export const windowOf = (sizes: RowSizes, wish: WindowWish): number[] => {
  const { seen, direction, view } = wish
  const end = sizes.count - 1
  if (end < 0) return []
  const margin = (way: WindowWish['direction']): number =>
    way === direction ? Math.max(stride, view * pageKey) : view * pageKey
  // Whoever follows is taken to the end before the next paint, wherever the view was heard to be last.
  const isAtEnd = wish.isFollowing || seen === null
  const bottom = isAtEnd ? end : Math.min(seen.last, end)
  const first = isAtEnd
    ? upFrom(sizes, end, view + Math.max(stride, margin('up')))
    : upFrom(sizes, seen.first, sizes.size(seen.first) + margin('up'))
  const last = isAtEnd ? end : downFrom(sizes, bottom, sizes.size(bottom) + margin('down'))
  const drawn = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const others = wish.pinned.filter((index) => (index < first || index > last) && index >= 0 && index <= end)
  if (others.length === 0) return drawn
  return [...new Set([...drawn, ...others])].toSorted((left, right) => left - right)
}
