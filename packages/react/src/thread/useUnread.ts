import type { Item } from '@threadwork/core'
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import type { ScrollDriver } from './scroll-driver.ts'
import { countUnread, nothingUnread, stepUnread, type UnreadInput } from './unread.ts'

/** What the thread shows of it. */
export interface UnreadView {
  /** How many items came while the end was out of sight. */
  readonly count: number
  /** The item below which the unread ones begin; `null` when there are none. */
  readonly divider: string | null
  readonly isRead: boolean
}

/** So long at the end, in milliseconds, and what is new there counts as read. */
const readingTime = 3000

const createUnreadStore = () => {
  const listeners = new Set<() => void>()
  let state = nothingUnread
  let view: UnreadView = { count: 0, divider: null, isRead: false }
  return {
    read: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: (input: UnreadInput): void => {
      state = stepUnread(state, input)
      const { divider, isRead } = state
      const count = countUnread(state)
      if (count === view.count && divider === view.divider && isRead === view.isRead) return
      view = { count, divider, isRead }
      for (const listener of listeners) listener()
    },
  }
}

/** What came while the reader was elsewhere in the thread, or the page was hidden. */
export const useUnread = (items: readonly Item[], driver: ScrollDriver): UnreadView => {
  const clock = useClock()
  const [store] = useState(createUnreadStore)
  const view = useSyncExternalStore(store.subscribe, store.read, store.read)
  const isOpen = view.divider !== null && !view.isRead && view.count === 0

  useLayoutEffect(() => store.tell({ type: 'items', items }), [store, items])
  useEffect(() => {
    const look = (): void =>
      store.tell({
        type: 'watch',
        isWatching: driver.isFollowing() && document.visibilityState === 'visible',
      })
    look()
    const stop = driver.subscribe(look)
    document.addEventListener('visibilitychange', look)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', look)
    }
  }, [store, driver])
  useEffect(() => {
    if (!isOpen) return undefined
    const timer = clock.after(readingTime, () => store.tell({ type: 'read' }))
    return () => timer.cancel()
  }, [store, clock, isOpen])
  return view
}
