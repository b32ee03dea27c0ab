import { HttpProblem } from '../problem.ts'

/** What a list can be sorted by: a value for each row. */
export type SortValue = string | number | null

/** One page of rows, and how to ask for the next. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  /** How many there are on all pages. */
  readonly total: number
  /** Asks for the next page; `null` on the last. */
  readonly cursor: string | null
}

/** Which page is wanted. */
export interface PageRequest<Row> {
  readonly sortBy: (row: Row) => SortValue
  readonly direction: 'asc' | 'desc'
  readonly limit: number
  readonly cursor: string | undefined
}

interface Place {
  readonly value: SortValue
  readonly id: string
}

/**
 * Sorts rows and gives one page of them. A cursor keeps the place, not a row, so that it still leads on when its row
 * was deleted meanwhile. A cursor that was not given out is a 400.
 */
export function pageList<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { sortBy, direction, limit, cursor }: PageRequest<Row>,
): Page<Row> {
  const sign = direction === 'asc' ? 1 : -1
  const order = (one: Place, other: Place): number => sign * comparePlaces(one, other)
  const placeOf = (row: Row): Place => ({ value: sortBy(row), id: row.id })
  const sorted = rows.toSorted((one, other) => order(placeOf(one), placeOf(other)))
  const after = cursor === undefined ? null : readCursor(cursor)
  const rest = after ? sorted.filter((row) => order(placeOf(row), after) > 0) : sorted
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    total: rows.length,
    cursor: rest.length > limit && last ? writeCursor(placeOf(last)) : null,
  }
}

function comparePlaces(one: Place, other: Place): number {
  const byValue = compareValues(one.value, other.value)
  if (byValue !== 0) return byValue
  return one.id === other.id ? 0 : one.id < other.id ? -1 : 1
}

// Not the order of a language: it would depend on where the server stands.
const folded = (value: SortValue): SortValue => (typeof value === 'string' ? value.toLowerCase() : value)

function compareValues(one: SortValue, other: SortValue): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null)
  const [left, right] = [folded(one) ?? 0, folded(other) ?? 0]
  return left === right ? 0 : left < right ? -1 : 1
}

const writeCursor = ({ value, id }: Place): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify([value, id]))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function readCursor(cursor: string): Place {
  const place = parsed(cursor)
  if (Array.isArray(place) && place.length === 2) {
    const [value, id] = place
    const isValue = value === null || typeof value === 'string' || typeof value === 'number'
    if (isValue && typeof id === 'string') return { value, id }
  }
  throw new HttpProblem(400, 'This cursor was not given out here. Read from the first page again.')
}

function parsed(cursor: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
