/** Tells once of each element that it has been in view. */
export interface SeenWatch {
  /** Returns the way to stop. */
  observe(element: Element, onSeen: () => void): () => void
}

/** One observer for all the rows of a list. */
export const createSeenWatch = (): SeenWatch => {
  const waiting = new Map<Element, () => void>()
  let observer: IntersectionObserver | null = null

  const forget = (element: Element): void => {
    waiting.delete(element)
    observer?.unobserve(element)
  }
  const look = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting || document.visibilityState !== 'visible') continue
      const onSeen = waiting.get(target)
      forget(target)
      onSeen?.()
    }
  }
  return {
    observe(element, onSeen) {
      observer ??= new IntersectionObserver(look)
      waiting.set(element, onSeen)
      observer.observe(element)
      return () => forget(element)
    },
  }
}
