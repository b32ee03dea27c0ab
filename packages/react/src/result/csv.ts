import type { Cell, ResultTable } from './result-view.ts'

// A spreadsheet would run such a text as a formula.
const isFormula = /^[=+\-@\t\r]/u

const fieldOf = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell)
  const safe = typeof cell === 'string' && isFormula.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The table as CSV (RFC 4180), its head first. A text that a spreadsheet would run as a formula gets a `'` before it. */
export const csvOf = ({ columns, rows }: ResultTable): string =>
  [columns.map(({ label }) => label), ...rows].map((row) => row.map(fieldOf).join(',')).join('\r\n')
