import { useEffect, useRef, useState } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import type { WindowState } from './connection-state.ts'
import { openWindow, type OpenedWindow } from './open-window.ts'

/** The one window of a connection card. */
export interface ConnectionWindow {
  readonly state: WindowState
  /** Opens an empty one, `false` where the browser blocks it. Call it in the click itself. */
  readonly open: (text: string) => boolean
  /** Leads the open one to a link. Without one, the person followed the link by other means. */
  readonly lead: (url: string) => void
  /** Closes it: there is nowhere to lead it to. */
  readonly giveUp: () => void
}

const lookEvery = 1000

/** `openUrl`: where a window that was opened before a reload went; `null` when there was none. */
export const useOpenedWindow = (openUrl: string | null): ConnectionWindow => {
  const clock = useClock()
  const handle = useRef<OpenedWindow | null>(null)
  const [state, setState] = useState<WindowState>(
    openUrl === null ? { type: 'none' } : { type: 'open', url: openUrl, hasReturned: true },
  )
  const isAway = state.type === 'open' && !state.hasReturned

  // Nothing hangs on this but the words: a window under another opener policy looks closed from the start.
  useEffect(() => {
    if (!isAway) return undefined
    const look = () => {
      if ((handle.current?.isClosed() ?? true) && document.hasFocus())
        setState((known) => (known.type === 'open' ? { ...known, hasReturned: true } : known))
      else timer = clock.after(lookEvery, look)
    }
    let timer = clock.after(lookEvery, look)
    return () => timer.cancel()
  }, [isAway, clock])

  // A card that goes away leaves no empty window behind.
  const isEmpty = useRef(false)
  useEffect(() => {
    const box = isEmpty
    return () => {
      if (box.current) handle.current?.close()
    }
  }, [])

  return {
    state,
    open: (text) => {
      handle.current = openWindow(text)
      isEmpty.current = handle.current !== null
      setState({ type: handle.current === null ? 'blocked' : 'opening' })
      return handle.current !== null
    },
    lead: (url) => {
      handle.current?.lead(url)
      isEmpty.current = false
      setState({ type: 'open', url, hasReturned: false })
    },
    giveUp: () => {
      handle.current?.close()
      isEmpty.current = false
      setState({ type: 'none' })
    },
  }
}
