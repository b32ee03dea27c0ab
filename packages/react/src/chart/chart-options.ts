import uPlot from 'uplot'
import type { ChartColors } from './chart-colors.ts'
import type { ChartData } from './chart-data.ts'

export interface ChartLook {
  readonly colors: ChartColors
  readonly font: string
  /** In px. */
  readonly width: number
  readonly height: number
  readonly formatNumber: (value: number) => string
}

const barWidth = 0.6
const barLimit = 48

const pathsOf = (data: ChartData): uPlot.Series.PathBuilder | undefined =>
  data.axis === 'category' ? uPlot.paths.bars?.({ size: [barWidth, barLimit] }) : undefined

// A name every so often where all would not fit.
const namesAt =
  (data: ChartData): uPlot.Axis.DynamicValues =>
  (_, splits) =>
    splits.map((place) => (Number.isInteger(place) ? (data.labels[place] ?? '') : ''))

const axisOf = (look: ChartLook): uPlot.Axis => ({
  stroke: look.colors.ink,
  font: look.font,
  grid: { stroke: look.colors.line, width: 1 },
  ticks: { show: false },
})

const seriesOf = (data: ChartData, look: ChartLook): uPlot.Series[] =>
  data.series.map(({ label }, index) => {
    const stroke = look.colors.series[index % look.colors.series.length] ?? look.colors.ink
    const paths = pathsOf(data)
    return {
      label,
      stroke,
      width: 2,
      value: (_, value) => (value === null ? '–' : look.formatNumber(value)),
      ...(paths
        ? { paths, fill: stroke, points: { show: false } }
        : { points: { show: data.x.length < 40 } }),
    }
  })

/** uPlot's options for a table. */
export const chartOptionsOf = (data: ChartData, look: ChartLook): uPlot.Options => ({
  width: look.width,
  height: look.height,
  series: [
    data.axis === 'time'
      ? {}
      : { label: '', value: (_, place) => (place === null ? '' : (data.labels[Math.round(place)] ?? '')) },
    ...seriesOf(data, look),
  ],
  scales: {
    x:
      data.axis === 'time'
        ? { time: true }
        : { time: false, range: () => [-0.6, data.x.length - 0.4] satisfies uPlot.Range.MinMax },
    y: { range: (_, low, high) => uPlot.rangeNum(Math.min(0, low), high, 0.1, true) },
  },
  axes: [
    {
      ...axisOf(look),
      ...(data.axis === 'time' ? {} : { values: namesAt(data), splits: () => [...data.x] }),
    },
    { ...axisOf(look), values: (_, splits) => splits.map(look.formatNumber), size: 56 },
  ],
  cursor: { drag: { x: false, y: false } },
})
