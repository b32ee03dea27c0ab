import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import { useStill } from './useStill.ts'

export interface ApproveButtonProps {
  readonly label: string
  /** False while a decision is on its way, or none can be made. */
  readonly isOpen: boolean
  readonly describedBy?: string | undefined
  /** Grows when the page, not the reader, brought it into view: then it has to stand still anew. */
  readonly jumps?: number
  readonly onApprove: () => void
}

/** A held key repeats: a press that began elsewhere must not reach a button that has just appeared. */
export const ignoreRepeat = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault()
}

/** Lets something run. It never takes the focus, and works once it has stood in view, unmoved, for 500 ms. */
export const ApproveButton = (props: ApproveButtonProps): ReactNode => {
  const { label, isOpen, describedBy, jumps = 0, onApprove } = props
  const strings = useWords('approval', englishApprovalCard)
  const button = useRef<HTMLButtonElement>(null)
  const { isStill, check } = useStill(button, isOpen, jumps)
  const canApprove = isOpen && isStill
  return (
    <button
      ref={button}
      type="button"
      className="twk-button"
      data-variant="primary"
      aria-disabled={!canApprove}
      aria-describedby={describedBy}
      title={isOpen && !isStill ? strings.holdOn : undefined}
      onKeyDown={ignoreRepeat}
      onClick={() => {
        if (canApprove && check()) onApprove()
      }}
    >
      {label}
    </button>
  )
}
