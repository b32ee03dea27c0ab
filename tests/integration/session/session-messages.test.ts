import { type Fact, type ReadResult } from '@threadwork/core'
import { failureOf, memoryStorage } from '@threadwork/testing'
import { describe, expect, test } from 'vitest'
import { events, history, readOf, state } from './session-notation.ts'
import { start, submissionOf } from './session-world.ts'

describe('a session', () => {
  test('never sends a message twice by itself; what is nowhere to be found is said to be unsent', async () => {
    const { session, transport, clock } = await start()
    transport.failCommands(failureOf({ reason: 'unknown-outcome' }))

    session.send('hello')
    await clock.advanceAsync(60)
    expect(submissionOf(session)?.status).toBe('unknown')
    await clock.advanceAsync(30_000)

    expect(transport.submitted).toHaveLength(1)
    expect(submissionOf(session)).toMatchObject({ status: 'failed' })
    expect(session.getState().phase).toBe('failed')
  })

  test('finds a lost message in the history', async () => {
    let facts: readonly Fact[] = []
    const { session, transport, clock, lines } = await start({ onRead: () => readOf(...facts) })
    transport.failCommands(failureOf({ reason: 'unknown-outcome' }))
    facts = history('u1@9 user hello')

    session.send('hello')
    await clock.advanceAsync(60)

    expect(lines()).toEqual(['message u1 complete'])
    expect(transport.submitted).toHaveLength(1)
  })

  test('keeps a message over a reload that came before its answer', async () => {
    const before = await start()
    before.transport.holdAnswers()
    before.session.send('hello')
    before.session.close()

    const after = await start(
      { onRead: () => readOf(...history('u1@9 user hello')) },
      memoryStorage(before.storage.entries()),
    )

    expect(after.lines()).toEqual(['message u1 complete'])
    expect(after.transport.submitted).toEqual([])
  })

  test('keeps what is written offline, and sends it when the browser is back', async () => {
    const { session, transport, clock } = await start()

    session.setOffline()
    session.send('hello')
    await clock.advanceAsync(60_000)
    expect(transport.submitted).toEqual([])
    expect(session.getState().link).toBe('offline')
    expect(submissionOf(session)?.status).toBe('queued')
    session.wake()
    await clock.advanceAsync(20)

    expect(transport.submitted).toHaveLength(1)
    expect(session.getState().link).toBe('live')
  })

  test('looks for a lost message in a read that began after it was lost', async () => {
    const answers: ((result: ReadResult) => void)[] = []
    const { session, transport, clock } = await start({
      onRead: () => new Promise<ReadResult>((answer) => answers.push(answer)),
    })
    transport.failCommands(failureOf({ reason: 'unknown-outcome' }))

    session.send('hello')
    await clock.advanceAsync(20)
    answers[0]?.(readOf())
    await clock.advanceAsync(20)
    answers[1]?.(readOf(...history('u1@9 user hello')))
    await clock.advanceAsync(20)

    expect(submissionOf(session)).toBeNull()
    expect(session.getState().items[0]).toMatchObject({ id: 'u1', status: 'complete' })
  })

  test('goes on reading for a message that the history is slow to show, though all says idle', async () => {
    let facts: readonly Fact[] = [state('idle', 1)]
    const { session, clock } = await start({ onRead: () => readOf(...facts) })

    session.send('hello')
    await clock.advanceAsync(60_000)
    expect(session.getState().phase).toBe('sending')
    facts = [...history('u1@9 user hello'), state('idle', 10)]
    await clock.advanceAsync(10_000)

    expect(session.getState()).toMatchObject({ phase: 'idle', items: [{ id: 'u1' }] })
  })

  test('knows its own message by the history’s clock, though the events’ clock runs ahead', async () => {
    let facts: readonly Fact[] = history('u1@0 user hello')
    const { session, transport, clock, lines } = await start({ onRead: () => readOf(...facts) })
    transport.push(...events('r1/1@1 processing.started', 'r1/2@12 processing.finished'))

    session.send('again')
    facts = [...facts, ...history('u2@11 user again')]
    transport.end('finished')
    await clock.advanceAsync(100)

    expect(lines()).toEqual(['message u1 complete', 'message u2 complete'])
  })
})
