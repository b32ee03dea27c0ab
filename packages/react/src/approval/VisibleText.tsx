import { useMemo, type ReactNode } from 'react'
import { baseDirection, type Direction } from './text-direction.ts'
import { textParts, type TextPart } from './text-parts.ts'

export interface VisibleTextProps {
  readonly text: string
  /** For JSON: its line breaks are layout, those of its texts are written `\\n` already. */
  readonly isCode?: boolean
}

export interface VisiblePartsProps {
  readonly parts: readonly TextPart[]
  readonly direction: Direction
  readonly isCode?: boolean
}

/** Neighbours of one kind as one piece, so that a text of hidden signs alone is not an element for each. */
const joined = (parts: readonly TextPart[]): readonly (readonly TextPart[])[] => {
  const groups: TextPart[][] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (part.type === 'code-point' && last?.[0]?.type === 'code-point') last.push(part)
    else groups.push([part])
  }
  return groups
}

const draw = (group: readonly TextPart[], index: number, isCode: boolean): ReactNode => {
  const [part] = group
  switch (part?.type) {
    case 'plain':
      return part.direction === undefined ? (
        <span key={index}>{part.text}</span>
      ) : (
        <bdi key={index} dir={part.direction}>
          {part.text}
        </bdi>
      )
    case 'code-point':
      return (
        <span key={index} className="twk-code-point" dir="ltr">
          {group.map((each) => (each.type === 'code-point' ? `⟦${each.name}⟧` : '')).join('')}
        </span>
      )
    case 'line-break':
      return (
        <span key={index} className="twk-sign">
          {isCode ? '\n' : '↵\n'}
        </span>
      )
    case 'direction':
      return (
        <span key={index} className="twk-sign">
          {part.direction === 'rtl' ? '⟵ ' : '⟶ '}
        </span>
      )
    case undefined:
      return null
  }
}

/** The pieces of a text, each as what it is. */
export const VisibleParts = ({ parts, direction, isCode = false }: VisiblePartsProps): ReactNode => (
  <bdi className="twk-visible-text" dir={direction}>
    {joined(parts).map((group, index) => draw(group, index, isCode))}
  </bdi>
)

/** A text in which nothing hides: what a person cannot see or could mistake is written as its code point. */
export const VisibleText = ({ text, isCode = false }: VisibleTextProps): ReactNode => {
  const parts = useMemo(() => textParts(text), [text])
  return <VisibleParts parts={parts} direction={isCode ? 'ltr' : baseDirection(text)} isCode={isCode} />
}
