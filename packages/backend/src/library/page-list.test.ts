import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PageRequest, type SortValue, pageList } from './page-list.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const runs = { seed, numRuns: 300 }

interface Row {
  readonly id: string
  readonly value: SortValue
}

const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'B', 'ü'))
const sameKind = fc.constantFrom('number', 'string').chain((kind) =>
  fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1 }),
      value: value.filter((each) => each === null || typeof each === kind),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  ),
)
const order = fc.constantFrom('asc', 'desc')

const request = (direction: 'asc' | 'desc', limit: number, cursor?: string): PageRequest<Row> => ({
  sortBy: (row) => row.value,
  direction,
  limit,
  cursor,
})

function readAll(rows: readonly Row[], direction: 'asc' | 'desc', limit: number): readonly Row[] {
  const read: Row[] = []
  let pages = 0
  let cursor: string | undefined
  do {
    const page = pageList(rows, request(direction, limit, cursor))
    read.push(...page.rows)
    pages += 1
    if (pages > Math.max(1, Math.ceil(rows.length / limit))) throw new Error('There is a page too many.')
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return read
}

describe(`pages of a list (SEED=${seed})`, () => {
  test('are together the sorted list, each row once, whatever their size', () => {
    fc.assert(
      fc.property(sameKind, order, fc.integer({ min: 1, max: 7 }), (rows, direction, limit) => {
        const whole = pageList(rows, request(direction, 1000)).rows

        expect(readAll(rows, direction, limit)).toEqual(whole)
        expect(new Set(whole.map(({ id }) => id))).toEqual(new Set(rows.map(({ id }) => id)))
      }),
      runs,
    )
  })

  test('go on behind a row that was deleted meanwhile, without a gap and without a repetition', () => {
    fc.assert(
      fc.property(sameKind, order, fc.integer({ min: 1, max: 5 }), (rows, direction, limit) => {
        const first = pageList(rows, request(direction, limit))
        fc.pre(first.cursor !== null)
        const last = first.rows.at(-1)
        const left = rows.filter(({ id }) => id !== last?.id)

        const next = pageList(left, request(direction, 1000, first.cursor ?? undefined))

        const seen = [...first.rows, ...next.rows].map(({ id }) => id)
        expect(seen).toEqual(pageList(rows, request(direction, 1000)).rows.map(({ id }) => id))
      }),
      runs,
    )
  })

  test('are refused for a cursor that was not given out', () => {
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        const read = (): unknown => pageList<Row>([], request('asc', 5, cursor))

        expect(read).toThrow('This cursor was not given out here.')
      }),
      runs,
    )
  })
})
