import type { Item } from '@threadwork/core'
import { changedItems, type Candidate } from './changed-items.ts'
import type { Moment } from './moment.ts'
import { besideStandingsOf, isOpen, standingOf } from './standing.ts'

/** What became of an item. Without a moment: whatever waits to be said of it is out of date. */
export interface News {
  readonly topic: string
  readonly moment: Moment | null
}

/** Remembers what need not be said any more. */
export interface ItemNews {
  /** Takes a list as known: a first read and a replay are not news. */
  take(items: readonly Item[]): void
  /** What is new since the last list, oldest first, each standing of an item once. It costs what changed. */
  since(items: readonly Item[]): readonly News[]
}

// A message that could not be sent may fail again, and that is news again.
const isRepeated = (mark: string): boolean => mark === 'not-sent'

export const createItemNews = (): ItemNews => {
  /** The marks of each item that were seen, oldest first. */
  const seen = new Map<string, readonly string[]>()
  /** Where the items stand whose standing may still change. */
  const open = new Map<string, number>()
  let known: readonly Item[] = []
  let newestAt = -Infinity

  const noteMark = (key: string, mark: string): boolean => {
    const marks = seen.get(key)
    if (marks?.at(-1) === mark) return false
    seen.set(key, marks ? [...marks.filter((known) => known !== mark), mark] : [mark])
    return marks === undefined || isRepeated(mark) || !marks.includes(mark)
  }

  const note = ({ item, index }: Candidate): boolean => {
    if (isOpen(item)) open.set(item.key, index)
    else open.delete(item.key)
    return noteMark(item.key, standingOf(item).mark)
  }

  const noteBeside = (item: Item): readonly News[] =>
    besideStandingsOf(item).flatMap(({ key, mark, moment }) =>
      noteMark(key, mark) ? [{ topic: key, moment }] : [],
    )

  // Older pages, and what a partial first read left out: it happened before anybody was listening.
  const isPast = ({ item }: Candidate): boolean =>
    item.at !== null && item.at < newestAt && !seen.has(item.key)

  const changedEarlier = (items: readonly Item[], from: number): readonly Candidate[] => {
    const found: Candidate[] = []
    for (const index of open.values()) {
      const item = items[index]
      if (index < from && item !== undefined && item !== known[index]) found.push({ item, index })
    }
    return found
  }

  const newsOf = (candidate: Candidate): readonly News[] => {
    const past = isPast(candidate)
    const { item } = candidate
    const own = note(candidate) ? [{ topic: item.key, moment: standingOf(item).moment }] : []
    const news = [...own, ...noteBeside(item)]
    return past ? [] : news
  }

  return {
    take(items) {
      open.clear()
      for (const [index, item] of items.entries()) {
        note({ item, index })
        noteBeside(item)
        newestAt = Math.max(newestAt, item.at ?? -Infinity)
      }
      known = items
    },
    since(items) {
      if (items === known) return []
      const { candidates, moved, from } = changedItems(known, items, (key) => seen.has(key))
      const earlier = changedEarlier(items, from)
      for (const { item, index } of moved) if (open.has(item.key)) open.set(item.key, index)
      known = items
      return [...earlier, ...candidates.toReversed()].flatMap(newsOf)
    },
  }
}
