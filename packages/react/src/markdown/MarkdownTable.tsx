import type { ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'

type Align = 'left' | 'right' | 'center' | null

export interface MarkdownTableProps {
  /** One for each column. */
  readonly align: readonly Align[]
  /** Drawn cells; the first row is the head. */
  readonly rows: readonly (readonly ReactNode[])[]
}

const alignment = { left: undefined, right: 'end', center: 'center' } as const

/** A table in a box of its own that scrolls sideways. A row with too few cells is filled up. */
export const MarkdownTable = ({ align, rows }: MarkdownTableProps): ReactNode => {
  const [head = [], ...body] = rows
  const cells = (Cell: 'th' | 'td', row: readonly ReactNode[]): ReactNode =>
    align.map((side, column) => (
      <Cell key={column} data-align={side === null ? undefined : alignment[side]}>
        {row[column]}
      </Cell>
    ))
  return (
    // Without a tab stop a keyboard could not scroll a wide table.
    <div className="twk-markdown__table" tabIndex={0} role="group" aria-label={useStrings().markdown.table}>
      <table>
        <thead>
          <tr>{cells('th', head)}</tr>
        </thead>
        {body.length > 0 && (
          <tbody>
            {body.map((row, index) => (
              <tr key={index}>{cells('td', row)}</tr>
            ))}
          </tbody>
        )}
      </table>
    </div>
  )
}
