import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFailure } from './failure.ts'
import { readEvents, type ReadEventPage } from './read-events.ts'
import { decodeEventPage } from './wire.ts'

const AT = Date.UTC(2026, 0, 1, 12)
const iso = (ms: number): string => new Date(AT + ms).toISOString()

interface ServerHabits {
  /** Whether every answer names the next time, or only those that are followed by more. */
  readonly namesNext: 'always' | 'when-more' | 'never'
  /** The server's own largest page. */
  readonly most: number
}

const serve = (times: readonly number[], habits: ServerHabits) => {
  const rows = times.map((time, index) => ({
    type: 'skill.running',
    skill_name: 'A',
    genie_run_id: 'r',
    seq_num: index + 1,
    created_at: iso(time),
  }))
  let requests = 0
  const readPage: ReadEventPage = (since, limit) => {
    requests += 1
    const found = rows.filter((row) => since === null || Date.parse(row.created_at) >= Date.parse(since))
    const events = found.slice(0, Math.min(limit, habits.most))
    const isNamed =
      habits.namesNext === 'always' || (habits.namesNext === 'when-more' && events.length < found.length)
    const next = isNamed ? { next_since_created_at: events.at(-1)?.created_at } : {}
    return Promise.resolve(decodeEventPage({ events, ...next }))
  }
  return { readPage, countRequests: () => requests }
}

const seqs = (times: readonly number[]): number[] => times.map((_time, index) => index + 1)

describe('readEvents', () => {
  test.each([
    ['nothing', []],
    ['one page', [0, 1]],
    ['several pages', [0, 1, 2, 3, 4, 5, 6]],
    ['a tie over a page boundary', [0, 1, 1, 2, 2, 3]],
    ['five events in one millisecond with pages of two', [7, 7, 7, 7, 7]],
    ['a page of one timestamp in the middle', [0, 7, 7, 7, 7, 7, 8, 9]],
  ])('brings each event once, in order: %s', async (_title, times) => {
    for (const namesNext of ['always', 'when-more'] as const) {
      const { readPage } = serve(times, { namesNext, most: 1_000 })

      const read = await readEvents(readPage, null, { pageSize: 2 })

      expect(read.failure).toBeNull()
      expect(read.events.map((event) => event.seq_num)).toEqual(seqs(times))
    }
  })

  test('asks once when the first page is short and names no next', async () => {
    const { readPage, countRequests } = serve([0, 1], { namesNext: 'when-more', most: 1_000 })

    await readEvents(readPage, null)

    expect(countRequests()).toBe(1)
  })

  test('reads from the given time on, inclusive', async () => {
    const { readPage } = serve([0, 1, 2], { namesNext: 'always', most: 1_000 })

    const read = await readEvents(readPage, iso(1))

    expect(read.events.map((event) => event.seq_num)).toEqual([2, 3])
  })

  test('comes to an end at a server that ignores the cursor', async () => {
    const page = decodeEventPage({
      events: [0, 1].map((time) => ({ type: 'x', event_id: `e${time}`, created_at: iso(time) })),
      next_since_created_at: iso(1),
    })

    const read = await readEvents(() => Promise.resolve(page), null, { pageSize: 2 })

    expect(read.events).toHaveLength(2)
  })

  test('gets over a millisecond that the server’s largest page cannot hold', async () => {
    const { readPage } = serve([7, 7, 7, 7, 7, 8], { namesNext: 'always', most: 3 })

    const read = await readEvents(readPage, null, { pageSize: 3 })

    expect(read.events.map((event) => event.seq_num)).toEqual([1, 2, 3, 6])
  })

  test('keeps what came before a page failed', async () => {
    const { readPage } = serve([0, 1, 2, 3], { namesNext: 'always', most: 1_000 })
    const failure = createFailure('server-error')

    const read = await readEvents(
      (since, limit) => (since === null ? readPage(since, limit) : Promise.resolve(failure)),
      null,
      { pageSize: 2 },
    )

    expect(read.failure).toBe(failure)
    expect(read.events).toHaveLength(2)
  })

  test('brings all events of any timestamps, for any page size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 6 }), { maxLength: 40 }).map((times) => times.sort((a, b) => a - b)),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom('always', 'when-more'),
        async (times, pageSize, namesNext) => {
          const { readPage } = serve(times, { namesNext, most: 1_000 })

          const read = await readEvents(readPage, null, { pageSize })

          expect(read.events.map((event) => event.seq_num)).toEqual(seqs(times))
        },
      ),
      { seed: Number(process.env['SEED'] ?? 1), numRuns: 500 },
    )
  })
})
