import type { Item } from '@threadwork/core'
import type { AnnouncementStrings } from '../strings/announcement.ts'
import { plainText } from './plain-text.ts'

/** A message longer than this, in characters, is cut: the reader finds the rest in the thread. */
const longestMessage = 600

/** More finished messages than this in one step are told as a number. */
const mostMessages = 3

/** The state in which an item is worth a sentence; `null` while it is not. Said once for each such state. */
const momentOf = (item: Item): string | null => {
  switch (item.kind) {
    case 'message':
      return item.role === 'agent' && item.status === 'complete' ? 'finished' : null
    case 'approval':
      return item.status === 'awaiting' && !item.submission ? 'awaiting' : null
    case 'connection':
      return item.status === 'auth-required' ? 'auth-required' : null
    case 'form':
      return item.status === 'awaiting' && !item.submission ? 'awaiting' : null
    case 'workflow':
      return item.status === 'halted' || item.status === 'completed' ? item.status : null
    case 'skill':
    case 'notice':
      return null
  }
}

const sentenceOf = (item: Item, strings: AnnouncementStrings): string | null => {
  switch (item.kind) {
    case 'message':
      return strings.message(plainText(item.text, longestMessage, strings.more))
    case 'approval':
      return strings.approval(item.skillName)
    case 'connection':
      return strings.connection(item.link?.connectorName ?? null)
    case 'form':
      return strings.form(item.message)
    case 'workflow':
      return item.status === 'halted' ? strings.halted(item.name) : strings.completed(item.name)
    case 'skill':
    case 'notice':
      return null
  }
}

/** What was already said, or need not be: the item's key with its moment. */
export type Said = ReadonlySet<string>

const marksOf = (items: readonly Item[]): readonly { readonly item: Item; readonly mark: string }[] =>
  items.flatMap((item) => {
    const moment = momentOf(item)
    return moment === null ? [] : [{ item, mark: `${item.key}\n${moment}` }]
  })

/** Takes everything as known: a first load and a replay are not news. */
export const takeAsSaid = (items: readonly Item[]): Said => new Set(marksOf(items).map(({ mark }) => mark))

/** The sentences that are new since `said`, and what is said with them. An edit of a finished message is none. */
export const announce = (
  said: Said,
  items: readonly Item[],
  strings: AnnouncementStrings,
): { readonly said: Said; readonly sentences: readonly string[] } => {
  const fresh = marksOf(items).filter(({ mark }) => !said.has(mark))
  if (fresh.length === 0) return { said, sentences: [] }
  const messages = fresh.filter(({ item }) => item.kind === 'message')
  const isFlood = messages.length > mostMessages
  const told = isFlood ? fresh.filter(({ item }) => item.kind !== 'message') : fresh
  const sentences = told.map(({ item }) => sentenceOf(item, strings)).filter((text) => text !== null)
  return {
    said: new Set([...said, ...fresh.map(({ mark }) => mark)]),
    sentences: isFlood ? [strings.messages(messages.length), ...sentences] : sentences,
  }
}
