import type { Item } from '@threadwork/core'

/** What of a thread this person has seen. Items are named by their keys. */
export interface Unread {
  readonly items: readonly Item[]
  /** The end of the thread is in sight, on a page that is in sight. */
  readonly isWatching: boolean
  /** The last item that they saw; `null` before the first. */
  readonly seen: string | null
  /** The item below which began what they had not seen; `null` when they have seen all. */
  readonly divider: string | null
  /** They have come back and read it. The line goes with the next thing that moves the thread, not by itself. */
  readonly isRead: boolean
}

export type UnreadInput =
  | { readonly type: 'items'; readonly items: readonly Item[] }
  | { readonly type: 'watch'; readonly isWatching: boolean }
  /** They have been back at the end for long enough to have read it. */
  | { readonly type: 'read' }

export const nothingUnread: Unread = { items: [], isWatching: true, seen: null, divider: null, isRead: false }

const lastOf = (items: readonly Item[]): string | null => items.at(-1)?.key ?? null

/** Whether an item is what this person has just sent. */
export const isOwnNew = (item: Item | undefined): boolean =>
  item?.kind === 'message' && item.role === 'user' && item.status === 'pending'

const takeItems = (state: Unread, items: readonly Item[]): Unread => {
  const last = lastOf(items)
  if (last === lastOf(state.items)) return { ...state, items }
  // A first load is not news, and whoever writes has seen what they answer.
  if (state.seen === null || isOwnNew(items.at(-1)))
    return { ...state, items, seen: last, divider: null, isRead: false }
  const divider = state.isRead ? null : state.divider
  if (state.isWatching) return { ...state, items, seen: last, divider, isRead: false }
  return { ...state, items, divider: divider ?? state.seen, isRead: false }
}

const watch = (state: Unread, isWatching: boolean): Unread => {
  if (isWatching === state.isWatching) return state
  const divider = state.isRead ? null : state.divider
  return { ...state, isWatching, seen: lastOf(state.items), divider, isRead: false }
}

export const stepUnread = (state: Unread, input: UnreadInput): Unread => {
  switch (input.type) {
    case 'items':
      return takeItems(state, input.items)
    case 'watch':
      return watch(state, input.isWatching)
    case 'read':
      return state.divider !== null && state.isWatching ? { ...state, isRead: true } : state
  }
}

/** How many items came that they have not seen. */
export const countUnread = ({ items, seen, isWatching }: Unread): number => {
  if (isWatching || seen === null) return 0
  let count = 0
  while (count < items.length && items[items.length - 1 - count]?.key !== seen) count += 1
  // The item that was seen last is gone: nobody can say what came after it.
  return count === items.length ? 0 : count
}
