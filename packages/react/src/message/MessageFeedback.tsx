import type { MessageItem } from '@threadwork/core'
import { useState, type ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishMessage } from '../strings/message.ts'
import { useWords } from '../strings/useWords.ts'
import { FeedbackComment } from './FeedbackComment.tsx'
import type { Feedback, FeedbackState } from './feedback.ts'
import type { FeedbackPlace } from './FeedbackProvider.tsx'

export interface MessageFeedbackProps {
  readonly item: MessageItem
  readonly place: FeedbackPlace
}

const reactionOf = (state: FeedbackState): Feedback['reaction'] | null => {
  if (state.status === 'none') return null
  return state.status === 'commenting' ? 'negative' : state.feedback.reaction
}

/** Two thumbs. A thumb down asks for words before it goes; either can be changed by pressing the other. */
export const MessageFeedback = ({ item, place }: MessageFeedbackProps): ReactElement => {
  const strings = useWords('message', englishMessage)
  const [state, show] = useState<FeedbackState>(place.known.get(item.key) ?? { status: 'none' })
  const reaction = reactionOf(state)

  const setState = (next: FeedbackState): void => {
    place.known.set(item.key, next)
    show(next)
  }
  const send = async (feedback: Feedback): Promise<void> => {
    if (state.status === 'sending') return
    setState({ status: 'sending', feedback })
    try {
      await place.onFeedback(item, feedback)
      setState({ status: 'sent', feedback })
    } catch (reason) {
      const message = reason instanceof Error ? reason.message : String(reason)
      setState({ status: 'failed', feedback, message })
    }
  }

  return (
    <>
      <button
        type="button"
        className="twk-tool"
        aria-label={strings.good}
        title={strings.good}
        aria-pressed={reaction === 'positive'}
        onClick={() => void send({ reaction: 'positive', comment: null })}
      >
        <Icon name="thumbUp" />
      </button>
      <button
        type="button"
        className="twk-tool"
        aria-label={strings.bad}
        title={strings.bad}
        aria-pressed={reaction === 'negative'}
        aria-expanded={state.status === 'commenting'}
        onClick={() => setState({ status: state.status === 'commenting' ? 'none' : 'commenting' })}
      >
        <Icon name="thumbDown" />
      </button>
      <span className="twk-hint" role="status">
        {state.status === 'sent' && strings.thanks}
      </span>
      {state.status === 'commenting' && (
        <FeedbackComment onSend={(comment) => void send({ reaction: 'negative', comment })} />
      )}
      {state.status === 'failed' && (
        <p className="twk-error">
          {strings.feedbackFailed(state.message)}{' '}
          <button type="button" className="twk-text-button" onClick={() => void send(state.feedback)}>
            {strings.retry}
          </button>
        </p>
      )}
    </>
  )
}
