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
  /** Of a time in milliseconds. */
  readonly formatDay: (at: number) => string
}

const barWidth = 0.6
const barLimit = 48
const axisRoom = 56
const letterWidth = 7.5
const muchSmaller = 8
// uPlot names its sides by a const enum, which a file that is compiled alone cannot read.
// oxlint-disable-next-line typescript/no-unsafe-enum-assignment
const rightSide = 1 as uPlot.Axis.Side.Right

const pathsOf = (data: ChartData): uPlot.Series.PathBuilder | undefined =>
  data.axis === 'category' ? uPlot.paths.bars?.({ size: [barWidth, barLimit] }) : undefined

const largestOf = ({ values }: ChartData['series'][number]): number =>
  Math.max(...values.map((value) => Math.abs(value ?? 0)))

/** Beside a line that is much larger, a small one would lie flat: it has a scale of its own, on the other side. */
const scaleOf = (data: ChartData, series: ChartData['series'][number]): 'y' | 'small' =>
  data.axis === 'time' && largestOf(series) * muchSmaller < Math.max(...data.series.map(largestOf))
    ? 'small'
    : 'y'

const namesAt = (data: ChartData, { width }: ChartLook): uPlot.Axis.DynamicValues => {
  const room = Math.max(3, Math.floor((width - axisRoom) / data.x.length / letterWidth))
  const shorten = (name: string): string => (name.length > room ? `${name.slice(0, room - 1)}…` : name)
  return (_, splits) => splits.map((place) => shorten(data.labels[place] ?? ''))
}

const axisOf = ({ colors, font }: ChartLook): uPlot.Axis => ({
  stroke: colors.ink,
  font,
  grid: { stroke: colors.line, width: 1 },
  ticks: { show: false },
})

const alongOf = (data: ChartData, look: ChartLook): uPlot.Axis =>
  data.axis === 'time'
    ? { ...axisOf(look), space: 64, values: (_, splits) => splits.map((at) => look.formatDay(at * 1000)) }
    : {
        ...axisOf(look),
        grid: { show: false },
        values: namesAt(data, look),
        splits: () => [...data.x],
      }

const strokeOf = ({ colors }: ChartLook, index: number): string =>
  colors.series[index % colors.series.length] ?? colors.ink

const seriesOf = (data: ChartData, look: ChartLook): uPlot.Series[] =>
  data.series.map((series, index) => {
    const stroke = strokeOf(look, index)
    const paths = pathsOf(data)
    return {
      label: series.label,
      stroke,
      scale: scaleOf(data, series),
      width: 2,
      value: (_, value) => (value === null || value === undefined ? '' : look.formatNumber(value)),
      ...(paths ? { paths, fill: stroke } : {}),
      points: { show: false },
    }
  })

const fromZero: uPlot.Range.Function = (_, low, high) => uPlot.rangeNum(Math.min(0, low), high, 0.1, true)

const placeOf = (data: ChartData, look: ChartLook, at: number | null | undefined): string => {
  if (at === null || at === undefined) return ''
  return data.axis === 'time' ? look.formatDay(at * 1000) : (data.labels[Math.round(at)] ?? '')
}

/** uPlot's options for a table. */
export const chartOptionsOf = (data: ChartData, look: ChartLook): uPlot.Options => {
  const hasSmall = data.series.some((series) => scaleOf(data, series) === 'small')
  const upright = { ...axisOf(look), values: (_: uPlot, splits: number[]) => splits.map(look.formatNumber) }
  // Where there are two scales, each has the colour of its first line.
  const colorOn = (scale: string): string =>
    strokeOf(
      look,
      data.series.findIndex((series) => scaleOf(data, series) === scale),
    )
  const sideRange = (): uPlot.Range.MinMax => [-0.6, data.x.length - 0.4]
  return {
    width: look.width,
    height: look.height,
    series: [{ label: data.axisLabel, value: (_, at) => placeOf(data, look, at) }, ...seriesOf(data, look)],
    scales: {
      x: data.axis === 'time' ? { time: true } : { time: false, range: sideRange },
      y: { range: fromZero },
      ...(hasSmall ? { small: { range: fromZero } } : {}),
    },
    axes: [
      alongOf(data, look),
      { ...upright, size: axisRoom, ...(hasSmall ? { stroke: colorOn('y') } : {}) },
      ...(hasSmall
        ? [
            {
              ...upright,
              scale: 'small',
              side: rightSide,
              size: axisRoom,
              stroke: colorOn('small'),
              grid: { show: false },
            },
          ]
        : []),
    ],
    cursor: { drag: { x: false, y: false } },
  }
}
