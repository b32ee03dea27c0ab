import type { ReactNode, RefObject } from 'react'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import { ApproveButton, ignoreRepeat } from './ApproveButton.tsx'

export interface DecisionButtonsProps {
  /** False while a decision is on its way, or after its time. */
  readonly isOpen: boolean
  readonly describedBy: string
  readonly jumps: number
  readonly rejectButton: RefObject<HTMLButtonElement | null>
  readonly onApprove: () => void
  readonly onReject: () => void
}

/** Approve waits until it has stood still; Reject, which harms nothing, does not. */
export const DecisionButtons = (props: DecisionButtonsProps): ReactNode => {
  const { isOpen, describedBy, jumps, rejectButton, onApprove, onReject } = props
  const strings = useWords('approval', englishApprovalCard)
  return (
    <>
      <ApproveButton
        label={strings.approve}
        isOpen={isOpen}
        describedBy={describedBy}
        jumps={jumps}
        onApprove={onApprove}
      />
      <button
        ref={rejectButton}
        type="button"
        className="twk-button"
        data-variant="secondary"
        aria-disabled={!isOpen}
        aria-describedby={describedBy}
        onKeyDown={ignoreRepeat}
        onClick={() => {
          if (isOpen) onReject()
        }}
      >
        {strings.reject}
      </button>
    </>
  )
}
