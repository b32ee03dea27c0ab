import { describe, expect, test } from 'vitest'
import { nextFire } from './schedule-timing.ts'

const at = (iso: string): number => Date.parse(iso)
const cron = (expression: string, timezone: string = 'Europe/Berlin') =>
  ({ type: 'cron', expression, timezone }) as const
const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

describe('the next time of a schedule', () => {
  test('is its one moment, until that is over', () => {
    const once = { type: 'once', at: at('2026-12-01T08:00:00Z') } as const

    expect(iso(nextFire(once, at('2026-11-30T00:00:00Z')))).toBe('2026-12-01T08:00:00.000Z')
    expect(nextFire(once, once.at)).toBeNull()
  })

  test.each([
    ['weekdays from Friday on', '30 8 * * 1-5', '2026-11-20T12:00:00Z', '2026-11-23T07:30:00.000Z'],
    ['every quarter of an hour', '*/15 * * * *', '2026-11-21T12:00:00Z', '2026-11-21T12:15:00.000Z'],
    ['a leap day', '0 12 29 2 *', '2026-11-21T12:00:00Z', '2028-02-29T11:00:00.000Z'],
    ['summer time begins', '0 9 * * *', '2027-03-27T12:00:00Z', '2027-03-28T07:00:00.000Z'],
    ['summer time ends', '0 9 * * *', '2027-10-30T12:00:00Z', '2027-10-31T08:00:00.000Z'],
  ])('is read in its time zone: %s', (_, expression, after, next) => {
    expect(iso(nextFire(cron(expression), at(after)))).toBe(next)
  })

  test('fires once in the hour that comes twice, and still in the one that is left out', () => {
    const twice = nextFire(cron('30 2 * * *'), at('2027-10-30T12:00:00Z'))
    const again = nextFire(cron('30 2 * * *'), twice ?? 0)
    const leftOut = nextFire(cron('30 2 * * *'), at('2027-03-27T12:00:00Z'))

    expect([iso(twice)?.slice(0, 10), iso(again)?.slice(0, 10)]).toEqual(['2027-10-31', '2027-11-01'])
    expect(iso(leftOut)?.slice(0, 10)).toBe('2027-03-28')
  })
})
