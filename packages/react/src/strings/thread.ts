import { plural } from './plural.ts'

export interface ThreadStrings {
  readonly label: string
  readonly today: string
  readonly yesterday: string
  /** The date of a divider, `at` in milliseconds since 1970. */
  day(at: number): string
  readonly jump: string
  /** How much came while the reader was away. */
  newItems(count: number): string
  /** Above what came while the reader was away. */
  readonly unread: string
  readonly older: string
  readonly olderLoading: string
  readonly olderFailed: string
  readonly emptyTitle: string
  readonly emptyText: string
  readonly loading: string
  readonly loadingCard: string
  readonly failed: string
  readonly closed: string
  readonly retry: string
  readonly recovering: string
  readonly recoveringNow: string
  retryIn(seconds: number): string
  readonly offline: string
  readonly stopped: string
  readonly listenAgain: string
  waiting(count: number): string
  readonly showWaiting: string
  requestId(id: string): string
}

const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export const englishThread: ThreadStrings = {
  label: 'Conversation',
  today: 'Today',
  yesterday: 'Yesterday',
  day: (at) => day.format(at),
  jump: 'Jump to latest',
  newItems: (count) => `${count} new`,
  unread: 'New',
  older: 'Load older',
  olderLoading: 'Loading…',
  olderFailed: 'What is older could not be loaded.',
  emptyTitle: 'What can I do for you?',
  emptyText: 'Ask a question or describe what should happen. You see each step as it is taken.',
  loading: 'Loading the conversation…',
  loadingCard: 'Loading…',
  failed: 'The conversation could not be loaded.',
  closed: 'This conversation is closed. It may have been deleted elsewhere.',
  retry: 'Retry',
  recovering: 'Connection lost. What you see is kept.',
  recoveringNow: 'Reconnecting…',
  retryIn: (seconds) => `Next try in ${seconds} s.`,
  offline: 'You are offline. What you see is kept, and what you send waits.',
  stopped: 'You stopped listening. The run itself may go on.',
  listenAgain: 'Listen again',
  waiting: (count) => `${plural(count, 'card waits', 'cards wait')} for you`,
  showWaiting: 'Show',
  requestId: (id) => `Request ${id}`,
}
