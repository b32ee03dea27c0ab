import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Findings, Section } from './section.ts'

const file = new URL('../results.json', import.meta.url)

interface Results {
  readonly sections: Readonly<Record<string, unknown>>
}

// The file is our own: `keepFindings` alone writes it.
const readResults = (): Results =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : { sections: {} }

const short = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(4)) : value

/** Writes a section's findings to results.json and leaves the other sections as they stand there. */
export const keepFindings = ({ id, title }: Section, findings: Findings): void => {
  const others = readResults().sections
  const all = { ...others, [id]: { title, node: process.version, ...findings } }
  const ordered = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify({ sections: ordered }, short, 2)}\n`)
}
