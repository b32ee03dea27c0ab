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
}
