import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { englishMessage } from '../strings/message.ts'
import { useWords } from '../strings/useWords.ts'

const longestComment = 2000

/** Asks what was wrong; it can be sent empty. */
export const FeedbackComment = ({
  onSend,
}: {
  readonly onSend: (comment: string | null) => void
}): ReactElement => {
  const strings = useWords('message', englishMessage)
  const [comment, setComment] = useState('')
  const id = useId()
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    onSend(comment.trim() || null)
  }
  return (
    <form className="twk-feedback" onSubmit={handleSubmit} aria-label={strings.bad}>
      <label htmlFor={id}>{strings.whatWasWrong}</label>
      <textarea
        id={id}
        className="twk-input"
        rows={2}
        maxLength={longestComment}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
      />
      <button type="submit" className="twk-button" data-variant="quiet">
        {strings.sendFeedback}
      </button>
    </form>
  )
}
