import type { Clock, Timer } from '@threadwork/core'
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'

const stillFor = 500
const lookEvery = 100

interface Place extends Pick<DOMRect, 'x' | 'y' | 'width' | 'height'> {
  /** Where it stands in what scrolls, and how long that is. */
  readonly offset: number
  readonly length: number
}

const placeOf = (element: HTMLElement): Place => {
  const { x, y, width, height } = element.getBoundingClientRect()
  const scroller = element.closest('.twk-thread__scroller') ?? document.documentElement
  return { x, y, width, height, offset: y + scroller.scrollTop, length: scroller.scrollHeight }
}

// A card moves when something else makes it move. Whoever scrolls does so on purpose and sees what comes: then it
// keeps its place in a thread that is as long as before.
const isUnmoved = (one: Place, other: Place): boolean =>
  one.y === other.y || (one.offset === other.offset && one.length === other.length)

const isSame = (one: Place, other: Place): boolean =>
  one.x === other.x && one.width === other.width && one.height === other.height && isUnmoved(one, other)

export interface Stillness {
  readonly isStill: boolean
  /** Looks once more, now: an element that moved a moment ago has to stand still anew. */
  readonly check: () => boolean
}

/** Looks at an element's place in intervals and tells when it has been in full view, unmoved, for 500 ms. */
const watchPlace = (element: HTMLElement, clock: Clock, onChange: (isStill: boolean) => void) => {
  let place: Place | null = null
  let since = 0
  let isInView = false
  let isStill = false
  let timer: Timer | null = null

  const tell = (next: boolean): void => {
    if (next === isStill) return
    isStill = next
    onChange(next)
  }
  const restart = (): void => {
    timer?.cancel()
    place = null
    tell(false)
    look()
  }
  // It goes on looking at what stands still: a card that moves later has to stand still anew, and is told so.
  const look = (): void => {
    const now = placeOf(element)
    const canBeSeen = isInView && document.visibilityState === 'visible'
    if (!canBeSeen || !place || !isSame(place, now)) {
      place = canBeSeen ? now : null
      since = clock.now()
      tell(false)
    } else {
      place = now
      if (clock.now() - since >= stillFor) tell(true)
    }
    timer = clock.after(lookEvery, look)
  }
  const observer = new IntersectionObserver(
    ([entry]) => {
      const isNowInView = (entry?.intersectionRatio ?? 0) >= 0.99
      if (isNowInView === isInView) return
      isInView = isNowInView
      restart()
    },
    { threshold: [0, 0.99] },
  )
  observer.observe(element)
  look()
  return {
    hasMoved: () => !place || !isSame(place, placeOf(element)),
    restart,
    stop: () => {
      timer?.cancel()
      observer.disconnect()
    },
  }
}

/** Whether an element has been visible and still for 500 ms. Watches only while `isWatching`, anew whenever `jumps` grows. */
export const useStill = (
  element: RefObject<HTMLElement | null>,
  isWatching: boolean,
  jumps: number = 0,
): Stillness => {
  const clock = useClock()
  const [isStill, setIsStill] = useState(false)
  const watch = useRef<ReturnType<typeof watchPlace> | null>(null)

  useEffect(() => {
    if (!isWatching || !element.current) return
    const watched = watchPlace(element.current, clock, setIsStill)
    watch.current = watched
    return () => {
      watched.stop()
      watch.current = null
      setIsStill(false)
    }
    // What was jumped to stands still anew.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [element, isWatching, clock, jumps])

  const check = useCallback(() => {
    if (!watch.current?.hasMoved()) return watch.current !== null
    watch.current.restart()
    return false
  }, [])

  return { isStill, check }
}
