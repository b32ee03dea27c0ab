import type { Item } from '@threadwork/core'

/** How far two lists of items are the same objects, from the start and from the end. */
export interface Change {
  readonly before: number
  readonly after: number
}

/** Compares by identity alone: what did not change kept its object. */
export const changeBetween = (old: readonly Item[], next: readonly Item[]): Change => {
  const most = Math.min(old.length, next.length)
  let before = 0
  while (before < most && old[before] === next[before]) before += 1
  let after = 0
  while (after < most - before && old[old.length - 1 - after] === next[next.length - 1 - after]) after += 1
  return { before, after }
}

/** Whether something of this kind is among the items of `items` that are not in the other list. */
export const touches = (
  items: readonly Item[],
  { before, after }: Change,
  is: (item: Item) => boolean,
): boolean => {
  for (let at = before; at < items.length - after; at += 1) {
    const item = items[at]
    if (item && is(item)) return true
  }
  return false
}

/** The first number below `count` for which `isPast` holds, as it must from there on; `count` when there is none. */
export const firstWhere = (count: number, isPast: (index: number) => boolean): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (isPast(middle)) high = middle
    else low = middle + 1
  }
  return low
}
