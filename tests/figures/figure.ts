import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What one harness counted. */
export interface Figure {
  /** What was to hold, as a person reads it; the figure's name in the table. */
  readonly goal: string
  readonly count: number
  readonly passed: number
  readonly failed: number
  /** The worst that was seen, in words: a case that failed, or a time. Empty where there is nothing to say. */
  readonly worst: string
  readonly seed: number
  /** What repeats it. */
  readonly command: string
}

const folder = fileURLToPath(new URL('../../.cache/', import.meta.url))
const file = `${folder}figures.json`

const readFigures = (): readonly Figure[] => {
  try {
    // Only this module writes the file.
    return JSON.parse(readFileSync(file, 'utf8')) as readonly Figure[]
  } catch {
    return []
  }
}

/** One line for a person. */
export const figureLine = ({ goal, count, passed, failed, worst, seed }: Figure): string =>
  `${failed === 0 ? 'ok    ' : 'FAILED'} ${goal}: ${passed} of ${count}${worst === '' ? '' : ` (${worst})`}, SEED=${seed}`

/** Prints a figure and keeps it in `.cache/figures.json`, in the place of an earlier one of the same goal. */
export const keepFigure = (figure: Figure): void => {
  console.log(figureLine(figure))
  const others = readFigures().filter(({ goal }) => goal !== figure.goal)
  const all = [...others, figure].toSorted((a, b) => (a.goal < b.goal ? -1 : 1))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${file}.part`, `${JSON.stringify(all, null, 2)}\n`)
  renameSync(`${file}.part`, file)
}
