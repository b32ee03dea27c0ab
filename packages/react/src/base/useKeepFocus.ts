'use client'

import { useLayoutEffect, type RefObject } from 'react'
import { keepFocus } from './keep-focus.ts'

/**
 * Keeps the focus in `element` when what had it inside is gone after an update: it rests on the nearest thing around,
 * else on the element itself. It never takes the focus from anywhere else.
 */
export const useKeepFocus = (element: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => (element.current ? keepFocus(element.current) : undefined), [element])
}
