/** What stands at a message. What its buttons and its feedback say comes with them. */
export interface MessageTextStrings {
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
  readonly discard: string
  readonly eventsExpired: string
  readonly conversationClosed: string
  /** Marks what the scripted model said or judged. */
  readonly scripted: string
  readonly scriptedHint: string
}

export const englishMessageText: MessageTextStrings = {
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
  discard: 'Discard',
  eventsExpired: 'Skill activity before this point is no longer kept.',
  conversationClosed: 'This conversation is closed.',
  scripted: 'Scripted',
  scriptedHint: 'The scripted model judged this. No real model was asked.',
}
