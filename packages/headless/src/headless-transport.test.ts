import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type {
  Clock,
  ConversationId,
  Fact,
  IntentId,
  LinkChange,
  TransportConnection,
  TransportSink,
  WireReport,
} from '@threadwork/core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { headless, type HeadlessOptions } from './headless-transport.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void

interface Heard {
  readonly facts: Fact[][]
  readonly links: LinkChange[]
  readonly reports: WireReport[]
}

const closers: (() => Promise<void> | void)[] = []
const unhandled: unknown[] = []
const catchUnhandled = (reason: unknown): void => void unhandled.push(reason)
process.on('unhandledRejection', catchUnhandled)

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  expect(unhandled.splice(0)).toEqual([])
})

const serve = async (handler: Handler): Promise<string> => {
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => handler(request, response, body))
  })
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server's address is never a string
}

const createClock = () => {
  const timers = new Set<{ at: number; callback: () => void }>()
  let now = 0
  const clock: Clock = {
    now: () => now,
    random: () => 0,
    after: (ms, callback) => {
      const timer = { at: now + ms, callback }
      timers.add(timer)
      return { cancel: () => void timers.delete(timer) }
    },
  }
  const advance = (ms: number): void => {
    now += ms
    for (const timer of timers) if (timer.at <= now && timers.delete(timer)) timer.callback()
  }
  return { clock, advance }
}

const connect = (url: string, options: Partial<HeadlessOptions> = {}) => {
  const heard: Heard = { facts: [], links: [], reports: [] }
  const sink: TransportSink = {
    receive: (facts) => void heard.facts.push([...facts]),
    changeLink: (change) => void heard.links.push(change),
    report: (report) => void heard.reports.push(report),
  }
  const transport = headless({ url, ...options })
  const connection = transport.open('c1' as ConversationId, sink) // a test's own id
  closers.push(() => connection.close())
  return { transport, connection, heard }
}

const intent = 'i1' as IntentId // a test's own id
const say = (connection: TransportConnection, text = 'hello') =>
  connection.submit({ type: 'send-message', text }, intent)
const ended = (heard: Heard) => vi.waitFor(() => expect(heard.links.at(-1)).toMatchObject({ type: 'ended' }))
const typesOf = (heard: Heard) =>
  heard.facts.map((chunk) => chunk.map((fact) => (fact.type === 'event' ? fact.event.type : fact.type)))

const openStream = (response: ServerResponse): void => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
  response.flushHeaders()
}
const frame = (type: string, seq: number, fields: object = {}): string =>
  `event: ${type}\nid: e${seq}\ndata: ${JSON.stringify({ genie_run_id: 'r1', seq_num: seq, ...fields })}\n\n`

const STARTED = frame('processing.started', 1)
const MESSAGE = frame('agent.message', 2, { message_id: 'm1', message: 'hi' })
const FINISHED = frame('processing.finished', 3)

describe('sending a message', () => {
  test('posts it once with the custom header, and hears its stream to the end', async () => {
    const seen: unknown[] = []
    const url = await serve((request, response, body) => {
      seen.push([request.method, request.url, request.headers['x-threadwork'], JSON.parse(body)])
      openStream(response)
      response.end(STARTED + MESSAGE + FINISHED)
    })
    const { connection, heard } = connect(`${url}/api`)

    const outcome = await say(connection)
    await ended(heard)

    expect(outcome).toEqual({ status: 'accepted', runId: null })
    expect(seen).toEqual([
      ['POST', '/api/conversations/c1/messages', '1', { message: 'hello', stream: true }],
    ])
    expect(typesOf(heard).flat()).toEqual(['turn-started', 'message', 'turn-ended'])
    expect(heard.links).toEqual([
      { type: 'opened', intentId: 'i1', runId: null },
      { type: 'run-named', intentId: 'i1', runId: 'r1' },
      { type: 'ended', reason: 'finished', retryAfter: null, failure: null },
    ])
  })

  test('is accepted when the stream is open, not when it ends, and hands on a chunk at a time', async () => {
    let stream: ServerResponse | null = null
    const url = await serve((_request, response) => {
      stream = response
      openStream(response)
    })
    const { connection, heard } = connect(url)

    const outcome = await say(connection)
    expect(outcome.status).toBe('accepted')
    expect(heard.facts).toEqual([])
    stream!.write(STARTED + MESSAGE) // the handler ran: its answer came
    await vi.waitFor(() => expect(heard.facts).toHaveLength(1))
    stream!.end(FINISHED) // as above
    await ended(heard)

    expect(typesOf(heard)).toEqual([['turn-started', 'message'], ['turn-ended']])
  })

  test('ends as eof, and drops the torn event, when the server ends in the middle of one', async () => {
    const url = await serve((_request, response) => {
      openStream(response)
      response.end(STARTED + MESSAGE.slice(0, -1))
    })
    const { connection, heard } = connect(url)

    await say(connection)
    await ended(heard)

    expect(typesOf(heard).flat()).toEqual(['turn-started'])
    expect(heard.links.at(-1)).toMatchObject({ reason: 'eof' })
  })

  test('ends as an error when the connection is reset in the middle of an event', async () => {
    const url = await serve((request, response) => {
      openStream(response)
      response.write(STARTED + MESSAGE.slice(0, 30), () => request.socket.resetAndDestroy())
    })
    const { connection, heard } = connect(url)

    await say(connection)
    await ended(heard)

    expect(heard.links.at(-1)).toMatchObject({ reason: 'error', failure: { reason: 'unreachable' } })
  })

  test('ends as idle when no byte comes for the idle time, and a comment counts as a byte', async () => {
    let stream: ServerResponse | null = null
    const url = await serve((_request, response) => {
      stream = response
      openStream(response)
      response.write(STARTED)
    })
    const { clock, advance } = createClock()
    const { connection, heard } = connect(url, { clock, idleMs: 75_000 })

    await say(connection)
    await vi.waitFor(() => expect(heard.facts).toHaveLength(1))
    advance(74_999)
    stream!.write(`: still here\n\n${MESSAGE}`) // the handler ran: its answer came
    await vi.waitFor(() => expect(heard.facts).toHaveLength(2))
    advance(74_999)
    stream!.write(': still here\n\n' + FINISHED.replace('finished', 'started')) // as above
    await vi.waitFor(() => expect(heard.facts).toHaveLength(3))
    advance(75_000)
    await ended(heard)

    expect(heard.links.at(-1)).toMatchObject({ reason: 'idle' })
  })
})

