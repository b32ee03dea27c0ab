import type { Cell, ColumnType, ResultTable } from './result-view.ts'

/** By which column the rows stand, and which way. */
export interface Sorting {
  readonly column: number
  readonly direction: 'ascending' | 'descending'
}

type Compare = (one: Cell, other: Cell) => number

const byType = (type: ColumnType, collator: Intl.Collator): Compare => {
  if (type === 'number') return (one, other) => Number(one) - Number(other)
  if (type === 'date') return (one, other) => Date.parse(String(one)) - Date.parse(String(other))
  return (one, other) => collator.compare(String(one), String(other))
}

/** The rows in the asked order, empty cells last either way; equal rows keep their order. */
export const sortRows = (
  { columns, rows }: ResultTable,
  sorting: Sorting | null,
  collator: Intl.Collator,
): ResultTable['rows'] => {
  if (!sorting) return rows
  const compare = byType(columns[sorting.column]?.type ?? 'text', collator)
  const sign = sorting.direction === 'ascending' ? 1 : -1
  return rows.toSorted((one, other) => {
    const left = one[sorting.column] ?? null
    const right = other[sorting.column] ?? null
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * compare(left, right)
  })
}

/** What a press on a column's head asks for: up, down, then as it came. */
export const nextSorting = (sorting: Sorting | null, column: number): Sorting | null => {
  if (sorting?.column !== column) return { column, direction: 'ascending' }
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : null
}
