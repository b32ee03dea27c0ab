import { startTransition, useEffect, useState } from 'react'

/** So many groups are drawn at once: more than nearly every message has. */
const step = 8

/**
 * How many of `count` groups to draw by now. A long text that comes whole is drawn in steps, between which the page
 * answers; one that grows is always drawn to its end.
 */
export const useGradually = (count: number): number => {
  const [ready, setReady] = useState(step)

  // Always a step ahead, so that the next group of a growing text waits for nothing.
  useEffect(() => {
    if (ready < count + step) startTransition(() => setReady(ready + step))
  }, [ready, count])

  return Math.min(count, ready)
}
