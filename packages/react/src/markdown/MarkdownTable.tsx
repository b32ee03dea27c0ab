import { useRef, type ReactNode } from 'react'
import { englishMarkdown } from '../strings/markdown.ts'
import { useWords } from '../strings/useWords.ts'
import { CopyButton } from './CopyButton.tsx'

/** A table as a spreadsheet takes it: a tab between cells, a line for each row. */
const tabSeparated = (table: HTMLTableElement | null): string =>
  Array.from(table?.rows ?? [], (row) =>
    Array.from(row.cells, (cell) => cell.innerText.trim().replaceAll(/\s+/gu, ' ')).join('\t'),
  ).join('\n')

/** A table that scrolls by itself where it is too wide, by keys too, and can be copied. */
export const MarkdownTable = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const table = useRef<HTMLTableElement>(null)
  return (
    <div className="twk-markdown__table-box">
      <div
        className="twk-markdown__table"
        tabIndex={0}
        role="group"
        aria-label={useWords('markdown', englishMarkdown).table}
      >
        <table ref={table} dir="auto">
          {children}
        </table>
      </div>
      <CopyButton read={() => tabSeparated(table.current)} />
    </div>
  )
}
