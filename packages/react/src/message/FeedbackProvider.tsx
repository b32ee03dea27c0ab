'use client'

import { createContext, useContext, useMemo, type ReactElement, type ReactNode } from 'react'
import type { FeedbackHandler, FeedbackState } from './feedback.ts'

export interface FeedbackPlace {
  readonly onFeedback: FeedbackHandler
  /** What was said of which message, so that a row that leaves the view comes back as it was. */
  readonly known: Map<string, FeedbackState>
}

const FeedbackContext = createContext<FeedbackPlace | null>(null)

export interface FeedbackProviderProps {
  /** `null`: no thumbs. Keep its identity between renders. */
  readonly onFeedback: FeedbackHandler | null
  readonly children: ReactNode
}

/** Lets people say what they think of the replies below. */
export const FeedbackProvider = ({ onFeedback, children }: FeedbackProviderProps): ReactElement => {
  const place = useMemo(
    () => onFeedback && { onFeedback, known: new Map<string, FeedbackState>() },
    [onFeedback],
  )
  return <FeedbackContext value={place}>{children}</FeedbackContext>
}

/** Where feedback goes from here; `null` where the host takes none. */
export const useFeedback = (): FeedbackPlace | null => useContext(FeedbackContext)
