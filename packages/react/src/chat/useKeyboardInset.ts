import { useEffect, type RefObject } from 'react'

/** What is needed of `window.visualViewport`. Lengths in CSS pixels. */
export interface Viewport extends EventTarget {
  readonly offsetTop: number
  readonly height: number
  readonly scale: number
}

// Less than this is a browser bar, which the page's own layout follows.
const smallest = 60

const insetsOf = (box: DOMRect, viewport: Viewport): readonly [start: number, end: number] => {
  const end = box.bottom - (viewport.offsetTop + viewport.height)
  // Enlarged by two fingers, the person looks at a part of the page and moves it about.
  if (viewport.scale > 1.05 || end + viewport.offsetTop < smallest) return [0, 0]
  return [Math.max(0, viewport.offsetTop - box.top), Math.max(0, end)]
}

/**
 * Keeps an element's content inside what a touch keyboard leaves free: iOS lays the keyboard over the page, and may
 * push the page's start out of sight. The style reads `--twk-inset-start` and `--twk-inset-end`.
 */
export const useKeyboardInset = (
  element: RefObject<HTMLElement | null>,
  viewport: Viewport | null = globalThis.visualViewport ?? null,
): void => {
  useEffect(() => {
    const target = element.current
    if (!viewport || !target) return undefined
    const fit = () => {
      const [start, end] = insetsOf(target.getBoundingClientRect(), viewport)
      target.style.setProperty('--twk-inset-start', `${Math.round(start)}px`)
      target.style.setProperty('--twk-inset-end', `${Math.round(end)}px`)
    }
    viewport.addEventListener('resize', fit)
    viewport.addEventListener('scroll', fit)
    return () => {
      viewport.removeEventListener('resize', fit)
      viewport.removeEventListener('scroll', fit)
    }
  }, [element, viewport])
}
