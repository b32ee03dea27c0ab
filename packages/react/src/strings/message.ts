import { englishMessageText, type MessageTextStrings } from './message-text.ts'

export interface MessageStrings extends MessageTextStrings {
  readonly good: string
  readonly bad: string
  readonly whatWasWrong: string
  readonly sendFeedback: string
  readonly thanks: string
  feedbackFailed(reason: string): string
  /** Names what a message offers to answer with, or to open. */
  readonly offers: string
  /** What a button sends, where its label says something else. */
  sends(text: string): string
  moreOffers(count: number): string
  readonly fewerOffers: string
  /** A link that leads nowhere a browser may go from here. */
  readonly unsafeLink: string
}

export const englishMessage: MessageStrings = {
  ...englishMessageText,
  good: 'Good reply',
  bad: 'Bad reply',
  whatWasWrong: 'What was wrong? (optional)',
  sendFeedback: 'Send feedback',
  thanks: 'Thanks for telling us.',
  feedbackFailed: (reason) => `Your feedback was not sent. ${reason}`,
  offers: 'Suggested answers and links',
  sends: (text) => `Sends “${text}”`,
  moreOffers: (count) => `Show ${count} more`,
  fewerOffers: 'Show fewer',
  unsafeLink: 'This link cannot be opened safely.',
}
