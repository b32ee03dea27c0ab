import type { Figure } from './measure.ts'

/** What a promise of performance.md is held to: a figure over its floor, both of one run. */
export interface Ratio {
  readonly name: string
  readonly value: number
  /** The promise; `null` where nothing is promised and the ratio only tells. */
  readonly atMost: number | null
}

export interface Findings {
  readonly figures: readonly Figure[]
  readonly ratios: readonly Ratio[]
}

/** A part of the benchmark that runs by itself: `pnpm bench s3` runs the section whose id is `s3`. */
export interface Section {
  readonly id: string
  readonly title: string
  measure(): Promise<Findings>
}

/** The median of one subject among `figures`; NaN when it was not measured. */
export const medianOf = (figures: readonly Figure[], subject: string): number =>
  figures.find((figure) => figure.subject === subject)?.median ?? Number.NaN

/** One subject's median over another's. */
export const ratioOf = (figures: readonly Figure[], subject: string, floor: string): number =>
  medianOf(figures, subject) / medianOf(figures, floor)
