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
  readonly delete: string
  readonly deleteForGood: string
  confirmDelete(title: string): string
  readonly forGood: string
  readonly keep: string
  deleteFailed(reason: string): string
  readonly showOlder: string
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
  delete: 'Delete',
  deleteForGood: 'Delete for good',
  confirmDelete: (title) => `Delete the conversation “${title}”?`,
  forGood: 'Its messages and its history go for good. This cannot be undone.',
  keep: 'Keep it',
  deleteFailed: (reason) => `It was not deleted. ${reason}`,
  showOlder: 'Show older conversations',
  count: (conversations) => plural(conversations, 'conversation', 'conversations'),
}
