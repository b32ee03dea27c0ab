import { createSession, type Attachment, type Fact, type Session } from '@threadwork/core'
import {
  failureOf,
  memoryStorage,
  named,
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
  const sent = (): readonly string[] =>
    transport.submitted.flatMap(({ command }) => (command.type === 'send-message' ? [command.text] : []))
  return { clock, transport, session, storage, sent }
}
const waiting = (session: Session): readonly string[] => session.getState().queue.map(({ text }) => text)
const running = events('r1/1@1 processing.started')
const ended = events('r1/9@9 processing.finished')

describe('a message that is written while a turn runs', () => {
  test('waits beside the thread, and is sent once when the turn is over', async () => {
    const { session, transport, clock, sent } = await start()
    transport.push(...running)

    session.send('And the lamp?')
    await clock.advanceAsync(60_000)
    expect(sent()).toEqual([])
    expect(session.getState()).toMatchObject({ items: [], phase: 'ai-running' })
    expect(waiting(session)).toEqual(['And the lamp?'])
    transport.push(...ended)
    await clock.advanceAsync(60_000)

    expect(sent()).toEqual(['And the lamp?'])
    expect(waiting(session)).toEqual([])
  })

  test('goes out in its order, each when the turn of the one before it is over', async () => {
    const { session, transport, clock, sent } = await start()
    transport.push(...running)
    session.send('one')
    session.send('two')

    transport.push(...ended)
    await clock.advanceAsync(100)
    expect(sent()).toEqual(['one'])
    transport.push(...events('r2/1@11 processing.started'), ...history('u1@10 user one'))
    await clock.advanceAsync(100)
    expect(sent()).toEqual(['one'])
    transport.push(...events('r2/2@12 processing.finished'))
    await clock.advanceAsync(100)

    expect(sent()).toEqual(['one', 'two'])
  })

  test.each([
    ['an approval', 'r1/2@2 skill.confirmation_required Send call=c1'],
    ['a connection', 'r1/2@2 runtime_connection.auth_required attempt=a1'],
  ])('waits while %s is open, and nothing fails', async (_, line) => {
    const { session, transport, clock, sent } = await start()
    transport.push(...running, ...events(line))

    session.send('Wait, why?')
    await clock.advanceAsync(60_000)

    expect(sent()).toEqual([])
    expect(waiting(session)).toEqual(['Wait, why?'])
    expect(session.getState().phase).toMatch(/^awaiting/)
  })

  test('is still there after a reload, and leaves only when the conversation was read', async () => {
    const before = await start({ onRead: () => readOf(...running) })
    before.session.send('And the lamp?')
    before.session.close()
    let facts: readonly Fact[] = running
    const after = await start({ onRead: () => readOf(...facts) }, memoryStorage(before.storage.entries()))
    await after.clock.advanceAsync(10_000)
    expect(waiting(after.session)).toEqual(['And the lamp?'])

    facts = [...running, ...ended]
    await after.clock.advanceAsync(10_000)

    expect(before.sent()).toEqual([])
    expect(after.sent()).toEqual(['And the lamp?'])
  })

  test('stays until it is read what happened while the page was offline', async () => {
    let facts: readonly Fact[] = running
    const { session, transport, clock, sent } = await start({ onRead: () => readOf(...facts) })
    transport.push(...running)
    session.send('And the lamp?')
    session.setOffline()
    transport.push(...ended)
    await clock.advanceAsync(10_000)
    expect(sent()).toEqual([])

    facts = [...running, ...ended, ...events('r2/1@11 processing.started')]
    session.wake()
    await clock.advanceAsync(100)
    expect(sent()).toEqual([])
    transport.push(...events('r2/2@12 processing.finished'))
    await clock.advanceAsync(10_000)

    expect(sent()).toEqual(['And the lamp?'])
  })

  test('is edited where it waits, and taken back', async () => {
    const { session, transport, clock, sent } = await start()
    transport.push(...running)
    const first = session.send('one')
    const second = session.send('two')

    session.pauseQueued(first, true)
    transport.push(...ended)
    await clock.advanceAsync(10_000)
    expect(sent()).toEqual([])
    session.editQueued(first, 'better')
    expect(session.discard(second)).toBe('two')
    session.pauseQueued(first, false)
    await clock.advanceAsync(100)

    expect(sent()).toEqual(['better'])
    expect(waiting(session)).toEqual([])
  })

  test('costs nothing while the person is at it', async () => {
    const { session, transport, clock } = await start()
    transport.push(...running)
    session.pauseQueued(session.send('one'), true)
    transport.push(...ended)
    await clock.advanceAsync(60_000)
    let changes = 0
    session.subscribe(() => (changes += 1))

    await clock.advanceAsync(60_000)

    expect([session.getState().phase, changes, clock.pending]).toEqual(['idle', 0, 0])
  })

  test('is heard of again although the person had stopped listening', async () => {
    const { session, transport, clock, sent } = await start({ onRead: () => readOf(...running, ...ended) })
    transport.push(...running)
    session.stop()
    await clock.advanceAsync(100)
    expect(session.getState().isStopped).toBe(true)

    session.send('And the lamp?')
    await clock.advanceAsync(10_000)

    expect(session.getState().isStopped).toBe(false)
    expect(sent()).toEqual(['And the lamp?'])
  })
})

