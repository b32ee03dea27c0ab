import { use, useEffect, type RefObject } from 'react'
import { OpenEnd, useMarkdownExtras } from './markdown-extra.ts'

/** Lets the extras colour the code in `element` once it is closed. */
export const useCodePaint = (
  element: RefObject<HTMLElement | null>,
  code: string,
  language: string | null,
): void => {
  const extras = useMarkdownExtras()
  const isOpen = use(OpenEnd)

  useEffect(() => {
    const text = element.current?.firstChild
    if (isOpen || language === null || !(text instanceof Text)) return
    const undo = extras.flatMap(({ paint }) => (paint ? [paint(text, language.toLowerCase())] : []))
    return () => undo.forEach((each) => each())
    // The same node holds another text when `code` changes.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [element, extras, isOpen, code, language])
}
