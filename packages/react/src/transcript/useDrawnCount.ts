import { useEffect, useState } from 'react'

// Where the browser tells nobody when it is idle, a task between two frames comes close.
const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'function') {
    const idle = requestIdleCallback(work, { timeout: 200 })
    return () => cancelIdleCallback(idle)
  }
  const timer = setTimeout(work, 16)
  return () => clearTimeout(timer)
}

/** How many of `count` are to be drawn: a first few at once, then one more whenever the page is idle, so that it never stands still. */
export const useDrawnCount = (count: number, first: number): number => {
  const [drawn, setDrawn] = useState(first)
  useEffect(() => {
    if (drawn >= count) return undefined
    return whenIdle(() => setDrawn(drawn + 1))
  }, [drawn, count])
  return Math.min(drawn, count)
}
