import type { ApprovalItem, IntentId } from '@threadwork/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import { DecisionButtons } from './DecisionButtons.tsx'
import { DecisionProgress } from './DecisionProgress.tsx'
import { RejectForm } from './RejectForm.tsx'
import type { OneDecision } from './useDecideOnce.ts'

export interface ApprovalActionsProps {
  readonly item: ApprovalItem
  readonly decision: OneDecision
  readonly onRetry: ((intentId: IntentId) => void) | undefined
  /** Where the values can be changed. */
  readonly onEdit: (() => void) | undefined
  readonly isExpired: boolean
  readonly reasons: readonly string[] | undefined
  readonly jumps: number
  readonly describedBy: string
  /** What stands at the other end of the row. */
  readonly children: ReactNode
}

/** The open end of an approval: its buttons, the reason for a rejection, and how far the decision came. */
export const ApprovalActions = (props: ApprovalActionsProps): ReactNode => {
  const { item, decision, onRetry, onEdit, isExpired, describedBy } = props
  const { choice, decide } = decision
  const strings = useWords('approval', englishApprovalCard)
  const [isRejecting, setIsRejecting] = useState(false)
  const rejectButton = useRef<HTMLButtonElement>(null)
  const wasRejecting = useRef(false)
  const isOpen = choice === null && !isExpired

  useEffect(() => {
    if (wasRejecting.current && !isRejecting) rejectButton.current?.focus()
    wasRejecting.current = isRejecting
  }, [isRejecting])

  if (isRejecting && isOpen) {
    return (
      <RejectForm
        reasons={props.reasons}
        onCancel={() => setIsRejecting(false)}
        onReject={(reason) => {
          setIsRejecting(false)
          decide('rejected', reason === undefined ? {} : { reason })
        }}
      />
    )
  }
  return (
    <>
      <DecisionProgress
        submission={item.submission}
        choice={choice}
        isExpired={isExpired}
        onRetry={isExpired ? undefined : onRetry}
      />
      <div className="twk-card__actions" role="group" aria-label={strings.decision}>
        <DecisionButtons
          isOpen={isOpen}
          describedBy={describedBy}
          jumps={props.jumps}
          rejectButton={rejectButton}
          onApprove={() => decide('approved')}
          onReject={() => setIsRejecting(true)}
        />
        {onEdit && (
          <button
            type="button"
            className="twk-button"
            data-variant="secondary"
            aria-disabled={!isOpen}
            onClick={() => {
              if (isOpen) onEdit()
            }}
          >
            {strings.edit}
          </button>
        )}
        {props.children}
      </div>
    </>
  )
}
