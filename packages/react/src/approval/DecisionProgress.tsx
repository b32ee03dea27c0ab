import type { IntentId, Submission } from '@threadwork/core'
import type { ReactNode } from 'react'
import { englishApprovalCard, type ApprovalCardStrings } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import type { Resolution } from './useDecideOnce.ts'

export interface DecisionProgressProps {
  readonly submission: Submission | null
  readonly choice: Resolution | null
  /** The time for a decision is over. */
  readonly isExpired: boolean
  readonly onRetry: ((intentId: IntentId) => void) | undefined
}

/** How far a decision came, in words. */
export const progressText = (
  submission: Submission | null,
  choice: Resolution | null,
  strings: ApprovalCardStrings,
): string => {
  switch (submission?.status) {
    case 'queued':
      return strings.queued
    case 'unknown':
      return submission.problem ?? strings.sendUnknown
    case 'failed':
      return submission.problem ?? strings.sendFailed
    case 'sent':
      return strings.sent(submission.choice ?? 'approved')
    case 'sending':
    case undefined:
      return choice === null ? '' : strings.sending(choice)
  }
}

/** Tells the truth about a decision that is on its way. Always in the page, so that a change of its words is heard. */
export const DecisionProgress = (props: DecisionProgressProps): ReactNode => {
  const { submission, choice, isExpired, onRetry } = props
  const strings = useWords('approval', englishApprovalCard)
  const hasFailed = submission?.status === 'failed' && choice === null
  const told = hasFailed || choice !== null ? progressText(submission, choice, strings) : ''
  const text = told === '' && isExpired ? strings.expiredHint : told
  return (
    <div
      className="twk-approval__progress"
      data-status={submission?.status}
      data-empty={text === '' || undefined}
    >
      <span aria-live="polite" className={hasFailed ? 'twk-error' : 'twk-hint'}>
        {text}
      </span>
      {hasFailed && onRetry && (
        <button
          type="button"
          className="twk-button"
          data-variant="quiet"
          onClick={() => onRetry(submission.intentId)}
        >
          {strings.retry}
        </button>
      )}
    </div>
  )
}
