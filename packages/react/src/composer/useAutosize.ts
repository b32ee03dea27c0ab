import { useLayoutEffect, useRef, type RefObject } from 'react'

const isNative = (): boolean => CSS.supports('field-sizing', 'content')

/**
 * A text field as high as its text, also where the browser's own `field-sizing` is missing. How high it may get is the
 * style's.
 */
export const useAutosize = (text: string): RefObject<HTMLTextAreaElement | null> => {
  const field = useRef<HTMLTextAreaElement>(null)
  const shown = useRef('')
  useLayoutEffect(() => {
    const element = field.current
    if (!element || shown.current === text || isNative()) return
    shown.current = text
    element.style.blockSize = 'auto'
    element.style.blockSize = `${element.scrollHeight}px`
  })
  return field
}
