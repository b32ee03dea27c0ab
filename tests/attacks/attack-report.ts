import type { AttackResult } from './attack-run.ts'

const columns = ['strings', 'renders', 'scripts', 'requests', 'crashes', 'faults', 'blocked'] as const
const pages = { bare: 'no policy', guarded: "the apps' policy" }

const rowOf = (result: AttackResult): readonly string[] => [
  `${result.renderer}, ${pages[result.page]}`,
  ...columns.map((column) => result[column].toLocaleString('en')),
]

/** A table of what was drawn and what came of it, and the first examples of what must not be. */
export const attackReport = (results: readonly AttackResult[], seed: number): string => {
  const rows = [['', ...columns], ...results.map(rowOf)]
  const widths = rows[0]?.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0))) ?? []
  const table = rows.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  '),
  )
  const examples = results.filter(({ renderer }) => renderer !== 'raw').flatMap((result) => result.examples)
  return [`SEED=${seed}`, ...table, ...examples].join('\n')
}
