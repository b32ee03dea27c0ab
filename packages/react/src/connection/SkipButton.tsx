import type { Submission } from '@threadwork/core'
import { useState, type ReactNode } from 'react'
import type { ConnectionStrings } from '../strings/connection.ts'
import { useStrings } from '../strings/StringsProvider.tsx'

export interface SkipButtonProps {
  readonly submission: Submission | null
  readonly onSkip: () => void
}

const progressText = (
  submission: Submission | null,
  isPressed: boolean,
  strings: ConnectionStrings,
): string => {
  switch (submission?.status) {
    case 'failed':
      return submission.problem ?? strings.skipFailed
    case 'unknown':
      return submission.problem ?? strings.skipUnknown
    case 'queued':
    case 'sending':
    case 'sent':
      return strings.skipping
    case undefined:
      return isPressed ? strings.skipping : ''
  }
}

/** Goes on without the account, once; after a failure it can be pressed again. */
export const SkipButton = ({ submission, onSkip }: SkipButtonProps): ReactNode => {
  const strings = useStrings().connection
  const failure = submission?.status === 'failed' ? submission : null
  const [pressedAfter, setPressedAfter] = useState<Submission | null | 'never'>('never')
  const isPressed = pressedAfter === failure
  const isBusy = isPressed || (submission !== null && failure === null)
  return (
    <>
      <button
        type="button"
        className="twk-text-button twk-card__end"
        aria-disabled={isBusy}
        onClick={() => {
          if (isBusy) return
          setPressedAfter(failure)
          onSkip()
        }}
      >
        {strings.skip}
      </button>
      <span aria-live="polite" className={`twk-connection__skip ${failure ? 'twk-error' : 'twk-hint'}`}>
        {progressText(submission, isPressed, strings)}
      </span>
    </>
  )
}
