import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

export interface FocusKeeper {
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/** Takes the focus to `element` when what had it inside is gone after an update, so that it is not lost. */
export const useKeepFocus = (element: RefObject<HTMLElement | null>): FocusKeeper => {
  const hadFocus = useRef(false)

  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (hadFocus.current && isLost) element.current?.focus({ preventScroll: true })
  })

  return {
    onFocus: () => {
      hadFocus.current = true
    },
    onBlur: (event) => {
      // A removed element is not heard here. Without a next element the person clicked beside, or left the window.
      hadFocus.current = event.relatedTarget
        ? event.currentTarget.contains(event.relatedTarget)
        : !document.hasFocus()
    },
  }
}
