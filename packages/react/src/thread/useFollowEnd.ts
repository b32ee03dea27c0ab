import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Nearer to the end than this, in pixels, counts as at the end. */
const endZone = 48

export interface FollowEnd {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly content: RefObject<HTMLDivElement | null>
  /** The reader has scrolled away from the end. */
  readonly isAway: boolean
  readonly jumpToEnd: () => void
}

const distanceToEnd = (element: HTMLElement): number =>
  element.scrollHeight - element.clientHeight - element.scrollTop

/**
 * Keeps the end in view while the reader is there, and leaves the reader alone who is not. Growth alone never
 * counts as scrolling away: only a scroll upwards does.
 */
export const useFollowEnd = (): FollowEnd => {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const isFollowing = useRef(true)
  const [isAway, setIsAway] = useState(false)

  const toEnd = useCallback(() => {
    const element = scroller.current
    if (element) element.scrollTop = element.scrollHeight
  }, [])
  const jumpToEnd = useCallback(() => {
    isFollowing.current = true
    setIsAway(false)
    toEnd()
  }, [toEnd])

  useLayoutEffect(toEnd, [toEnd])

  useEffect(() => {
    const element = scroller.current
    const inner = content.current
    if (!element || !inner) return undefined
    let lastTop = element.scrollTop
    let lastHeight = element.scrollHeight
    const handleScroll = () => {
      const isAtEnd = distanceToEnd(element) <= endZone
      // Content that shrinks moves the view up as well; nobody scrolled then.
      const isByReader = element.scrollHeight === lastHeight && element.scrollTop < lastTop - 1
      if (isAtEnd) isFollowing.current = true
      else if (isByReader) isFollowing.current = false
      lastTop = element.scrollTop
      lastHeight = element.scrollHeight
      setIsAway(!isFollowing.current)
    }
    // Fires after layout and before paint, so the reader never sees the content before it is scrolled.
    const observer = new ResizeObserver(() => {
      if (isFollowing.current) toEnd()
      lastTop = element.scrollTop
      lastHeight = element.scrollHeight
    })
    observer.observe(inner)
    observer.observe(element)
    element.addEventListener('scroll', handleScroll, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', handleScroll)
    }
  }, [toEnd])

  return { scroller, content, isAway, jumpToEnd }
}
