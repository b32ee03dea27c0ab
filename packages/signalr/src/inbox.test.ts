import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createInbox, type Inbox } from './inbox.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }

function createNotedInbox(limit = 10_000): { inbox: Inbox<number>; worked: unknown[]; dropped: number[] } {
  const worked: unknown[] = []
  const dropped: number[] = []
  const inbox = createInbox<number>({
    limit,
    deliver: (entries) => worked.push(...entries),
    drop: (entry) => dropped.push(entry),
  })
  return { inbox, worked, dropped }
}

describe('inbox', () => {
  test('works off what comes in one go as one chunk', async () => {
    const chunks: (readonly number[])[] = []
    const inbox = createInbox<number>({
      limit: 10,
      deliver: (entries) => chunks.push(entries),
      drop: () => undefined,
    })

    inbox.push(1)
    inbox.push(2)
    await Promise.resolve()

    expect(chunks).toEqual([[1, 2]])
  })

  test('puts the history before what came while it was held, and what an older connection left before both', () => {
    const { inbox, worked } = createNotedInbox()
    inbox.hold()
    inbox.push(1)
    inbox.beginConnection()
    inbox.push(2)

    inbox.release(() => worked.push('history'))
    inbox.hold()
    inbox.push(3)
    inbox.release(() => worked.push('later history'))

    expect(worked).toEqual([1, 'history', 2, 'later history', 3])
  })

  test('keeps the order and loses nothing, however holds and releases fall', async () => {
    const step = fc.constantFrom('push', 'hold', 'begin', 'release', 'rest')
    await fc.assert(
      fc.asyncProperty(fc.array(step), async (steps) => {
        const { inbox, worked } = createNotedInbox()
        let pushed = 0
        for (const next of steps) {
          if (next === 'push') inbox.push((pushed += 1))
          if (next === 'hold') inbox.hold()
          if (next === 'begin') inbox.beginConnection()
          if (next === 'release') inbox.release(() => undefined)
          if (next === 'rest') await Promise.resolve()
        }
        inbox.release(() => undefined)

        expect(worked).toEqual(Array.from({ length: pushed }, (_, index) => index + 1))
      }),
      seed,
    )
  })

  test('drops the oldest when too much waits', () => {
    const { inbox, worked, dropped } = createNotedInbox(2)
    inbox.hold()
    for (const entry of [1, 2, 3]) inbox.push(entry)

    inbox.release(() => undefined)

    expect(dropped).toEqual([1])
    expect(worked).toEqual([2, 3])
  })

  test('stays silent once it is closed', async () => {
    const { inbox, worked } = createNotedInbox()
    inbox.push(1)

    inbox.close()
    inbox.push(2)
    inbox.release(() => worked.push('history'))
    await Promise.resolve()

    expect(worked).toEqual([])
  })
})
