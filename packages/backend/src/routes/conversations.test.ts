import { expect, test } from 'vitest'
import { createMemoryStore } from '../store/memory-store.ts'
import { type Driver, createDriver } from '../fixtures/driver.ts'

const other = { 'X-IDP-User-Id': 'mallory' }

test('serves the Headless API at both of its prefixes', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()

  const there = await driver.read(`/api/v1/genies/returns/chat/conversations/${id}`)

  expect(there).toMatchObject({ conversation_id: id, topic: null, state: 'idle', last_event: null })
})

test.each([
  ['documented', ['list', 'total_count']],
  ['field', ['result']],
] as const)('lists conversations, newest first, in the form of %s servers', async (profile, keys) => {
  const driver = createDriver({ profile, pace: 0 })
  const first = await driver.newConversation()
  await driver.clock.advance(1000)
  const second = await driver.newConversation()
  await driver.clock.advance(1000)
  await driver.send(first, 'Show me the quarterly pipeline report')
  await driver.clock.advance(1000)

  const raw = await (await driver.request('GET', '/api/chat/conversations')).json()
  const body = await driver.read('/api/chat/conversations')

  expect(Object.keys(raw)).toEqual(keys)
  const list = (body['list'] ?? body['conversations']) as readonly {
    conversation_id: string
    topic: string
  }[]
  expect(list.map((row) => row.conversation_id)).toEqual([first, second])
  expect(list[0]?.topic).toBe('Show me the quarterly pipeline report')
})

test('pages by cursor and says the whole count', async () => {
  const driver = createDriver({ pace: 0 })
  const id = await driver.newConversation()
  for (const text of ['quarterly', 'pipeline']) {
    await driver.send(id, text)
    await driver.clock.advance(10_000)
  }
  const path = `/api/chat/conversations/${id}/messages`

  const first = await driver.read(`${path}?limit=5`)
  const second = await driver.read(`${path}?limit=5&cursor=${String(first['cursor'])}`)
  const wrong = await driver.request('GET', `${path}?cursor=nothing`)

  expect([first['total_count'], (first['messages'] as object[]).length]).toEqual([8, 5])
  expect((second['messages'] as object[]).length).toBe(3)
  expect(second['cursor']).toBeUndefined()
  expect((second['messages'] as { content: string }[]).at(-1)?.content).toBe('quarterly')
  expect(wrong.status).toBe(400)
})

test('shows nobody else’s conversation, not even that it is there', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, 'Order A-1042 arrived broken. Can I get my money back?')
  await driver.clock.advance(10_000)
  const run = stream.events[0]?.genie_run_id
  const call = stream.events.flatMap((event) => ('call_id' in event ? [event.call_id] : []))[0]
  const base = `/api/chat/conversations/${id}`
  const attempts: readonly [string, string, object?][] = [
    ['GET', base],
    ['DELETE', base],
    ['GET', `${base}/messages`],
    ['POST', `${base}/messages`, { message: 'hi', stream: true }],
    ['GET', `/api/chat/conversations/events?conversation_id=${id}`],
    ['GET', `${base}/genie-runs/${run}`],
    ['POST', `${base}/genie-runs/${run}/feedback`, { reaction: 'positive' }],
    ['POST', `${base}/skill_approval/${call}`, { resolution: 'approved' }],
    ['GET', `/api/chat/history?conversationId=${id}`],
    ['POST', '/api/chat/messages', { conversationId: id, text: 'hi', clientMessageId: 'x' }],
    ['POST', '/api/chat/cancel-workflow', { conversationId: id, workflowId: null, idempotencyKey: 'x' }],
  ]

  const statuses = await Promise.all(
    attempts.map(async ([method, path, body]) => (await driver.request(method, path, body, other)).status),
  )
  const control = (await driver.request('GET', base)).status

  expect(statuses).toEqual(attempts.map(() => 404))
  expect(control).toBe(200)
  expect((await driver.read('/api/chat/conversations', other))['total_count']).toBe(0)
})

test('deletes a conversation with everything in it, and ends its stream', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, 'Where is order A-1042?')

  const deleted = await driver.request('DELETE', `/api/chat/conversations/${id}`)
  await driver.clock.advance(10_000)

  expect(deleted.status).toBe(204)
  expect(stream.isOver).toBe(true)
  expect((await driver.request('GET', `/api/chat/conversations/${id}`)).status).toBe(404)
})

test('keeps events for as long as it was told, and messages for ever', async () => {
  const store = createMemoryStore()
  const driver = createDriver({ store, retentionMs: 60_000 })
  const id = await driver.newConversation()
  const stream = await driver.send(id, 'Where is order A-1042?')
  await driver.clock.advance(10_000)
  const path = `/api/chat/conversations/events?conversation_id=${id}`
  const before = (await driver.read(path))['events'] as object[]
  const since = stream.events[2]?.created_at ?? ''
  const later = (await driver.read(`${path}&since_created_at=${since}`))['events'] as object[]
  const firstPage = await driver.read(`${path}&limit=2`)

  await driver.clock.advance(80_000)
  const hidden = (await driver.read(path))['events']
  const heldThen = store.list('events', id).length
  await driver.clock.advance(60_000)

  expect(before).toEqual(stream.events)
  expect(later).toEqual(stream.events.slice(2))
  expect(firstPage['next_since_created_at']).toBe(stream.events[1]?.created_at)
  // Nobody is shown an expired event, also before the sweep takes it away.
  expect([hidden, heldThen]).toEqual([[], 5])
  expect(store.list('events', id)).toEqual([])
  expect(await driver.replies(id)).toHaveLength(1)
})

