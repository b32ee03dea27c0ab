/** One line of the list. `updatedAt` is in milliseconds since 1970. */
export interface ConversationSummary {
  readonly id: string
  /** Empty while nothing has named it. */
  readonly title: string
  readonly updatedAt: number
  readonly state?: 'idle' | 'running' | 'needs-you' | 'failed'
}

export type ConversationAge = 'today' | 'yesterday' | 'week' | 'older'

export interface ConversationGroup {
  readonly age: ConversationAge
  readonly conversations: readonly ConversationSummary[]
}

const startOfDay = (at: number, daysBack: number): number => {
  const date = new Date(at)
  // By calendar, not by 24 hours: a day of a clock change is longer or shorter.
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysBack).getTime()
}

const ages: readonly ConversationAge[] = ['today', 'yesterday', 'week', 'older']

const newestFirst = (conversations: readonly ConversationSummary[]): readonly ConversationSummary[] =>
  conversations.toSorted((left, right) => right.updatedAt - left.updatedAt)

/** All in one group, where it is not known yet what day it is for the reader. */
export const notGrouped = (conversations: readonly ConversationSummary[]): readonly ConversationGroup[] =>
  conversations.length > 0 ? [{ age: 'today', conversations: newestFirst(conversations) }] : []

/** Sorts conversations by their newest activity and parts them by the calendar days of `now` and its time zone. */
export const groupByAge = (
  conversations: readonly ConversationSummary[],
  now: number,
): readonly ConversationGroup[] => {
  const edges: readonly [ConversationAge, number][] = [
    ['today', startOfDay(now, 0)],
    ['yesterday', startOfDay(now, 1)],
    ['week', startOfDay(now, 7)],
  ]
  const ageOf = (at: number): ConversationAge => edges.find(([, edge]) => at >= edge)?.[0] ?? 'older'
  const sorted = newestFirst(conversations)
  return ages
    .map((age) => ({ age, conversations: sorted.filter((entry) => ageOf(entry.updatedAt) === age) }))
    .filter((group) => group.conversations.length > 0)
}
