import { createElement, use, type ReactNode } from 'react'
import { OpenEnd, useMarkdownExtras } from './markdown-extra.ts'

/** What an extra draws in place of code; `null` where none does. */
export const useExtra = (kind: 'blocks' | 'inline', code: string, language: string | null): ReactNode => {
  const isOpen = use(OpenEnd)
  const name = language?.toLowerCase() ?? ''
  const extra = useMarkdownExtras().find((extra) => extra[kind]?.has(name))
  const drawing = extra?.[kind]?.get(name)
  return drawing ? createElement(drawing, { code, language: name, isOpen }) : null
}
