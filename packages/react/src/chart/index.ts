export { resultChart } from './result-chart.ts'
export { chartDataOf, type ChartData } from './chart-data.ts'
