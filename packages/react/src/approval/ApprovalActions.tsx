import type { ApprovalItem, IntentId } from '@threadwork/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'
import { DecisionButtons } from './DecisionButtons.tsx'
import { DecisionProgress } from './DecisionProgress.tsx'
import { RejectForm } from './RejectForm.tsx'
import { useDecideOnce, type Decide } from './useDecideOnce.ts'

export interface ApprovalActionsProps {
  readonly item: ApprovalItem
  readonly onDecide: Decide
  readonly onRetry: ((intentId: IntentId) => void) | undefined
  readonly describedBy: string
  /** What stands at the other end of the row. */
  readonly children: ReactNode
}

/** The open end of an approval: its two buttons, the reason for a rejection, and how far the decision came. */
export const ApprovalActions = (props: ApprovalActionsProps): ReactNode => {
  const { item, onDecide, onRetry, describedBy, children } = props
  const strings = useStrings().approval
  const [isRejecting, setIsRejecting] = useState(false)
  const rejectButton = useRef<HTMLButtonElement>(null)
  const wasRejecting = useRef(false)
  const { choice, decide } = useDecideOnce(item, onDecide)

  useEffect(() => {
    if (wasRejecting.current && !isRejecting) rejectButton.current?.focus()
    wasRejecting.current = isRejecting
  }, [isRejecting])

  if (isRejecting && choice === null) {
    return (
      <RejectForm
        onCancel={() => setIsRejecting(false)}
        onReject={(reason) => {
          setIsRejecting(false)
          decide('rejected', reason)
        }}
      />
    )
  }
  return (
    <>
      <DecisionProgress submission={item.submission} choice={choice} onRetry={onRetry} />
      <div className="twk-card__actions" role="group" aria-label={strings.decision}>
        <DecisionButtons
          isOpen={choice === null}
          describedBy={describedBy}
          rejectButton={rejectButton}
          onApprove={() => decide('approved')}
          onReject={() => setIsRejecting(true)}
        />
        {children}
      </div>
    </>
  )
}
