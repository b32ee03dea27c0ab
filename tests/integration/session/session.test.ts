import { createSession, type Fact } from '@threadwork/core'
import { failureOf, memoryStorage, scriptedTransport, virtualClock } from '@threadwork/testing'
import { describe, expect, test } from 'vitest'
import { events, history, readOf, state } from './session-notation.ts'
import { asked, start, submissionOf } from './session-world.ts'

describe('a session', () => {
  test('reads the conversation when it opens, once, however often it is opened', async () => {
    const { session, transport, clock } = await start({
      onRead: () => readOf(...history('u1@0 user hello'), state('idle', 1)),
    })

    session.open()
    await clock.advanceAsync(60_000)

    expect(transport.opened).toHaveLength(1)
    expect(transport.reads).toHaveLength(1)
    expect(session.getState()).toMatchObject({ history: 'ready', phase: 'idle', link: 'live' })
  })

  test('shows a message at once, and it becomes the history’s own under the same key', async () => {
    let facts: readonly Fact[] = []
    const { session, transport, clock, lines } = await start({ onRead: () => readOf(...facts) })

    const id = session.send('hello')
    expect(lines()).toEqual([`message ${id} pending`])
    expect(session.getState().phase).toBe('sending')
    facts = history('u1@9 user hello')
    transport.push(
      ...events('r1/1@10 processing.started', 'r1/2@11 agent.message m1 hi', 'r1/3@12 processing.finished'),
    )
    transport.end('finished')
    await clock.advanceAsync(100)

    expect(lines()).toEqual(['message u1 complete', 'message m1 complete'])
    expect(session.getState().items[0]?.key).toBe(id)
    expect(session.getState().phase).toBe('idle')
  })

  test('goes on when the storage refuses, and says so', async () => {
    const { session, transport, storage, clock } = await start()
    storage.fail(new Error('QuotaExceededError'))

    session.send('hello')
    await clock.advanceAsync(20)

    expect(transport.submitted).toHaveLength(1)
    expect(session.getState().storageProblem).toMatch(/keep notes/)
  })

  test('closes a conversation that is gone instead of asking for ever', async () => {
    const { session, transport, clock } = await start({
      onRead: () => ({ status: 'failed', failure: failureOf({ reason: 'not-found' }) }),
    })

    await clock.advanceAsync(120_000)

    expect(session.getState().history).toBe('closed')
    expect(transport.reads).toHaveLength(1)
  })

  test('stops listening when it is told, and listens again when it is woken', async () => {
    const { session, transport, clock } = await start()
    transport.changeLink({ type: 'opened', intentId: null, runId: null })
    transport.push(...events('r1/1@1 processing.started'))
    const reads = transport.reads.length

    session.stop()
    await clock.advanceAsync(120_000)
    expect(session.getState().isStopped).toBe(true)
    expect(transport.reads).toHaveLength(reads)
    session.wake()
    await clock.advanceAsync(20)

    expect(session.getState().isStopped).toBe(false)
    expect(transport.reads.length).toBeGreaterThan(reads)
  })

  test('publishes at most once a frame, and nothing when nothing changed', async () => {
    const { session, transport, clock } = await start()
    let count = 0
    session.subscribe(() => (count += 1))

    for (let seq = 1; seq <= 200; seq += 1) transport.push(...events(`r1/${seq}@1 agent.message m${seq} hi`))
    await clock.advanceAsync(16)
    const published = count
    for (let seq = 1; seq <= 200; seq += 1) transport.push(...events(`r1/${seq}@1 agent.message m${seq} hi`))
    await clock.advanceAsync(16)

    expect(session.getState().items).toHaveLength(200)
    expect(published).toBeLessThanOrEqual(2)
    expect(count).toBe(published)
  })

  test('leaves no timer behind when it is closed', async () => {
    const { session, transport, clock } = await start()
    transport.push(...asked)
    session.send('hello')
    transport.end('error')

    session.close()
    await clock.advanceAsync(0)

    expect(clock.pending).toBe(0)
    expect(transport.openCount).toBe(0)
  })

  test('survives a transport that rejects where it promised an answer', async () => {
    const { session, clock } = await start({
      onRead: () => Promise.reject(new Error('boom')),
      onSubmit: () => Promise.reject(new Error('boom')),
    })

    session.send('hello')
    await clock.advanceAsync(20)

    expect(session.getState().problem?.message).toContain('boom')
    expect(submissionOf(session)?.status).toBe('unknown')
  })

  test('is never ready and empty when the first read brought something', async () => {
    const transport = scriptedTransport({ onRead: () => readOf(...history('u1@0 user hello')) })
    const clock = virtualClock()
    const session = createSession({ transport, conversationId: 'c1', clock, storage: memoryStorage() })
    const shown: string[] = []
    session.subscribe(() => {
      const { history: read, items } = session.getState()
      shown.push(`${read} ${items.length}`)
    })

    session.open()
    await clock.advanceAsync(100)

    expect(shown).not.toContain('ready 0')
    expect(shown).toContain('ready 1')
  })

  test('is ready together with the first facts of a connection that pushes', async () => {
    const { session, transport } = await start({
      capabilities: { delivery: 'push' },
      onRead: () => new Promise(() => undefined),
    })
    const states: (readonly [string, number])[] = []
    session.subscribe(() => states.push([session.getState().history, session.getState().items.length]))

    session.send('hello')
    transport.push(...history('u0@0 user before', 'm0@1 agent hi'))

    expect(states).toContainEqual(['ready', 3])
    expect(states).not.toContainEqual(['ready', 1])
  })
})
