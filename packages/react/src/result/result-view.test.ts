import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'
import { viewOf, type ResultTable } from './result-view.ts'
import { nextSorting, sortRows } from './sort-rows.ts'

const seed = Number(process.env.SEED ?? 42)
const tableOf = (data: unknown): ResultTable => {
  const view = viewOf(data)
  if (view.type !== 'table') throw new Error(`Expected a table and got ${view.type}.`)
  return view.table
}

describe('viewOf', () => {
  it('makes a table of records, with a column for every name and a gap where a record has none', () => {
    const table = tableOf([
      { day: '2026-11-01', refunds: 3 },
      { day: '2026-11-02', refunds: 5, open: true },
    ])

    expect(table.columns).toEqual([
      { label: 'day', type: 'date' },
      { label: 'refunds', type: 'number' },
      { label: 'open', type: 'boolean' },
    ])
    expect(table.rows).toEqual([
      ['2026-11-01', 3, null],
      ['2026-11-02', 5, true],
    ])
  })

  it('reads a head and rows, columns with names, and a record about one list', () => {
    const rows = [
      ['Lisbon', 12],
      ['Porto', 3],
    ]

    const first = tableOf([['City', 'Lamps'], ...rows])

    expect(first).toEqual(tableOf({ columns: ['City', { key: 'n', title: 'Lamps' }], rows }))
    expect(first).toEqual(tableOf({ count: 2, list: rows.map(([City, Lamps]) => ({ City, Lamps })) }))
  })

  it('keeps a number that came as text apart from a number', () => {
    expect(tableOf([{ a: '1' }, { a: 1 }]).columns[0]?.type).toBe('text')
  })

  it('shows one flat record as facts, words as words, and what is deeper as its JSON', () => {
    expect(viewOf({ order: 'A-1042', total: 90.5 })).toEqual({
      type: 'facts',
      facts: [
        ['order', 'A-1042'],
        ['total', 90.5],
      ],
    })
    expect(viewOf('Done.')).toEqual({ type: 'text', text: 'Done.' })
    expect(viewOf({ a: { b: [1] } }).type).toBe('json')
    expect([viewOf(null), viewOf([]), viewOf({}), viewOf(undefined)].map(({ type }) => type)).toEqual(
      Array.from({ length: 4 }, () => 'nothing'),
    )
  })

  it('never throws, and gives every row a cell for each column, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const view = viewOf(data)

        if (view.type !== 'table') return
        expect(view.table.rows.every((row) => row.length === view.table.columns.length)).toBe(true)
      }),
      { seed },
    )
  })

  it('says the text of a circle instead of failing', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle

    expect(viewOf(circle).type).toBe('text')
  })
})

describe('sortRows', () => {
  const table = tableOf([
    { name: 'b10', n: 10, at: '2026-02-01' },
    { name: 'b9', n: null, at: '2026-11-01' },
    { name: 'a', n: 9, at: '2026-01-15' },
  ])
  const sorted = (column: number, direction: 'ascending' | 'descending'): readonly unknown[] =>
    sortRows(table, { column, direction }, new Intl.Collator('en', { numeric: true })).map(([name]) => name)

  it('sorts names as people count, numbers by size and dates by time', () => {
    expect(sorted(0, 'ascending')).toEqual(['a', 'b9', 'b10'])
    expect(sorted(1, 'ascending')).toEqual(['a', 'b10', 'b9'])
    expect(sorted(2, 'ascending')).toEqual(['a', 'b10', 'b9'])
  })

  it('keeps empty cells last in both directions', () => {
    expect(sorted(1, 'descending')).toEqual(['b10', 'a', 'b9'])
  })

  it('goes from ascending to descending to the order that came', () => {
    const first = nextSorting(null, 1)
    const second = nextSorting(first, 1)

    expect([first?.direction, second?.direction, nextSorting(second, 1)]).toEqual([
      'ascending',
      'descending',
      null,
    ])
    expect(nextSorting(second, 0)).toEqual({ column: 0, direction: 'ascending' })
  })
})

describe('csvOf', () => {
  it('quotes what needs it and disarms what a spreadsheet would run', () => {
    const csv = csvOf(tableOf([{ a: 'x, "y"', b: '=HYPERLINK("http://evil.test")', c: -3 }]))

    expect(csv).toBe('a,b,c\r\n"x, ""y""","\'=HYPERLINK(""http://evil.test"")",-3')
  })
})
