'use client'

import { Suspense, useState, type ReactElement } from 'react'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import type { ResultChartProps } from '../result/result-source.ts'

const lateChart: LateComponent<ResultChartProps> = lateComponent(
  async () => (await import('./Chart.tsx')).Chart,
)

/** Keeps the chart's room until its library has come. */
export const LateChart = (props: ResultChartProps): ReactElement => {
  const [Chart] = useState(() => lateChart.take())
  return (
    <Suspense fallback={<div className="twk-chart" />}>
      <Chart {...props} />
    </Suspense>
  )
}