const upload = async (driver: Driver, id: string, bytes: number): Promise<Response> => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], 'lamp.png', { type: 'image/png' }))
  return driver.backend.fetch(
    new Request(`http://backend.test/api/chat/conversations/${id}/upload`, { method: 'POST', body: form }),
  )
}

test('takes a file of up to 20 MB and refuses a larger one', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()

  const taken = await upload(driver, id, 1000)
  const refused = await upload(driver, id, 20_000_001)

  const { file_id } = await taken.json()
  const send = async (conversation: string): Promise<number> =>
    (
      await driver.request('POST', `/api/chat/conversations/${conversation}/messages`, {
        message: 'help',
        file_id,
      })
    ).status

  expect(file_id).toMatch(/^file_/)
  expect(refused.status).toBe(413)
  expect([await send(await driver.newConversation()), await send(id)]).toEqual([422, 200])
})

test('tells with a message which file came with it, and the agent speaks of it', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const { file_id } = await (await upload(driver, id, 12_300)).json()

  await driver.request('POST', `/api/chat/conversations/${id}/messages`, { message: 'help', file_id })
  await driver.clock.advance(10_000)

  const history = await driver.request('GET', `/api/chat/conversations/${id}/messages`)
  const { messages } = await history.json()
  const [thanks, asked] = messages.slice(-2)
  expect(asked).toMatchObject({
    source: 'user',
    attachments: [{ file_id, name: 'lamp.png', media_type: 'image/png', size: 12_300 }],
  })
  expect(thanks).toMatchObject({
    source: 'genie',
    content: expect.stringContaining('picture **lamp.png** (12.3 kB)'),
  })
  expect(thanks).not.toHaveProperty('attachments')
})

test('takes feedback on a run', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, 'Where is order A-1042?')
  await driver.clock.advance(10_000)
  const path = `/api/chat/conversations/${id}/genie-runs/${stream.events[0]?.genie_run_id}/feedback`

  const good = await driver.request('POST', path, { reaction: 'positive', comment: 'quick' })
  const bad = await driver.request('POST', path, { reaction: 'meh' })

  expect([good.status, bad.status]).toEqual([204, 422])
})

test('answers what it cannot do as problem+json with a request id', async () => {
  const driver = createDriver({
    authenticate: (request) => (request.headers.has('X-Out') ? null : { userId: 'ada' }),
  })
  const id = await driver.newConversation()
  const base = `/api/chat/conversations/${id}`
  const send = (body: string): Promise<Response> =>
    driver.backend.fetch(new Request(`http://backend.test${base}/messages`, { method: 'POST', body }))

  const answers = await Promise.all([
    driver.request('GET', base, undefined, { 'X-Out': '1' }),
    driver.request('GET', '/api/chat/nowhere'),
    driver.request('GET', `${base}?`, undefined, { 'X-Request-Id': 'mine-1' }),
    send('{'),
    send('[]'),
    send('{"message": ""}'),
    send(JSON.stringify({ message: 'x'.repeat(20_001) })),
  ])

  expect(answers.map((answer) => answer.status)).toEqual([401, 404, 200, 400, 400, 422, 422])
  expect(answers[2]?.headers.get('X-Request-Id')).toBe('mine-1')
  expect(answers[3]?.headers.get('X-Request-Id')).toMatch(/^req_/)
  expect(answers[3]?.headers.get('Content-Type')).toBe('application/problem+json')
  expect(await answers[3]?.json()).toMatchObject({ status: 400, title: 'Bad request' })
})

test('shows nothing of its insides when it fails', async () => {
  const defects: unknown[] = []
  const driver = createDriver({
    authenticate: () => {
      throw new Error('password=hunter2')
    },
    reportDefect: (error) => defects.push(error),
  })

  const answer = await driver.request('GET', '/api/chat/conversations')

  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('hunter2')
  expect(defects).toHaveLength(1)
})

test('answers 400 when a body breaks off, which is no defect of its own', async () => {
  const defects: unknown[] = []
  const driver = createDriver({ reportDefect: (error) => defects.push(error) })
  const id = await driver.newConversation()
  const body = new ReadableStream({ start: (controller) => controller.error(new Error('aborted')) })
  const address = `http://backend.test/api/chat/conversations/${id}/messages`
  const init = { method: 'POST', headers: { 'Content-Length': '20' }, body, duplex: 'half' }

  const answer = await driver.backend.fetch(new Request(address, init))

  expect(answer.status).toBe(400)
  expect(defects).toEqual([])
})

test('lets faults answer, change the state, and stand in a stream', async () => {
  const driver = createDriver({
    faults: {
      intercept: (request) => (request.headers.has('X-Fault') ? new Response(null, { status: 429 }) : null),
      state: () => 'idle',
      stream: (bytes) => bytes.pipeThrough(new TransformStream({ transform: () => {} })),
    },
  })
  const id = await driver.newConversation()
  const stream = await driver.send(id, 'Think it over slowly')
  await driver.clock.advance(100)

  expect((await driver.request('GET', '/api/chat/conversations', undefined, { 'X-Fault': '1' })).status).toBe(
    429,
  )
  expect(await driver.read(`/api/chat/conversations/${id}`)).toMatchObject({ state: 'idle' })
  expect(stream.events).toEqual([])
})
