export interface MessageStrings {
  readonly you: string
  readonly assistant: string
  /** Names a message for whoever walks from one to the next; `time` is a time of day. */
  label(writer: string, time: string | null): string
  readonly queued: string
  readonly sending: string
  readonly unknown: string
  readonly failed: string
  readonly retry: string
  readonly copy: string
  readonly copied: string
  readonly good: string
  readonly bad: string
  readonly whatWasWrong: string
  readonly sendFeedback: string
  readonly thanks: string
  feedbackFailed(reason: string): string
  readonly discard: string
  readonly eventsExpired: string
  readonly conversationClosed: string
  /** Marks what the scripted model said or judged. */
  readonly scripted: string
  readonly scriptedHint: string
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
  you: 'You',
  assistant: 'Assistant',
  label: (writer, time) => (time === null ? writer : `${writer}, ${time}`),
  queued: 'Waiting to be sent',
  sending: 'Sending…',
  unknown: 'It may have arrived. Checking before it is sent again.',
  failed: 'Not sent.',
  retry: 'Retry',
  copy: 'Copy message',
  copied: 'Copied',
  good: 'Good reply',
  bad: 'Bad reply',
  whatWasWrong: 'What was wrong? (optional)',
  sendFeedback: 'Send feedback',
  thanks: 'Thanks for telling us.',
  feedbackFailed: (reason) => `Your feedback was not sent. ${reason}`,
  discard: 'Discard',
  eventsExpired: 'Skill activity before this point is no longer kept.',
  conversationClosed: 'This conversation is closed.',
  scripted: 'Scripted',
  scriptedHint: 'The scripted model judged this. No real model was asked.',
  offers: 'Suggested answers and links',
  sends: (text) => `Sends “${text}”`,
  moreOffers: (count) => `Show ${count} more`,
  fewerOffers: 'Show fewer',
  unsafeLink: 'This link cannot be opened safely.',
}
