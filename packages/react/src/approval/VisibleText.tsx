import { useMemo, type ReactNode } from 'react'
import { textParts, type TextPart } from './text-parts.ts'

export interface VisibleTextProps {
  readonly text: string
  /** For JSON: its line breaks are layout, those of its texts are written `\\n` already. */
  readonly isCode?: boolean
}

const draw = (part: TextPart, index: number, isCode: boolean): ReactNode => {
  switch (part.type) {
    case 'plain':
      return <span key={index}>{part.text}</span>
    case 'code-point':
      return (
        <span key={index} className="twk-code-point">
          ⟦{part.name}⟧
        </span>
      )
    case 'line-break':
      return (
        <span key={index} className="twk-code-point" data-kind="line-break">
          {isCode ? '\n' : '↵\n'}
        </span>
      )
  }
}

/** A text in which nothing hides: what a person cannot see or could mistake is written as its code point. */
export const VisibleText = ({ text, isCode = false }: VisibleTextProps): ReactNode => {
  const parts = useMemo(() => textParts(text), [text])
  return <bdi className="twk-visible-text">{parts.map((part, index) => draw(part, index, isCode))}</bdi>
}
