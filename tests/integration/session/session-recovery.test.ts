import type { AttemptId, Fact, ReadResult, RunId } from '@threadwork/core'
import { failureOf } from '@threadwork/testing'
import { describe, expect, test } from 'vitest'
import { events, history, readOf, state } from './session-notation.ts'
import { start, noon } from './session-world.ts'

describe('a session', () => {
  test('keeps the screen when a stream breaks, then reads and resumes, and ends with the turn', async () => {
    let facts = events('r1/1@1 processing.started', 'r1/2@2 skill.running Lookup')
    const { session, transport, clock, lines } = await start({ onRead: () => readOf(...facts) })
    transport.changeLink({ type: 'opened', intentId: null, runId: null })
    await clock.advanceAsync(20)
    const before = lines()
    const item = session.getState().items[0]

    transport.end('eof')
    await clock.advanceAsync(0)
    await clock.advanceAsync(20)
    expect(session.getState().link).toBe('recovering')
    expect(lines()).toEqual(before)
    facts = [
      ...events(
        'r1/1@1 processing.started',
        'r1/2@2 skill.running Lookup',
        'r1/3@3 skill.completed Lookup',
        'r1/4@5 processing.finished',
      ),
      state('idle', 6),
    ]
    await clock.advanceAsync(2000)

    expect(transport.resumed).toEqual(['r1' as RunId])
    expect(transport.reads.at(-1)?.eventsSince).toBe(Date.UTC(2026, 0, 1, 12, 0, 1))
    expect(session.getState()).toMatchObject({ link: 'live', phase: 'idle', recovery: null })
    expect(session.getState().items[0]?.key).toBe(item?.key)
  })

  test('does not let a spinner outlive the truth by more than ten seconds', async () => {
    let facts: readonly Fact[] = events('r1/1@1 processing.started', 'r1/2@2 skill.running Lookup')
    const { session, clock } = await start({ onRead: () => readOf(...facts) })
    await clock.advanceAsync(300_000)
    expect(session.getState().phase).toBe('skill-running')

    facts = [...facts, ...events('r1/3@3 skill.completed Lookup', 'r1/4@5 processing.finished')]
    await clock.advanceAsync(10_000)

    expect(session.getState().phase).toBe('idle')
  })

  test('settles a turn whose end was lost, when the backend says idle and nothing comes', async () => {
    const facts = [...events('r1/1@60 processing.started', 'r1/2@61 skill.running Lookup'), state('idle', 2)]
    const { session, clock, lines } = await start({ onRead: () => readOf(...facts) })

    await clock.advanceAsync(10_000)

    expect(session.getState().phase).toBe('idle')
    expect(lines()).toEqual(['skill r1/Lookup#1 unknown'])
  })

  test('looks for the answer to a message that the history shows while the backend’s word is older', async () => {
    let answer: ReadResult = readOf(...history('u1@9 user hello'), state('idle', 2))
    const { session, transport, clock, lines } = await start({ onRead: () => answer })
    await clock.advanceAsync(60_000)
    const reads = transport.reads.length

    answer = readOf(...history('u2@70 user hello'), state('idle', 2))
    session.wake()
    await clock.advanceAsync(20)
    answer = readOf(...events('r2/1@71 processing.started', 'r2/2@72 agent.message m2 hi'))
    await clock.advanceAsync(2000)

    expect(reads).toBeLessThanOrEqual(4)
    expect(lines()).toEqual(['message u1 complete', 'message u2 complete', 'message m2 complete'])
  })

  test('looks for the turn whose reply the history shows while the events that were read are older', async () => {
    let answer: ReadResult = readOf(...events('r1/1@1 processing.started', 'r1/2@2 processing.finished'))
    const { session, clock, lines } = await start({ onRead: () => answer })
    await clock.advanceAsync(60_000)

    answer = readOf(...history('u2@70 user hello', 'm2@72 agent hi'))
    session.wake()
    await clock.advanceAsync(20)
    answer = readOf(
      ...events(
        'r2/1@71 processing.started',
        'r2/2@72 agent.message m2 hi',
        'r2/3@73 skill.running Lookup',
        'r2/4@74 skill.completed Lookup',
        'r2/5@75 processing.finished',
      ),
    )
    await clock.advanceAsync(3000)

    expect(lines()).toEqual(['message u2 complete', 'message m2 complete', 'skill r2/Lookup#1 completed'])
  })

  test('asks how a connection ended of which only the reply tells that it is over', async () => {
    const told = [
      ...events('r1/1@1 processing.started', 'r1/2@2 runtime_connection.auth_required attempt=a1'),
      ...history('u1@0 user hello', 'm1@9 agent done'),
    ]
    const skipped: Fact = {
      type: 'connection',
      connection: { attemptId: 'a1' as AttemptId, status: 'skipped', link: null },
    }
    const { clock, transport, lines } = await start({
      onRead: ({ attempts }) => readOf(...told, ...(attempts.length > 0 ? [skipped] : [])),
    })

    await clock.advanceAsync(3000)

    expect(lines()).toContain('connection attempt:a1 skipped')
    expect(transport.reads.filter(({ attempts }) => attempts.length > 0)).toHaveLength(1)
  })

  test('reads on from where an old answer ended, not from where the stream has come to', async () => {
    const told = events(
      'r1/1@1 processing.started',
      'r1/2@2 skill.running Send',
      'r1/3@3 skill.completed Send',
      'r1/4@4 processing.finished',
    )
    const answers: ((result: ReadResult) => void)[] = []
    const { session, transport, clock, lines } = await start({
      onRead: () => new Promise<ReadResult>((answer) => answers.push(answer)),
    })
    const answerNext = async (...facts: readonly Fact[]): Promise<void> => {
      answers.shift()?.(readOf(...facts))
      await clock.advanceAsync(20)
    }
    await answerNext()
    transport.push(...told.filter((_, place) => place !== 2))
    transport.end('finished')
    await clock.advanceAsync(20)

    transport.push(...events('r2/1@20 processing.started'))
    await answerNext(...told.slice(0, 2))
    transport.push(...events('r2/2@21 processing.finished'))
    transport.end('finished')
    await answerNext()
    session.wake()
    await clock.advanceAsync(20)
    const since = transport.reads.at(-1)?.eventsSince
    await answerNext(...told)

    expect(since).toBe(noon + 2000)
    expect(lines()).toEqual(['skill r1/Send#1 completed'])
  })

  test('reads on from where an old answer ended when a part of the history came before it', async () => {
    const whole = history('u1@0 user hello', 'm1@5 genie one', 'm2@6 genie two')
    let answer: ReadResult = readOf(...whole.slice(0, 1))
    const { session, transport, clock } = await start({ onRead: () => answer })
    answer = { status: 'read', facts: whole.slice(2), isExpired: false, problems: [failureOf()] }
    session.wake()
    await clock.advanceAsync(20)

    answer = readOf(...whole.slice(0, 1))
    session.wake()
    await clock.advanceAsync(20)
    session.wake()
    await clock.advanceAsync(20)

    expect(transport.reads.at(-1)?.knownMessageId).toBe('u1')
  })

  test('reads again what a partial read left out, from where that read began', async () => {
    let problems = [failureOf()]
    const { session, transport, clock } = await start({
      onRead: () => ({ status: 'read', facts: history('u1@0 user hello'), isExpired: false, problems }),
    })
    problems = []
    await clock.advanceAsync(2000)

    expect(transport.reads).toHaveLength(2)
    expect(transport.reads[1]).toMatchObject({ eventsSince: null, knownMessageId: null })
    expect(session.getState().problem).toBeNull()
  })

  test('asks for the turns that went by unseen before the one it hears of', async () => {
    const facts = [...events('r1/1@1 processing.started', 'r1/2@2 processing.finished'), state('idle', 3)]
    const { transport, clock } = await start({ onRead: () => readOf(...facts) })
    transport.push(...events('r3/1@9 processing.started'))

    transport.end('eof')
    await clock.advanceAsync(1000)

    expect(transport.reads[1]?.eventsSince).toBe(Date.UTC(2026, 0, 1, 12, 0, 2))
  })
})
