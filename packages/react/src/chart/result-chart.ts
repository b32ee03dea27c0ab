import type { ResultChart } from '../result/result-source.ts'
import { chartDataOf } from './chart-data.ts'
import { LateChart } from './LateChart.tsx'

/** Tables of numbers over days or over a few names as lines or bars, drawn by uPlot, which is loaded with the first. */
export const resultChart: ResultChart = {
  suits: (table) => chartDataOf(table) !== null,
  Chart: LateChart,
}
