import { useMemo, type ReactNode } from 'react'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import { cutParts } from './cut-parts.ts'
import { foldedLength, foldedLines, isLong, textStep } from './long-text.ts'
import { baseDirection } from './text-direction.ts'
import { textParts } from './text-parts.ts'
import { VisibleParts } from './VisibleText.tsx'

export interface LongTextProps {
  readonly text: string
  readonly isCode?: boolean
  /** How many characters are to be drawn; 0 while it is folded. */
  readonly open: number
  readonly onOpen: (characters: number) => void
}

/** A text of any length. Of a long one the beginning is drawn, and it says how much there is. */
export const LongText = ({ text, isCode = false, open, onOpen }: LongTextProps): ReactNode => {
  const strings = useWords('approval', englishApprovalCard)
  const parts = useMemo(() => textParts(text), [text])
  const isFoldable = isLong(text)
  const cut = useMemo(
    () =>
      isFoldable
        ? cutParts(parts, Math.max(open, foldedLength), open === 0 ? foldedLines : Infinity)
        : { parts, length: text.length },
    [isFoldable, parts, open, text],
  )
  const hidden = text.length - cut.length
  const next = Math.min(hidden, textStep)
  return (
    <>
      <div className="twk-parameters__text">
        <VisibleParts parts={cut.parts} direction={isCode ? 'ltr' : baseDirection(text)} isCode={isCode} />
        {hidden > 0 && <span className="twk-sign">…</span>}
      </div>
      {isFoldable && (
        <button
          type="button"
          className="twk-text-button"
          aria-expanded={hidden === 0}
          onClick={() => onOpen(hidden === 0 ? 0 : (open === 0 ? 0 : cut.length) + textStep)}
        >
          {hidden === 0
            ? strings.showLess
            : text.length <= textStep
              ? strings.showAll(text.length, hidden)
              : strings.showMoreText(next, hidden)}
        </button>
      )}
    </>
  )
}
