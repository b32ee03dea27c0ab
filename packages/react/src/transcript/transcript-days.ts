import type { TranscriptEntry } from './transcript-entry.ts'

/** The numbers of the entries that begin a day on this person's calendar. */
export const daysOf = (entries: readonly TranscriptEntry[]): ReadonlySet<number> => {
  const days = new Set<number>()
  let last: string | null = null
  for (const [index, { at }] of entries.entries()) {
    if (at === null) continue
    const day = new Date(at).toDateString()
    if (day !== last) days.add(index)
    last = day
  }
  return days
}
