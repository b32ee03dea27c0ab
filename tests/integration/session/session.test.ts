import {
  createSession,
  type ApprovalRequired,
  type AttemptId,
  type CallId,
  type Fact,
  type ReadResult,
  type RunId,
  type Session,
} from '@threadwork/core'
import {
  failureOf,
  memoryStorage,
  scriptedTransport,
  virtualClock,
  type MemoryStorage,
  type TransportScript,
} from '@threadwork/testing'
import { describe, expect, test } from 'vitest'
import { events, history, readOf, state } from './session-notation.ts'

const start = async (script: TransportScript = {}, storage: MemoryStorage = memoryStorage()) => {
  const clock = virtualClock({ now: 1000 })
  const transport = scriptedTransport(script)
  const session = createSession({ transport, conversationId: 'c1', clock, storage })
  session.open()
  await clock.advanceAsync(20)
  const lines = (): readonly string[] =>
    session
      .getState()
      .items.map((item) => `${item.kind} ${item.id}${'status' in item ? ` ${item.status}` : ''}`)
  return { clock, transport, session, storage, lines }
}
const submissionOf = (session: Session) => {
  const item = session.getState().items.at(-1)
  return item && 'submission' in item ? item.submission : null
}
const asked = events('r1/1@1 processing.started', 'r1/2@2 skill.confirmation_required Send call=c1')
const c1 = 'c1' as CallId
const noon = Date.UTC(2026, 0, 1, 12)
const withDetails = (facts: readonly Fact[], details: Partial<ApprovalRequired>): readonly Fact[] =>
  facts.map((fact) =>
    fact.type === 'event' && fact.event.type === 'approval-required'
      ? { type: 'event', event: { ...fact.event, ...details } }
      : fact,
  )

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

  test('asks for the turns that went by unseen before the one it hears of', async () => {
    const facts = [...events('r1/1@1 processing.started', 'r1/2@2 processing.finished'), state('idle', 3)]
    const { transport, clock } = await start({ onRead: () => readOf(...facts) })
    transport.push(...events('r3/1@9 processing.started'))

    transport.end('eof')
    await clock.advanceAsync(1000)

    expect(transport.reads[1]?.eventsSince).toBe(Date.UTC(2026, 0, 1, 12, 0, 2))
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
