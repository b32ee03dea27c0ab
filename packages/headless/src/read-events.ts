import type { Failure } from '@threadwork/core'
import type { WireEvent } from './wire-event.ts'
import { MAX_PAGE_SIZE, PAGE_SIZE } from './wire-limits.ts'
import type { WireEventPage } from './wire-rest.ts'

/** What a paged read brought; `failure`: why it ended early, with what came until then. */
export interface EventsRead {
  readonly events: readonly WireEvent[]
  readonly failure: Failure | null
}

/** One page of events from `since` on, inclusive; `null` from the oldest. */
export type ReadEventPage = (since: string | null, limit: number) => Promise<WireEventPage | Failure>

export interface EventPaging {
  /** The page size to begin with. */
  readonly pageSize?: number
  /** How large a page may become to get over events of one timestamp. */
  readonly maxPageSize?: number
}

// A server that ignores the cursor answers the same page for ever.
const MAX_BARREN_PAGES = 3

const keyOf = (event: WireEvent): string => {
  if (event.genie_run_id && event.seq_num) return `${event.genie_run_id}#${event.seq_num}`
  return event.event_id ?? JSON.stringify(event)
}

const isLater = (time: string, since: string | null): boolean =>
  since === null || (time !== since && Date.parse(time) >= Date.parse(since))

const isFailure = (page: WireEventPage | Failure): page is Failure => 'reason' in page

interface Cursor {
  readonly since: string | null
  readonly limit: number
  /** How many events the last page held that did not get past its own timestamp; 0 when the last one did. */
  readonly stuckAt: number
}

/**
 * Where to read on, or `null` at the end. The cursor is a timestamp and inclusive, so a page full of one timestamp
 * would be read for ever: it is asked for in larger pages, and stepped over by a millisecond when those do not help.
 */
const advance = (
  cursor: Cursor,
  page: WireEventPage,
  sizes: { readonly first: number; readonly most: number },
): Cursor | null => {
  const { since, limit, stuckAt } = cursor
  const count = page.events.length
  const isShort = count < limit
  if (count === 0 || (isShort && !page.next_since_created_at)) return null
  const next = page.next_since_created_at ?? page.events.at(-1)?.created_at ?? null
  if (next === null) return null
  if (isLater(next, since)) return { since: next, limit: sizes.first, stuckAt: 0 }
  if (isShort && count !== stuckAt) return null
  if (limit < sizes.most && count !== stuckAt)
    return { since, limit: Math.min(limit * 4, sizes.most), stuckAt: count }
  const later = new Date(Date.parse(since ?? next) + 1).toISOString()
  return { since: later, limit: sizes.first, stuckAt: 0 }
}

/** Reads all events from a time on (ISO 8601, inclusive), each once, in the order of the server. */
export const readEvents = async (
  readPage: ReadEventPage,
  since: string | null,
  paging: EventPaging = {},
): Promise<EventsRead> => {
  const sizes = { first: paging.pageSize ?? PAGE_SIZE, most: paging.maxPageSize ?? MAX_PAGE_SIZE }
  const byKey = new Map<string, WireEvent>()
  let barren = 0
  let cursor: Cursor | null = { since, limit: sizes.first, stuckAt: 0 }
  while (cursor !== null && barren < MAX_BARREN_PAGES) {
    const page: WireEventPage | Failure = await readPage(cursor.since, cursor.limit)
    if (isFailure(page)) return { events: [...byKey.values()], failure: page }
    const known = byKey.size
    for (const event of page.events) if (!byKey.has(keyOf(event))) byKey.set(keyOf(event), event)
    barren = byKey.size > known ? 0 : barren + 1
    cursor = advance(cursor, page, sizes)
  }
  return { events: [...byKey.values()], failure: null }
}