describe('an answer that never comes', () => {
  test('that breaks off before it began leaves the outcome unknown, and nothing is sent again', async () => {
    let posts = 0
    const url = await serve((request) => {
      posts += 1
      request.socket.destroy()
    })
    const { connection } = connect(url)

    const outcome = await say(connection)

    expect(outcome).toMatchObject({ failure: { reason: 'unknown-outcome' } })
    expect(posts).toBe(1)
  })

  test('of nobody is unreachable: the message surely did not leave', async () => {
    const url = await serve(() => {})
    await closers.pop()?.()
    const { connection } = connect(url)

    expect(await say(connection)).toMatchObject({ failure: { reason: 'unreachable' } })
  })
})

describe('one stream at a time', () => {
  test('a second message ends the first stream, once, and the server sees it leave', async () => {
    let left = 0
    let posts = 0
    const url = await serve((_request, response) => {
      posts += 1
      response.on('close', () => (left += 1))
      openStream(response)
      response.write(frame('processing.started', 1, { genie_run_id: `r${posts}` }))
    })
    const { connection, heard } = connect(url)

    await say(connection)
    await vi.waitFor(() => expect(heard.facts).toHaveLength(1))
    await say(connection, 'again')
    await vi.waitFor(() => expect({ left, facts: heard.facts.length }).toEqual({ left: 1, facts: 2 }))

    expect(heard.links.map((change) => change.type)).toEqual([
      'opened',
      'run-named',
      'ended',
      'opened',
      'run-named',
    ])
  })

  test('stopListening ends it as aborted', async () => {
    let left = 0
    const url = await serve((_request, response) => {
      response.on('close', () => (left += 1))
      openStream(response)
      response.write(STARTED)
    })
    const { connection, heard } = connect(url)

    await say(connection)
    await vi.waitFor(() => expect(heard.facts).toHaveLength(1))
    connection.stopListening()
    await vi.waitFor(() => expect(left).toBe(1))

    expect(heard.links.filter((change) => change.type === 'ended')).toEqual([
      { type: 'ended', reason: 'aborted', retryAfter: null, failure: null },
    ])
  })

  test('close aborts the stream and what is under way, and nothing is heard afterwards', async () => {
    let left = 0
    let arrived = 0
    const url = await serve((request, response) => {
      arrived += 1
      response.on('close', () => (left += 1))
      if (request.method !== 'POST') return
      openStream(response)
      response.write(STARTED)
    })
    const { connection, heard } = connect(url)

    await say(connection)
    await vi.waitFor(() => expect(heard.facts).toHaveLength(1))
    const reading = connection.read({ eventsSince: null, knownMessageId: null, attempts: [] })
    await vi.waitFor(() => expect(arrived).toBe(4))
    const before = heard.links.length
    connection.close()

    expect(await reading).toMatchObject({ status: 'failed' })
    await vi.waitFor(() => expect(left).toBe(4))
    expect(heard.links).toHaveLength(before)
    expect(await say(connection)).toMatchObject({ failure: { reason: 'unreachable' } })
  })
})
