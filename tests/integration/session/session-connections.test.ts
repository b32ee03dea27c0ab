import { type AttemptId, type Fact } from '@threadwork/core'
import { memoryStorage } from '@threadwork/testing'
import { describe, expect, test } from 'vitest'
import { events, history, readOf } from './session-notation.ts'
import { start } from './session-world.ts'

describe('a session', () => {
  test('waits for a connection without calling its ended stream a fault, and takes the reply from the history', async () => {
    let facts: readonly Fact[] = []
    const { session, transport, clock, lines } = await start({ onRead: () => readOf(...facts) })
    transport.push(
      ...events('r1/1@1 processing.started', 'r1/2@2 runtime_connection.auth_required attempt=a1'),
    )
    transport.end('interrupted', 1000)
    await clock.advanceAsync(20_000)
    expect(session.getState()).toMatchObject({ link: 'live', phase: 'awaiting-connection' })
    expect(transport.reads.at(-1)?.attempts).toEqual(['a1'])

    facts = history('m1@210 genie done')
    await clock.advanceAsync(10_000)

    expect(lines()).toEqual(['connection attempt:a1 authorized', 'message m1 complete'])
    expect(session.getState().phase).toBe('idle')
  })

  test('gives the fresh link of an attempt to whoever asked, and null when none came', async () => {
    const link = { url: 'https://a.test/2', expiresAt: null, connectorName: null }
    const attemptId = 'a1' as AttemptId
    const { session, transport } = await start({
      onRead: () => readOf({ type: 'connection', connection: { attemptId, status: 'auth-required', link } }),
    })

    expect(await session.renewLink(attemptId)).toEqual(link)
    transport.failReads({ reason: 'unreachable' })

    expect(await session.renewLink(attemptId)).toBeNull()
    expect(session.getState().problem).toMatchObject({ reason: 'unreachable' })
  })

  test('knows after a reload that a connection failed, though the history only shows that the turn went on', async () => {
    const required = events('r1/1@1 processing.started', 'r1/2@2 runtime_connection.auth_required attempt=a1')
    const failed: Fact = {
      type: 'connection',
      connection: { attemptId: 'a1' as AttemptId, status: 'failed', link: null },
    }
    const before = await start({ onRead: () => readOf(...required, failed) })
    before.session.close()

    const after = await start(
      { onRead: () => readOf(...required, ...history('m1@9 genie no')) },
      memoryStorage(before.storage.entries()),
    )

    expect(after.lines()[0]).toBe('connection attempt:a1 closed')
  })
})
