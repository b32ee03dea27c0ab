import { useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'
import { useStill } from './useStill.ts'

export interface DecisionButtonsProps {
  /** False while a decision is on its way. */
  readonly isOpen: boolean
  readonly describedBy: string
  readonly rejectButton: RefObject<HTMLButtonElement | null>
  readonly onApprove: () => void
  readonly onReject: () => void
}

/** A held key repeats: a press that began elsewhere must not reach a button that has just appeared. */
const ignoreRepeat = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault()
}

/** Approve waits until it has stood in view, unmoved, for 500 ms; Reject, which harms nothing, does not. */
export const DecisionButtons = (props: DecisionButtonsProps): ReactNode => {
  const { isOpen, describedBy, rejectButton, onApprove, onReject } = props
  const strings = useStrings().approval
  const approveButton = useRef<HTMLButtonElement>(null)
  const { isStill, check } = useStill(approveButton, isOpen)
  const canApprove = isOpen && isStill
  return (
    <>
      <button
        ref={approveButton}
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
        {strings.approve}
      </button>
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
