import type { AttemptId, ConversationId, ReadRequest } from '@threadwork/core'
import { describe, expect, test } from 'vitest'
import { headless } from './headless-transport.ts'
import type { Fetch } from './request.ts'

// Plain strings stand for branded ids throughout.
const conversationId = 'c1' as ConversationId
const attemptId = 'a1' as AttemptId

const AT = Date.UTC(2026, 0, 1, 12)
const iso = (ms: number): string => new Date(AT + ms).toISOString()

type Route = (body: unknown, url: URL) => Response | Error
type Routes = Readonly<Record<string, Route>>

const json = (body: unknown, status = 200): Response => Response.json(body, { status })

const connect = (routes: Routes) => {
  const calls: (readonly [route: string, body: unknown])[] = []
  const fetch: Fetch = (input, init) => {
    const url = new URL(input)
    const route = `${init.method} ${url.pathname}`
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null
    calls.push([route, body])
    const answer = routes[route]?.(body, url) ?? json({}, 404)
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const transport = headless({ url: 'http://server.test', fetch })
  const sink = { receive: () => {}, changeLink: () => {}, report: () => {} }
  return { transport, connection: transport.open(conversationId, sink), calls }
}

const STATE = 'GET /conversations/c1'
const MESSAGES = 'GET /conversations/c1/messages'
const EVENTS = 'GET /conversations/events'
const LINK = 'POST /runtime_connection/a1/link'

const message = (id: string, source: string, at: number) => ({
  message_id: id,
  source,
  content: id,
  created_at: iso(at),
})
const event = (seq: number, type: string, fields: object = {}) => ({
  type,
  genie_run_id: 'r1',
  seq_num: seq,
  created_at: iso(seq * 1_000),
  ...fields,
})

const whole: Routes = {
  [STATE]: () => json({ conversation_id: 'c1', state: 'skill_processing', updated_at: iso(9) }),
  [MESSAGES]: (_body, url) =>
    url.searchParams.get('cursor') === null
      ? json({ messages: [message('m2', 'genie', 5_000), message('u2', 'user', 4_000)], cursor: 'p2' })
      : json({ messages: [message('m1', 'genie', 1_500), message('u1', 'user', 500)] }),
  [EVENTS]: () =>
    json({
      events: [event(1, 'processing.started'), event(2, 'system.ping'), event(3, 'processing.finished')],
    }),
  [LINK]: () => json({ status: 'authorized' }),
}

const all: ReadRequest = { eventsSince: null, knownMessageId: null, attempts: [] }

describe('read', () => {
  test('brings history oldest first, events without signals, links and the state', async () => {
    const { connection } = connect(whole)

    const result = await connection.read({ ...all, attempts: [attemptId] })

    expect(result).toMatchObject({
      status: 'read',
      problems: [],
      isExpired: false,
      facts: [
        { type: 'history-message', message: { messageId: 'u1', role: 'user' } },
        { message: { messageId: 'm1', role: 'agent' } },
        { message: { messageId: 'u2' } },
        { message: { messageId: 'm2' } },
        { type: 'event', event: { type: 'turn-started' } },
        { type: 'event', event: { type: 'turn-ended' } },
        { type: 'connection', connection: { attemptId, status: 'authorized' } },
        { type: 'backend-state', state: 'skill-running', at: AT + 9 },
      ],
    })
  })

  test('brings the same from wrapped bodies, and the profile says so', async () => {
    const wrapped = Object.fromEntries(
      Object.entries(whole).map(([route, answer]): [string, Route] => [
        route,
        (body, url) => {
          const inner = answer(body, url)
          return inner instanceof Error
            ? inner
            : new Response(inner.body?.pipeThrough(wrapAsResult()) ?? null, { headers: inner.headers })
        },
      ]),
    )
    const bare = connect(whole)
    const other = connect(wrapped)

    expect(await other.connection.read(all)).toEqual(await bare.connection.read(all))
    expect(bare.transport.getProfile().bodyForm).toBe('bare')
    expect(other.transport.getProfile()).toMatchObject({
      bodyForm: 'result',
      states: ['skill_processing'],
      persistedEvents: ['processing.started', 'system.ping', 'processing.finished'],
    })
  })

  test('stops paging at the page that holds the known message', async () => {
    const { connection, calls } = connect(whole)

    await connection.read({ ...all, knownMessageId: 'u2' })

    expect(calls.filter(([route]) => route === MESSAGES)).toHaveLength(1)
  })

  test('comes to an end when a cursor comes again', async () => {
    const { connection, calls } = connect({
      ...whole,
      [MESSAGES]: () => json({ messages: [message('m1', 'genie', 0)], cursor: 'same' }),
    })

    await connection.read(all)

    expect(calls.filter(([route]) => route === MESSAGES)).toHaveLength(2)
  })

  test.each([
    ['the state', STATE, 6],
    ['the history', MESSAGES, 3],
    ['the events', EVENTS, 5],
  ])('lists %s among the problems when only that fails', async (_title, route, count) => {
    const { connection } = connect({ ...whole, [route]: () => json({}, 500) })

    const result = await connection.read(all)

    expect(result).toMatchObject({ status: 'read', problems: [{ reason: 'server-error' }], isExpired: false })
    expect(result.status === 'read' ? result.facts.length : 0).toBe(count)
  })

  test('fails as not-found when the conversation is gone, although the list of events answers', async () => {
    const { connection } = connect({ [EVENTS]: () => json({ events: [] }) })

    expect(await connection.read(all)).toMatchObject({ status: 'failed', failure: { reason: 'not-found' } })
  })

  test('fails when nothing can be read', async () => {
    const broken = () => new TypeError('fetch failed')
    const { connection } = connect({ [STATE]: broken, [MESSAGES]: broken, [EVENTS]: broken })

    expect(await connection.read(all)).toMatchObject({ status: 'failed', failure: { reason: 'unreachable' } })
  })

  test('says that events have expired when an answer is older than the oldest of them', async () => {
    const { connection } = connect({
      ...whole,
      [EVENTS]: () => json({ events: [event(90, 'processing.started')] }),
    })

    expect(await connection.read(all)).toMatchObject({ isExpired: true })
  })

  test('says that events have expired when the time asked for lies a day behind the server’s newest', async () => {
    const { connection } = connect(whole)

    expect(await connection.read({ ...all, eventsSince: AT - 86_400_000 })).toMatchObject({ isExpired: true })
    expect(await connection.read({ ...all, eventsSince: AT })).toMatchObject({ isExpired: false })
  })
})

const wrapAsResult = (): TransformStream<Uint8Array, Uint8Array> =>
  new TransformStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"result":')),
    flush: (controller) => controller.enqueue(new TextEncoder().encode('}')),
  })

