import type { Fact } from '@threadwork/core'
import { failureOf, memoryStorage } from '@threadwork/testing'
import { describe, expect, test } from 'vitest'
import { events, readOf } from './session-notation.ts'
import { start, submissionOf, asked, c1, noon, withDetails } from './session-world.ts'

describe('a session', () => {
  test('decides once for a double click, for Enter and a click, and for opposite answers', async () => {
    const { session, transport, clock } = await start()
    transport.push(...asked)
    const release = transport.holdAnswers()

    const first = session.decide(c1, 'approved')
    const second = session.decide(c1, 'approved')
    const opposite = session.decide(c1, 'rejected')
    await clock.advanceAsync(20)

    expect([second, opposite]).toEqual([first, first])
    expect(transport.submitted).toHaveLength(1)
    expect(submissionOf(session)).toMatchObject({ status: 'sending', choice: 'approved' })
    release()
    await clock.advanceAsync(20)
    expect(session.getState().items[0]).toMatchObject({ status: 'approved', by: 'me', submission: null })
  })

  test('knows after a reload what was decided, though no event says so', async () => {
    const before = await start()
    before.transport.push(...asked)
    before.session.decide(c1, 'rejected')
    await before.clock.advanceAsync(20)
    before.session.close()

    const after = await start({ onRead: () => readOf(...asked) }, memoryStorage(before.storage.entries()))

    expect(after.session.getState().items[0]).toMatchObject({ status: 'rejected', by: 'me' })
    expect(after.transport.submitted).toEqual([])
  })

  test('says “elsewhere” when the backend already had an answer, and reads what became of it', async () => {
    const { session, transport, clock } = await start()
    transport.push(...asked)
    transport.failCommands(failureOf({ reason: 'conflict' }))
    const reads = transport.reads.length

    session.decide(c1, 'approved')
    await clock.advanceAsync(20)

    expect(session.getState().items[0]).toMatchObject({ status: 'resolved', by: 'elsewhere' })
    expect(transport.reads.length).toBeGreaterThan(reads)
  })

  test('looks before it speaks when the answer to a decision was lost', async () => {
    let facts: readonly Fact[] = asked
    const { session, transport, clock } = await start({ onRead: () => readOf(...facts) })
    transport.failCommands(failureOf({ reason: 'unknown-outcome' }))
    facts = [...asked, ...events('r1/3@9 skill.running Send')]

    session.decide(c1, 'approved')
    await clock.advanceAsync(20)

    expect(transport.submitted).toHaveLength(1)
    expect(session.getState().items[0]).toMatchObject({ status: 'running', by: 'me' })
  })

  test.each([
    ['ran out', 'expired', { expiresAt: noon + 60_000 }, events('r1/3@61 processing.finished')],
    [
      'is asked anew',
      'changed',
      {},
      withDetails(events('r1/3@9 skill.confirmation_required Send call=c2'), { replaces: c1 }),
    ],
  ] as const)(
    'claims no decision on a call that %s while the answer to it was lost',
    async (_how, status, details, later) => {
      const call = withDetails(asked, details)
      let facts: readonly Fact[] = call
      const { session, storage, transport, clock } = await start({ onRead: () => readOf(...facts) })
      transport.failCommands(failureOf({ reason: 'unknown-outcome' }))
      facts = [...call, ...later]

      session.decide(c1, 'approved', { parameters: { to: 'ada@example.com' } })
      await clock.advanceAsync(20)
      const reloaded = await start({ onRead: () => readOf(...facts) }, memoryStorage(storage.entries()))

      expect(session.getState().items[0]).toMatchObject({ status, by: null, edited: null, submission: null })
      expect(reloaded.session.getState().items).toEqual(session.getState().items)
      expect(transport.submitted).toHaveLength(1)
      expect(reloaded.transport.submitted).toEqual([])
    },
  )

  test('goes on looking for a lost decision while the reads fail, and does not stay in doubt', async () => {
    let facts: readonly Fact[] = asked
    const { session, transport, clock } = await start({ onRead: () => readOf(...facts) })
    transport.failCommands(failureOf({ reason: 'unknown-outcome' }))
    transport.failReads(failureOf())

    session.decide(c1, 'approved')
    await clock.advanceAsync(10_000)
    expect(submissionOf(session)?.status).toBe('unknown')
    transport.failReads(null)
    facts = [...asked, ...events('r1/3@9 skill.running Send')]
    await clock.advanceAsync(10_000)

    expect(session.getState().items[0]).toMatchObject({ status: 'running', by: 'me' })
    expect(transport.submitted).toHaveLength(1)
  })

  test('does not call its own decision somebody else’s when it is made again after a lost answer', async () => {
    const { session, transport, clock } = await start({ onRead: () => readOf(...asked) })
    transport.failCommands(failureOf({ reason: 'unknown-outcome' }))
    session.decide(c1, 'approved')
    await clock.advanceAsync(10_000)
    expect(submissionOf(session)?.status).toBe('failed')
    transport.failCommands(failureOf({ reason: 'conflict' }))

    session.decide(c1, 'approved')
    await clock.advanceAsync(100)

    expect(session.getState().items[0]).toMatchObject({ status: 'resolved', by: 'me' })
  })
})
