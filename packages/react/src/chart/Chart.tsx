import { useEffect, useMemo, useRef, type ReactElement } from 'react'
import uPlot from 'uplot'
import type { ResultChartProps } from '../result/result-source.ts'
import { englishResult } from '../strings/result.ts'
import { englishTime } from '../strings/time.ts'
import { useWords } from '../strings/useWords.ts'
import { chartColorsOf } from './chart-colors.ts'
import { chartDataOf, type ChartData } from './chart-data.ts'
import { chartOptionsOf } from './chart-options.ts'

const height = 220

type Columns = uPlot.AlignedData

// uPlot reads its columns in place and writes none.
const columnsOf = ({ x, series }: ChartData): Columns =>
  [x, ...series.map(({ values }) => values)] as unknown as Columns

/** Draws the table's numbers; drawn anew when the width or the theme changes. The table itself says it in words. */
export const Chart = ({ table, label }: ResultChartProps): ReactElement => {
  const host = useRef<HTMLDivElement>(null)
  const result = useWords('result', englishResult)
  const time = useWords('time', englishTime)
  const data = useMemo(() => chartDataOf(table), [table])

  useEffect(() => {
    const element = host.current
    if (!element || !data) return undefined
    let plot: uPlot | null = null
    const draw = (): void => {
      plot?.destroy()
      const { fontFamily } = getComputedStyle(element)
      const look = { colors: chartColorsOf(element), font: `11px ${fontFamily}` }
      const size = {
        width: element.clientWidth,
        height,
        formatNumber: (value: number) => result.number(value),
        formatDay: (at: number) => time.shortDay(at),
      }
      plot = new uPlot(chartOptionsOf(data, { ...look, ...size }), columnsOf(data), element)
    }
    let frame = 0
    // In a later frame: what is drawn changes the size that the observer is still telling of.
    const resized = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (plot?.width !== element.clientWidth) draw()
      })
    })
    resized.observe(element)
    const root = element.closest('.twk-root')
    const themed = new MutationObserver(draw)
    if (root) themed.observe(root, { attributeFilter: ['data-theme', 'class', 'style'] })
    const schemes = matchMedia('(prefers-color-scheme: dark)')
    schemes.addEventListener('change', draw)
    return () => {
      cancelAnimationFrame(frame)
      resized.disconnect()
      themed.disconnect()
      schemes.removeEventListener('change', draw)
      plot?.destroy()
    }
  }, [data, result, time])

  return <div ref={host} className="twk-chart" role="img" aria-label={label} />
}
