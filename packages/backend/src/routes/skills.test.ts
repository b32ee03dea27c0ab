import { expect, test } from 'vitest'
import { createDriver } from '../fixtures/driver.ts'

test('plays one skill, with events that are numbered from 1 and named by their id lines', async () => {
  const driver = createDriver()
  const conversation = await driver.newConversation()

  const stream = await driver.send(conversation, 'Where is order A-1042?')
  await driver.clock.advance(10_000)

  expect(stream.lines).toEqual([
    'processing.started',
    'skill.running Look up order',
    'skill.completed Look up order',
    'agent.message',
    'processing.finished',
  ])
  expect(stream.isOver).toBe(true)
  expect(stream.events.map((event) => event.seq_num)).toEqual([1, 2, 3, 4, 5])
  expect(new Set(stream.events.map((event) => event.genie_run_id)).size).toBe(1)
})

test('announces skills that run at once by one event, and ends each of them', async () => {
  const driver = createDriver()
  const stream = await driver.send(await driver.newConversation(), 'Check everything about order A-1042')

  await driver.clock.advance(10_000)

  const skillLines = stream.lines.filter((line) => line.startsWith('skill'))
  expect(skillLines).toEqual([
    'skill.running Find the payment',
    'skill.completed Look up order',
    'skill.stopped Check stock',
    'skill.completed Find the payment',
  ])
})

test('runs the same skill twice in a turn', async () => {
  const driver = createDriver()
  const stream = await driver.send(await driver.newConversation(), 'Compare orders A-1042 and A-1043')

  await driver.clock.advance(10_000)

  expect(stream.lines.filter((line) => line === 'skill.completed Look up order')).toHaveLength(2)
})

test('says why a skill failed', async () => {
  const driver = createDriver()
  const stream = await driver.send(await driver.newConversation(), 'What does the carrier say about A-1042?')

  await driver.clock.advance(10_000)

  expect(stream.events.find((event) => event.type === 'skill.failed')).toMatchObject({
    error: 'The courier API timed out after 10 s.',
  })
  expect(stream.lines.at(-1)).toBe('processing.finished')
})

test('goes on with a run that nobody watches any more', async () => {
  const driver = createDriver()
  const conversation = await driver.newConversation()

  const stream = await driver.send(conversation, 'Where is order A-1042?')
  await driver.clock.advance(600)
  await stream.abandon()
  await driver.clock.advance(10_000)

  expect(await driver.replies(conversation)).toHaveLength(1)
  expect(await driver.read(`/api/chat/conversations/${conversation}`)).toMatchObject({
    state: 'idle',
    last_event: 'processing.finished',
  })
})

test('answers a message without a stream at once, with the run that can be watched', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()

  const answer = await driver.request('POST', `/api/chat/conversations/${id}/messages`, {
    message: 'Where is order A-1042?',
    stream: false,
  })
  const { genie_run_id: run } = await answer.json()
  const stream = driver.watch(await driver.request('GET', `/api/chat/conversations/${id}/genie-runs/${run}`))
  await driver.clock.advance(10_000)

  expect(stream.lines.at(0)).toBe('processing.started')
  expect(stream.lines.at(-1)).toBe('processing.finished')
})

test('takes up a run behind the last event that a reader has', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const first = await driver.send(id, 'Where is order A-1042?')
  await driver.clock.advance(600)
  const path = `/api/chat/conversations/${id}/genie-runs/${first.events[0]?.genie_run_id}`
  const lastId = first.events.at(-1)?.event_id ?? ''
  await first.abandon()

  const resumed = driver.watch(await driver.request('GET', path, undefined, { 'Last-Event-ID': lastId }))
  await driver.clock.advance(10_000)
  const late = driver.watch(await driver.request('GET', path))
  await driver.clock.advance(0)

  expect(first.events.length).toBe(2)
  expect(late.lines).toHaveLength(5)
  expect([...first.lines, ...resumed.lines]).toEqual(late.lines)
  expect(late.isOver).toBe(true)
})

test('pings a stream that has nothing else to say', async () => {
  const driver = createDriver({ pingMs: 1000 })
  const stream = await driver.send(await driver.newConversation(), 'Think it over slowly')

  await driver.clock.advance(1900)

  expect(stream.lines).toEqual(['processing.started', 'system.ping'])
  expect(stream.events[1]?.event_id).toBeUndefined()
})

test('ends streams in the middle and lets the turn go on', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, 'Count the stock in all warehouses')

  await driver.clock.advance(20_000)

  expect(stream.lines).toEqual([
    'processing.started',
    'skill.running Count inventory',
    'system.stream_interrupted',
  ])
  expect(stream.events.at(-1)).toMatchObject({ last_seq_num: 2, retry_after_ms: 500 })
  const { events } = await driver.read(`/api/chat/conversations/events?conversation_id=${id}`)
  expect(events).toHaveLength(8)
  expect(await driver.replies(id)).toHaveLength(2)
})
