import { plural } from './plural.ts'

export interface ConversationListStrings {
  readonly label: string
  readonly create: string
  readonly untitled: string
  readonly today: string
  readonly yesterday: string
  readonly week: string
  readonly older: string
  readonly running: string
  readonly needsYou: string
  readonly failedRun: string
  readonly loading: string
  readonly empty: string
  readonly failed: string
  readonly retry: string
  count(conversations: number): string
}

export const englishConversationList: ConversationListStrings = {
  label: 'Conversations',
  create: 'New conversation',
  untitled: 'Untitled',
  today: 'Today',
  yesterday: 'Yesterday',
  week: 'Last 7 days',
  older: 'Older',
  running: 'Running',
  needsYou: 'Needs you',
  failedRun: 'Failed',
  loading: 'Loading conversations…',
  empty: 'No conversations yet. Your first one will show up here.',
  failed: 'The conversations could not be loaded.',
  retry: 'Retry',
  count: (conversations) => plural(conversations, 'conversation', 'conversations'),
}