describe('links', () => {
  const required = event(1, 'runtime_connection.auth_required', {
    runtime_connection_attempt_id: 'a1',
    auth_link: { url: 'https://connect.test/1' },
  })

  test('are renewed by the server', async () => {
    const { connection, transport } = connect({
      [LINK]: () => json({ status: 'auth_required', auth_link: { url: 'https://connect.test/2' } }),
    })

    expect(await connection.renewLink(attemptId)).toMatchObject({
      facts: [{ connection: { status: 'auth-required', link: { url: 'https://connect.test/2' } } }],
    })
    expect(transport.getProfile().hasLinkEndpoint).toBe(true)
  })

  test('fall back to the event’s own where the server has no endpoint, which is asked only once', async () => {
    const { connection, transport, calls } = connect({
      ...whole,
      [EVENTS]: () => json({ events: [required] }),
      [LINK]: () => json({}, 404),
    })
    await connection.read(all)

    await connection.renewLink(attemptId)
    const renewed = await connection.renewLink(attemptId)

    expect(renewed).toMatchObject({
      facts: [{ connection: { status: 'auth-required', link: { url: 'https://connect.test/1' } } }],
    })
    expect(transport.getProfile().hasLinkEndpoint).toBe(false)
    expect(calls.filter(([route]) => route === LINK)).toHaveLength(1)
  })

  const dated = (expiresAt: number, ...dates: readonly number[]) => {
    const answers = [...dates]
    return connect({
      [LINK]: () =>
        Response.json(
          {
            status: 'auth_required',
            auth_link: { url: 'https://connect.test/2', expires_at: iso(expiresAt) },
          },
          { headers: { Date: new Date(AT + (answers.shift() ?? 0)).toUTCString() } },
        ),
    })
  }

  test('carry the server’s own time of the first telling, so that a poll that repeats one is no news', async () => {
    const { connection } = dated(300_000, 2_000, 4_000)

    const first = await connection.renewLink(attemptId)
    const second = await connection.renewLink(attemptId)

    expect(first).toMatchObject({ facts: [{ connection: { link: { toldAt: AT + 2_000 } } }] })
    expect(second).toEqual(first)
  })

  test('that look expired as they are handed out are told without a time: two clocks differ', async () => {
    const { connection } = dated(300_000, 310_000)

    const read = await connection.renewLink(attemptId)

    expect(read).toMatchObject({ facts: [{ connection: { link: { url: 'https://connect.test/2' } } }] })
    expect(JSON.stringify(read)).not.toContain('toldAt')
  })

  test('that cannot be read are a problem of the read', async () => {
    const { connection } = connect({ ...whole, [LINK]: () => json({}, 503) })

    expect(await connection.read({ ...all, attempts: [attemptId] })).toMatchObject({
      status: 'read',
      problems: [{ reason: 'server-error' }],
    })
  })
})
