import { useMemo, type ReactNode } from 'react'
import { textParts, type TextPart } from './text-parts.ts'

export interface VisibleTextProps {
  readonly text: string
}

const draw = (part: TextPart, index: number): ReactNode => {
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
          {'↵\n'}
        </span>
      )
  }
}

/** A text in which nothing hides: what a person cannot see or could mistake is written as its code point. */
export const VisibleText = ({ text }: VisibleTextProps): ReactNode => {
  const parts = useMemo(() => textParts(text), [text])
  return <bdi className="twk-visible-text">{parts.map(draw)}</bdi>
}
