import { isRecord } from '../base/is-record.ts'

/** What a cell can hold once it is read. Anything deeper is its JSON. */
export type Cell = string | number | boolean | null

/** How a column is aligned, sorted and drawn as a chart. `date`: ISO 8601 texts. */
export type ColumnType = 'text' | 'number' | 'date' | 'boolean'

export interface ResultColumn {
  readonly label: string
  readonly type: ColumnType
}

/** Every row has one cell for each column. */
export interface ResultTable {
  readonly columns: readonly ResultColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** How an output is best shown. `facts`: names and values of one record. */
export type ResultView =
  | { readonly type: 'nothing' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'facts'; readonly facts: readonly (readonly [name: string, value: Cell])[] }
  | { readonly type: 'table'; readonly table: ResultTable }
  | { readonly type: 'json'; readonly json: string }

type JsonRecord = Readonly<Record<string, unknown>>

const isScalar = (value: unknown): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

const cellOf = (value: unknown): Cell => {
  if (value === undefined) return null
  return isScalar(value) ? value : JSON.stringify(value)
}

const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u

const typeOf = (cells: readonly Cell[]): ColumnType => {
  const known = cells.filter((cell) => cell !== null && cell !== '')
  if (known.length === 0) return 'text'
  if (known.every((cell) => typeof cell === 'number')) return 'number'
  if (known.every((cell) => typeof cell === 'boolean')) return 'boolean'
  if (known.every((cell) => typeof cell === 'string' && isoDate.test(cell))) return 'date'
  return 'text'
}

const build = (labels: readonly string[], rows: readonly (readonly Cell[])[]): ResultView => ({
  type: 'table',
  table: {
    columns: labels.map((label, index) => ({ label, type: typeOf(rows.map((row) => row[index] ?? null)) })),
    rows: rows.map((row) => labels.map((_, index) => row[index] ?? null)),
  },
})

const fromRecords = (records: readonly JsonRecord[]): ResultView => {
  const labels = [...new Set(records.flatMap((record) => Object.keys(record)))]
  const read = (record: JsonRecord, label: string): Cell =>
    cellOf(Object.hasOwn(record, label) ? record[label] : null)
  return build(
    labels,
    records.map((record) => labels.map((label) => read(record, label))),
  )
}

const labelOf = (column: unknown): string => {
  if (!isRecord(column)) return String(column)
  const found = [column.label, column.title, column.name, column.key].find((name) => typeof name === 'string')
  return found ?? ''
}

const fromColumnsAndRows = (columns: readonly unknown[], rows: readonly unknown[]): ResultView | null => {
  if (columns.length === 0) return null
  if (rows.every(Array.isArray))
    return build(
      columns.map(labelOf),
      rows.map((row: readonly unknown[]) => row.map(cellOf)),
    )
  return rows.every(isRecord) ? fromRecords(rows) : null
}

const fromArray = (values: readonly unknown[]): ResultView | null => {
  if (values.length === 0) return { type: 'nothing' }
  if (values.every(isRecord)) return fromRecords(values)
  const [head, ...rows] = values
  if (rows.length > 0 && Array.isArray(head) && head.every((name) => typeof name === 'string'))
    return fromColumnsAndRows(head, rows)
  return values.every(isScalar) ? { type: 'text', text: values.map(String).join('\n') } : null
}

// An output such as `{ "total": 2, "orders": [ … ] }` is about its one list.
const onlyListOf = (record: JsonRecord): readonly unknown[] | null => {
  const lists = Object.values(record).filter((value) => Array.isArray(value) && value.every(isRecord))
  const [list] = lists
  return lists.length === 1 && Array.isArray(list) && list.length > 0 ? list : null
}

const fromRecord = (record: JsonRecord): ResultView | null => {
  const { columns, rows } = record
  if (Array.isArray(columns) && Array.isArray(rows)) return fromColumnsAndRows(columns, rows)
  const list = onlyListOf(record)
  if (list) return fromArray(list)
  const values = Object.values(record)
  if (values.length === 0) return { type: 'nothing' }
  if (!values.every(isScalar)) return null
  return { type: 'facts', facts: Object.entries(record).map(([name, value]) => [name, cellOf(value)]) }
}

const compose = (data: unknown): ResultView | null => {
  if (data === null || data === undefined || data === '') return { type: 'nothing' }
  if (isScalar(data)) return { type: 'text', text: String(data) }
  return Array.isArray(data) ? fromArray(data) : isRecord(data) ? fromRecord(data) : null
}

/**
 * How an output is best shown: a list of records, a list of lists under a head, `{ columns, rows }` and a record
 * about one list become a table; one flat record becomes facts; all else is its JSON. Never throws.
 */
export const viewOf = (data: unknown): ResultView => {
  try {
    return compose(data) ?? { type: 'json', json: JSON.stringify(data, null, 2) ?? String(data) }
  } catch {
    // A circle, or a getter that throws: nothing that came over a wire.
    return { type: 'text', text: String(data) }
  }
}
