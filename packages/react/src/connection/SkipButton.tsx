import type { Submission } from '@threadwork/core'
import { useState, type ReactNode } from 'react'
import { englishConnection, type ConnectionStrings } from '../strings/connection.ts'
import { useWords } from '../strings/useWords.ts'

export interface SkipButtonProps {
  readonly submission: Submission | null
  /** Something was begun that a skip throws away, so it is asked for once more. */
  readonly needsConfirmation: boolean
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
export const SkipButton = ({ submission, needsConfirmation, onSkip }: SkipButtonProps): ReactNode => {
  const strings = useWords('connection', englishConnection)
  const failure = submission?.status === 'failed' ? submission : null
  const [pressedAfter, setPressedAfter] = useState<Submission | null | 'never'>('never')
  const [isAsking, setIsAsking] = useState(false)
  const isPressed = pressedAfter === failure
  const isBusy = isPressed || (submission !== null && failure === null)
  const isQuestion = isAsking && needsConfirmation && !isBusy
  const handleSkip = (): void => {
    if (isBusy) return
    if (needsConfirmation && !isAsking) return setIsAsking(true)
    setIsAsking(false)
    setPressedAfter(failure)
    onSkip()
  }
  return (
    <>
      {isQuestion && (
        <button type="button" className="twk-text-button twk-card__end" onClick={() => setIsAsking(false)}>
          {strings.keepWaiting}
        </button>
      )}
      {/* One button for both presses, so that the focus stays where it is. */}
      <button
        type="button"
        className={isQuestion ? 'twk-button' : 'twk-text-button twk-card__end'}
        data-variant={isQuestion ? 'danger' : undefined}
        aria-disabled={isBusy}
        onKeyDown={(event) => {
          if (event.repeat) event.preventDefault()
        }}
        onClick={handleSkip}
      >
        {strings.skip}
      </button>
      <span aria-live="polite" className={`twk-connection__skip ${failure ? 'twk-error' : 'twk-hint'}`}>
        {isQuestion ? strings.skipQuestion : progressText(submission, isPressed, strings)}
      </span>
    </>
  )
}
