import { useMemo, useState, type ReactElement } from 'react'
import { useCopy } from '../base/useCopy.ts'
import { Icon } from '../icon/Icon.tsx'
import { englishResult } from '../strings/result.ts'
import { useWords } from '../strings/useWords.ts'
import { CellValue } from './CellValue.tsx'
import { csvOf } from './csv.ts'
import type { Cell, ResultColumn, ResultTable } from './result-view.ts'
import { nextSorting, sortRows, type Sorting } from './sort-rows.ts'

export interface ResultTableViewProps {
  readonly table: ResultTable
  readonly label: string
}

const firstRows = 10
const moreRows = 200
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

const longText = 32
const isLong = (cell: Cell | undefined): boolean => typeof cell === 'string' && cell.length > longText

interface HeadProps {
  readonly column: ResultColumn
  readonly direction: Sorting['direction'] | undefined
  readonly onSort: () => void
}

const Head = ({ column, direction, onSort }: HeadProps): ReactElement => (
  <th scope="col" aria-sort={direction ?? 'none'} data-type={column.type}>
    <button type="button" className="twk-result__sort" onClick={onSort}>
      <bdi>{column.label}</bdi>
      <Icon name="chevronDown" />
    </button>
  </th>
)

/** A table that is sorted by its heads, shown a part at a time, and copied whole. */
export const ResultTableView = ({ table, label }: ResultTableViewProps): ReactElement => {
  const strings = useWords('result', englishResult)
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const [limit, setLimit] = useState(firstRows)
  const { status, copy } = useCopy()
  const isCopied = status === 'copied'
  const rows = useMemo(() => sortRows(table, sorting, collator), [table, sorting])
  const left = rows.length - limit

  return (
    <>
      <div className="twk-result__scroller" role="region" aria-label={label} tabIndex={0}>
        <table className="twk-result__table">
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <Head
                  key={`${index} ${column.label}`}
                  column={column}
                  direction={sorting?.column === index ? sorting.direction : undefined}
                  onSort={() => setSorting(nextSorting(sorting, index))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row) => (
              <tr key={table.rows.indexOf(row)}>
                {table.columns.map((column, index) => (
                  <td
                    key={`${index} ${column.label}`}
                    data-type={column.type}
                    data-long={isLong(row[index]) || undefined}
                  >
                    <CellValue value={row[index] ?? null} type={column.type} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="twk-result__foot">
        <span>{strings.rows(Math.min(limit, rows.length), rows.length)}</span>
        {left > 0 && (
          <button type="button" className="twk-text-button" onClick={() => setLimit(limit + moreRows)}>
            {strings.showMore(Math.min(left, moreRows))}
          </button>
        )}
        <button type="button" className="twk-text-button" onClick={() => copy(csvOf(table))}>
          {isCopied ? strings.copied : strings.copyCsv}
        </button>
      </div>
    </>
  )
}
