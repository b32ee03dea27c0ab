import type { ResultTable } from '../result/result-view.ts'

/** A table as a chart reads it. */
export interface ChartData {
  /** `time`: `x` is seconds since 1970. `category`: `x` is the place in `labels`. */
  readonly axis: 'time' | 'category'
  /** What stands along the axis. */
  readonly axisLabel: string
  readonly x: readonly number[]
  readonly labels: readonly string[]
  readonly series: readonly { readonly label: string; readonly values: readonly (number | null)[] }[]
}

const mostCategories = 24
const mostPoints = 20_000
const mostSeries = 6

const secondsOf = (cell: unknown): number => Date.parse(String(cell)) / 1000

/**
 * A table whose first dates or names go with numbers, as a chart; `null` where the data does not suit one: fewer than
 * three rows, no numbers, more than 24 names, more than 20,000 points, more than six lines.
 */
export const chartDataOf = ({ columns, rows }: ResultTable): ChartData | null => {
  const numbers = columns.flatMap(({ type }, index) => (type === 'number' ? [index] : []))
  const axisAt = columns.findIndex(({ type }) => type === 'date' || type === 'text')
  if (axisAt < 0 || numbers.length === 0 || numbers.length > mostSeries) return null
  if (rows.length < 3 || rows.length > mostPoints) return null
  const isTime = columns[axisAt]?.type === 'date'
  if (!isTime && rows.length > mostCategories) return null
  const dated = isTime ? rows.filter((row) => Number.isFinite(secondsOf(row[axisAt]))) : rows
  const ordered = isTime
    ? dated.toSorted((one, other) => secondsOf(one[axisAt]) - secondsOf(other[axisAt]))
    : dated
  return {
    axis: isTime ? 'time' : 'category',
    axisLabel: columns[axisAt]?.label ?? '',
    x: ordered.map((row, index) => (isTime ? secondsOf(row[axisAt]) : index)),
    labels: ordered.map((row) => String(row[axisAt] ?? '')),
    series: numbers.map((index) => ({
      label: columns[index]?.label ?? '',
      values: ordered.map((row) => {
        const cell = row[index]
        return typeof cell === 'number' ? cell : null
      }),
    })),
  }
}
