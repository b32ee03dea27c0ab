import { expect, it } from 'vitest'
import { viewOf, type ResultTable } from '../result/result-view.ts'
import { chartDataOf } from './chart-data.ts'

const tableOf = (data: unknown): ResultTable => {
  const view = viewOf(data)
  if (view.type !== 'table') throw new Error(`Expected a table and got ${view.type}.`)
  return view.table
}

it('follows numbers over days, in the order of time', () => {
  const data = chartDataOf(
    tableOf([
      { day: '2026-11-03', refunds: 5, value: 90.5 },
      { day: '2026-11-01', refunds: 3, value: null },
      { day: '2026-11-02', refunds: 8, value: 12 },
    ]),
  )

  expect(data?.axis).toBe('time')
  expect(data?.x).toEqual([1, 2, 3].map((day) => Date.UTC(2026, 10, day) / 1000))
  expect(data?.series).toEqual([
    { label: 'refunds', values: [3, 8, 5] },
    { label: 'value', values: [null, 12, 90.5] },
  ])
})

it('compares a few names, in the order that came', () => {
  const rows = ['Lisbon', 'Porto', 'Faro'].map((city, index) => ({ city, lamps: index }))

  expect(chartDataOf(tableOf(rows))).toMatchObject({
    axis: 'category',
    x: [0, 1, 2],
    labels: ['Lisbon', 'Porto', 'Faro'],
  })
})

it('leaves a table a table that has no numbers, two rows, many names or many lines', () => {
  const cities = (count: number): readonly object[] =>
    Array.from({ length: count }, (_, index) => ({ city: `City ${index}`, lamps: index }))

  expect(chartDataOf(tableOf([{ a: 'x' }, { a: 'y' }, { a: 'z' }]))).toBeNull()
  expect(chartDataOf(tableOf(cities(2)))).toBeNull()
  expect(chartDataOf(tableOf(cities(25)))).toBeNull()
  expect(
    chartDataOf(
      tableOf(Array.from({ length: 3 }, () => ({ d: 'x', a: 1, b: 1, c: 1, e: 1, f: 1, g: 1, h: 1 }))),
    ),
  ).toBeNull()
})
