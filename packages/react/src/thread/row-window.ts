import type { ThreadRow } from './row-parts.ts'

/** A row that is drawn, and how much room stands before it in the place of rows that are not, in pixels. */
export interface Slot {
  readonly index: number
  readonly room: number
}

/** Which rows are drawn, in order. */
export interface RowWindow {
  readonly slots: readonly Slot[]
  /** The room after the last of them, in pixels. */
  readonly after: number
}

/** More rows than this are drawn only where they can be seen. */
export const mostPlainRows = 200

/** So many rows are drawn of a long thread until what draws long threads has come. */
const tailRows = 60

/** What a thread without a virtual list has drawn. */
export interface PlainWindow extends RowWindow {
  readonly count: number
  /** The first row that is drawn. */
  readonly firstKey: string | null
}

export const noWindow: PlainWindow = { slots: [], after: 0, count: 0, firstKey: null }

const firstDrawn = (rows: readonly ThreadRow[], before: PlainWindow): number => {
  const isWhole = before.count > 0 && before.slots.length === before.count
  // A thread that has grown while it was read is never cut short.
  if (rows.length <= mostPlainRows || (isWhole && rows.length - before.count <= mostPlainRows)) return 0
  const known = isWhole ? -1 : rows.findIndex(({ key }) => key === before.firstKey)
  return known >= 0 ? known : rows.length - tailRows
}

/** All rows, or the end of a thread that is too long for that. */
export const plainWindow = (rows: readonly ThreadRow[], before: PlainWindow): PlainWindow => {
  const first = firstDrawn(rows, before)
  const slots = Array.from({ length: rows.length - first }, (_, at) => ({ index: first + at, room: 0 }))
  return { slots, after: 0, count: rows.length, firstKey: rows[first]?.key ?? null }
}
