import type { Submission } from '@threadwork/core'
import type { ReactElement } from 'react'
import { englishForm, type DraftGaps, type FormStrings } from '../strings/form.ts'
import { useWords } from '../strings/useWords.ts'

export interface FormActionsProps {
  readonly isSending: boolean
  readonly submission: Submission | null
  /** What the backend said about fields that are not on the page. */
  readonly otherProblems: readonly string[]
  /** What the kept draft leaves out; `null` where none is kept. */
  readonly draft: DraftGaps | null
  readonly onRetry: (() => void) | undefined
  readonly onDecline: (() => void) | undefined
  readonly onCancel: (() => void) | undefined
}

const stateOf = (submission: Submission | null, isSending: boolean, strings: FormStrings): string | null => {
  switch (submission?.status) {
    case 'queued':
      return strings.queued
    case 'unknown':
      return submission.problem ?? strings.sendUnknown
    case 'failed':
      return isSending ? strings.sending : null
    case 'sending':
    case 'sent':
      return strings.sending
    case undefined:
      return isSending ? strings.sending : null
  }
}

/** The button, and in words where the details are on their way. It keeps its place and the focus while they travel. */
export const FormActions = (props: FormActionsProps): ReactElement => {
  const { submission, isSending } = props
  const strings = useWords('form', englishForm)
  const state = stateOf(submission, isSending, strings)
  const problem =
    submission?.status === 'failed' && !isSending ? (submission.problem ?? strings.sendFailed) : null
  return (
    <div className="twk-form__actions">
      {problem !== null && (
        <p className="twk-error twk-form__problem">{[problem, ...props.otherProblems].join(' ')}</p>
      )}
      <button type="submit" className="twk-button" data-variant="primary" aria-disabled={isSending}>
        {strings.send}
      </button>
      {submission?.status === 'unknown' && props.onRetry && (
        <button type="button" className="twk-button" data-variant="secondary" onClick={props.onRetry}>
          {strings.sendAgain}
        </button>
      )}
      {props.onDecline && (
        <button
          type="button"
          className="twk-button"
          data-variant="secondary"
          aria-disabled={isSending}
          onClick={props.onDecline}
        >
          {strings.decline}
        </button>
      )}
      {props.onCancel && (
        <button type="button" className="twk-text-button" aria-disabled={isSending} onClick={props.onCancel}>
          {strings.cancel}
        </button>
      )}
      <span className="twk-hint" role="status">
        {state ?? (props.draft ? strings.draftKept(props.draft) : '')}
      </span>
    </div>
  )
}
