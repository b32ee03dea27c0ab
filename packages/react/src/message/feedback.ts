import type { MessageItem } from '@threadwork/core'

/** What a person thinks of a reply. */
export interface Feedback {
  readonly reaction: 'positive' | 'negative'
  /** In their own words, at most 2,000 characters; `null` where they said none. */
  readonly comment: string | null
}

/** Takes it to the host's backend. A rejection is told with its message, and can be tried again. */
export type FeedbackHandler = (message: MessageItem, feedback: Feedback) => Promise<void>

/** How far a person's feedback came. */
export type FeedbackState =
  | { readonly status: 'none' }
  | { readonly status: 'commenting' }
  | { readonly status: 'sending' | 'sent'; readonly feedback: Feedback }
  | { readonly status: 'failed'; readonly feedback: Feedback; readonly message: string }