describe('a message that the backend refuses because a turn runs', () => {
  test('waits, is tried again after a rest, and is sent once', async () => {
    const { session, transport, clock, sent } = await start()
    transport.failCommands(failureOf({ reason: 'conflict' }))
    const reads = transport.reads.length

    session.send('hello')
    await clock.advanceAsync(100)
    expect(waiting(session)).toEqual(['hello'])
    expect(transport.reads.length).toBeGreaterThan(reads)
    transport.failCommands(null)
    await clock.advanceAsync(60_000)

    expect(sent()).toEqual(['hello', 'hello'])
    expect(new Set(transport.submitted.map(({ intentId }) => intentId)).size).toBe(1)
  })

  test('waits for a turn that this client did not know of', async () => {
    let facts: readonly Fact[] = []
    const { session, transport, clock, sent } = await start({ onRead: () => readOf(...facts) })
    transport.failCommands(failureOf({ reason: 'conflict' }))
    facts = [...running, state('ai-running', 1)]

    session.send('hello')
    await clock.advanceAsync(60_000)
    expect(sent()).toEqual(['hello'])
    expect(session.getState().phase).toBe('ai-running')
    transport.failCommands(null)
    facts = [...running, ...ended, state('idle', 9)]
    await clock.advanceAsync(10_000)

    expect(sent()).toEqual(['hello', 'hello'])
  })

  test('fails where messages do not wait', async () => {
    const { session, transport, clock } = await start({ capabilities: { whileBusy: 'refuse' } })
    transport.failCommands(failureOf({ reason: 'conflict', message: 'Still at work.' }))

    session.send('hello')
    await clock.advanceAsync(60_000)

    expect(session.getState().items).toMatchObject([
      { kind: 'message', submission: { status: 'failed', problem: 'Still at work.' } },
    ])
  })
})

describe('files', () => {
  const photo: Attachment = {
    fileId: named.file('f1'),
    name: 'lamp.png',
    mediaType: 'image/png',
    size: 12,
  }
  const file = (name: string) => ({
    name,
    type: 'image/png',
    size: 12,
    arrayBuffer: () => Promise.resolve(new ArrayBuffer(12)),
  })

  test('go with their message and stay on it when the history tells of none', async () => {
    let facts: readonly Fact[] = []
    const { session, transport, clock } = await start({ onRead: () => readOf(...facts) })

    session.send('Look', [photo])
    await clock.advanceAsync(20)
    expect(transport.submitted[0]?.command).toEqual({
      type: 'send-message',
      text: 'Look',
      attachments: [photo],
    })
    expect(session.getState().items).toMatchObject([{ status: 'pending', attachments: [photo] }])
    facts = history('u1@10 user Look')
    transport.end('finished')
    await clock.advanceAsync(100)

    expect(session.getState().items).toMatchObject([{ status: 'complete', attachments: [photo] }])
  })

  test('are the history’s own where it tells of them', async () => {
    const told: Fact[] = history('u1@10 user Look').map((fact) =>
      fact.type === 'history-message'
        ? { ...fact, message: { ...fact.message, attachments: [photo] } }
        : fact,
    )
    const { session } = await start({ onRead: () => readOf(...told) })

    expect(session.getState().items).toMatchObject([{ attachments: [photo] }])
  })

  test('wait with the message that carries them', async () => {
    const before = await start({ onRead: () => readOf(...running) })
    before.session.send('Look', [photo])
    expect(before.session.getState().queue).toMatchObject([{ attachments: [photo] }])
    before.session.close()

    const after = await start(
      { onRead: () => readOf(...running, ...ended) },
      memoryStorage(before.storage.entries()),
    )
    await after.clock.advanceAsync(100)

    expect(after.transport.submitted[0]?.command).toMatchObject({ text: 'Look', attachments: [photo] })
  })

  test('are brought to the backend, and a refusal is data', async () => {
    const { session, transport } = await start({
      onUpload: ({ name }) =>
        name === 'huge.png'
          ? { status: 'failed', failure: failureOf({ reason: 'too-large' }) }
          : { status: 'uploaded', fileId: named.file('f1') },
    })

    expect(await session.upload(file('lamp.png'))).toEqual({ status: 'uploaded', fileId: 'f1' })
    expect(await session.upload(file('huge.png'))).toMatchObject({
      status: 'failed',
      failure: { reason: 'too-large' },
    })
    expect(transport.uploaded.map(({ name }) => name)).toEqual(['lamp.png', 'huge.png'])
  })

  test('of a transport that rejects are a failure, and so are those of a closed session', async () => {
    const { session } = await start({ onUpload: () => Promise.reject(new Error('broken')) })

    expect(await session.upload(file('lamp.png'))).toMatchObject({ status: 'failed' })
    session.close()
    expect(await session.upload(file('lamp.png'))).toMatchObject({
      status: 'failed',
      failure: { reason: 'unsupported' },
    })
  })
})
