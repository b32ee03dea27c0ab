import type { IntentId, Submission } from '@threadwork/core'
import type { ReactNode } from 'react'
import { englishMessageText } from '../strings/message-text.ts'
import { useWords } from '../strings/useWords.ts'

export interface MessageSendingProps {
  readonly submission: Submission
  readonly onRetry: ((intentId: IntentId) => void) | undefined
  readonly onDiscard: ((intentId: IntentId) => void) | undefined
}

/** How far a message of this person came, until it has arrived. */
export const MessageSending = ({ submission, onRetry, onDiscard }: MessageSendingProps): ReactNode => {
  const strings = useWords('message', englishMessageText)
  const { intentId, status, problem } = submission
  if (status === 'sent') return null
  if (status !== 'failed') return <p className="twk-hint">{problem ?? strings[status]}</p>
  return (
    <div className="twk-message__problem">
      <span className="twk-error">{problem ?? strings.failed}</span>
      {onRetry && (
        <button type="button" className="twk-button" data-variant="quiet" onClick={() => onRetry(intentId)}>
          {strings.retry}
        </button>
      )}
      {onDiscard && (
        <button type="button" className="twk-text-button" onClick={() => onDiscard(intentId)}>
          {strings.discard}
        </button>
      )}
    </div>
  )
}
