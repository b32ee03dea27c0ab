import type { ReactNode } from 'react'
import { englishResult } from '../strings/result.ts'
import { englishTime } from '../strings/time.ts'
import { useWords } from '../strings/useWords.ts'
import type { Cell, ColumnType } from './result-view.ts'

export interface CellValueProps {
  readonly value: Cell
  readonly type: ColumnType
}

/** One value as a person reads it. */
export const CellValue = ({ value, type }: CellValueProps): ReactNode => {
  const result = useWords('result', englishResult)
  const time = useWords('time', englishTime)
  if (value === null || value === '')
    return (
      <span className="twk-result__empty" aria-label={result.empty} role="img">
        –
      </span>
    )
  if (typeof value === 'boolean') return value ? result.yes : result.no
  if (typeof value === 'number') return result.number(value)
  // A day without a time is nobody's midnight: it is shown as it was written.
  if (type === 'date' && value.length > 10)
    return <time dateTime={value}>{time.date(Date.parse(value))}</time>
  return <bdi>{value}</bdi>
}
