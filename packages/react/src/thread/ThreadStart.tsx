import type { Failure, SessionState } from '@threadwork/core'
import type { ReactElement, ReactNode } from 'react'
import { englishThread } from '../strings/thread.ts'
import { useWords } from '../strings/useWords.ts'
import { englishComposerField } from '../strings/composer-field.ts'
import { FailureDetail } from './ThreadBanner.tsx'

export interface ThreadStartProps {
  readonly history: SessionState['history']
  readonly problem: Failure | null
  readonly isEmpty: boolean
  readonly onRetry: (() => void) | undefined
  readonly suggestions: readonly string[]
  readonly onSuggest: ((text: string) => void) | undefined
  /** Replaces the words of the empty state. */
  readonly empty: ReactNode
}

/** What stands at the top of the thread: that it loads, that it failed, that it is closed, or an invitation. */
export const ThreadStart = (props: ThreadStartProps): ReactElement | null => {
  const strings = useWords('thread', englishThread)
  switch (props.history) {
    case 'loading':
      return props.isEmpty ? <Loading /> : null
    case 'failed':
      return (
        <div className="twk-thread__problem" role="alert">
          <p>{strings.failed}</p>
          <p className="twk-hint">
            <FailureDetail failure={props.problem} />
          </p>
          {props.onRetry && (
            <button type="button" className="twk-button" data-variant="secondary" onClick={props.onRetry}>
              {strings.retry}
            </button>
          )}
        </div>
      )
    case 'closed':
      return (
        <p className="twk-thread__problem" role="status">
          {strings.closed}
        </p>
      )
    case 'ready':
      return props.isEmpty ? <Empty {...props} /> : null
  }
}

const Loading = (): ReactElement => {
  const strings = useWords('thread', englishThread)
  return (
    <div className="twk-thread__loading" role="status">
      <span className="twk-visually-hidden">{strings.loading}</span>
      <i data-end="" />
      <i />
      <i />
    </div>
  )
}

const Empty = ({ empty, suggestions, onSuggest }: ThreadStartProps): ReactElement => {
  const strings = useWords('thread', englishThread)
  const { suggestions: label } = useWords('composer', englishComposerField)
  return (
    <div className="twk-thread__empty">
      {empty ?? (
        <>
          <p className="twk-thread__empty-title">{strings.emptyTitle}</p>
          <p>{strings.emptyText}</p>
        </>
      )}
      {onSuggest && suggestions.length > 0 && (
        <ul aria-label={label}>
          {suggestions.map((suggestion) => (
            <li key={suggestion}>
              <button type="button" className="twk-thread__suggestion" onClick={() => onSuggest(suggestion)}>
                {suggestion}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
