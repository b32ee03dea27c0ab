import type { SkillItem } from '@threadwork/core'
import type { ComponentType } from 'react'
import type { ResultTable } from './result-view.ts'

/** Draws a table as a picture, beside the table itself. */
export interface ResultChart {
  /** Whether the table has something to compare or to follow. */
  readonly suits: (table: ResultTable) => boolean
  readonly Chart: ComponentType<ResultChartProps>
}

export interface ResultChartProps {
  readonly table: ResultTable
  /** Names the picture. */
  readonly label: string
}

/**
 * Where the outputs of skills come from. The wire tells none: the host's own server fetches them.
 * Keep the object's identity between renders.
 */
export interface ResultSource {
  /**
   * The output of a skill that is done: any JSON; `null` where there is nothing to show. Called once for each card
   * that comes into view; a rejection is shown with its message and a way to try again.
   */
  readonly load: (skill: SkillItem, signal: AbortSignal) => Promise<unknown>
  /** Leave it out, and tables stay tables. `@threadwork/react/chart` has one. */
  readonly chart?: ResultChart
}
