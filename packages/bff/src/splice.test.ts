import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInAt, type TestBrowser } from './fixtures/browser.ts'
import { startBff, type TestBff } from './fixtures/bff.ts'
import { createDeferred } from './fixtures/deferred.ts'
import { eventually } from './fixtures/eventually.ts'
import { lines } from './fixtures/raw-socket.ts'
import { digestOf } from './identifier.ts'
import { createMemorySessionStore } from './memory-session-store.ts'

let bff: TestBff
let browser: TestBrowser

beforeAll(async () => {
  bff = await startBff()
  browser = await signedInAt(bff.origin)
})
afterAll(() => bff.close())

const streamPath = '/api/chat/conversations/c1/genie-runs/r1'

/** Opens the stream of a run and hands out the upstream's end of it. */
const openStream = async (path = streamPath, init: RequestInit = {}) => {
  const opened = createDeferred<ServerResponse>()
  bff.upstream.answer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    opened.resolve(response)
  })
  const answer = await browser.call(`${bff.origin}${path}`, init)
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('the answer has no body')
  return { answer, reader, upstream: await opened.promise }
}

test('sends the head before the first event, and each byte as it comes', async () => {
  const { answer, reader, upstream } = await openStream()

  upstream.write('data: 1\n')
  const first = await reader.read()
  upstream.write('\ndata: 2\n\n')
  const second = await reader.read()
  upstream.end()

  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  expect(answer.headers.get('cache-control')).toBe('no-store, no-transform')
  expect(answer.headers.get('x-accel-buffering')).toBe('no')
  expect([first.value, second.value]).toEqual(['data: 1\n', '\ndata: 2\n\n'])
  expect((await reader.read()).done).toBe(true)
})

test('opens a stream with a message and carries its body', async () => {
  const { reader, upstream } = await openStream('/api/chat/conversations/c1/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"message":"hällo","stream":true}',
  })
  upstream.end('data: done\n\n')

  expect((await reader.read()).value).toBe('data: done\n\n')
  expect(bff.upstream.received.at(-1)?.body).toBe('{"message":"hällo","stream":true}')
})

test('tells the upstream where a resumed stream goes on', async () => {
  const { reader } = await openStream(streamPath, { headers: { 'last-event-id': 'e-17' } })

  expect(bff.upstream.received.at(-1)?.headers['last-event-id']).toBe('e-17')
  await reader.cancel()
})

test('closes the upstream when the browser leaves', async () => {
  const { reader, upstream } = await openStream()

  await reader.cancel()

  await eventually('the upstream saw the end', () => upstream.closed)
})

test('closes the upstream when the browser leaves before the answer', async () => {
  const held = createDeferred<ServerResponse>()
  bff.upstream.answer((_request, response) => held.resolve(response))
  const controller = new AbortController()
  const call = browser.call(`${bff.origin}${streamPath}`, { signal: controller.signal }).catch(() => null)
  const upstream = await held.promise

  controller.abort()
  await call

  await eventually('the upstream saw the end', () => upstream.closed)
})

test('lets a broken stream look broken', async () => {
  const { reader, upstream } = await openStream()
  upstream.write('data: 1\n\n')
  await reader.read()

  upstream.socket?.destroy()

  await expect(reader.read()).rejects.toThrow()
})

test('lets a broken stream look broken where only its connection would end it', async () => {
  const opened = createDeferred<Socket>()
  bff.upstream.answer((request) => {
    request.socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: 1\n\n')
    opened.resolve(request.socket)
  })
  const reader = connect({ host: '127.0.0.1', port: bff.port })
  const cookie = browser.cookieHeader(bff.origin)
  reader.write(lines(`GET ${streamPath} HTTP/1.1`, 'Host: a', 'X-Threadwork: 1', `Cookie: ${cookie}`))
  const [first] = (await once(reader, 'data')) as [Buffer]

  ;(await opened.promise).resetAndDestroy()

  expect(first.toString()).toMatch(/^HTTP\/1\.1 200 OK\r\n(?!.*transfer-encoding)/is)
  await expect(once(reader, 'end')).rejects.toThrow('ECONNRESET')
})

test('ends the open streams of a person who signs out', async () => {
  const { reader, upstream } = await openStream()

  await browser.call(`${bff.origin}/auth/sign-out`, { method: 'POST' })

  await expect(reader.read()).rejects.toThrow()
  await eventually('the upstream saw the end', () => upstream.closed)
  browser = await signedInAt(bff.origin)
})

test('ends the open streams of a session that another process has ended', async () => {
  const store = createMemorySessionStore()
  const shared = await startBff({ sessionStore: store, timings: { sessionCheck: 20 } })
  const person = await signedInAt(shared.origin)
  shared.upstream.answer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
  })
  const stream = await person.call(`${shared.origin}${streamPath}`)

  await store.removeAllOf(await digestOf('ada'))

  await expect(stream.body?.getReader().read()).rejects.toThrow()
  await shared.close()
})

test('carries answers of any framing unchanged', async () => {
  const bodies: string[] = []
  const framings = [{}, { 'content-length': '5' }, { connection: 'close' }]
  for (const headers of framings) {
    bff.upstream.answer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers })
      response.write('12')
      response.end('345')
    })
    bodies.push(await (await browser.call(`${bff.origin}${streamPath}`)).text())
  }

  expect(bodies).toEqual(['12345', '12345', '12345'])
})

test('carries an empty answer and keeps the connection', async () => {
  bff.upstream.answer((_request, response) => {
    response.writeHead(204).end()
  })

  const answer = await browser.call(`${bff.origin}${streamPath}`)

  expect(answer.status).toBe(204)
})

test('holds more streams at once than an agent has sockets', async () => {
  const open: ServerResponse[] = []
  bff.upstream.answer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
    open.push(response)
  })

  const answers = await Promise.all(
    Array.from({ length: 300 }, () => browser.call(`${bff.origin}${streamPath}`)),
  )

  expect(answers.every((answer) => answer.status === 200)).toBe(true)
  expect(open).toHaveLength(300)
  await Promise.all(answers.map((answer) => answer.body?.cancel() ?? Promise.resolve()))
  await eventually('all streams ended', () => open.every((response) => response.closed))
})

test('slows the upstream down to the pace of a reader that has stopped', async () => {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  let written = 0
  let upstream: ServerResponse | null = null
  bff.upstream.answer((_request, response) => {
    upstream = response
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const pump = (): void => {
      while (written < 200_000_000 && !response.closed) {
        written += chunk.length
        if (!response.write(chunk)) {
          response.once('drain', pump)
          return
        }
      }
    }
    pump()
  })
  const reader = connect({ host: '127.0.0.1', port: bff.port })
  const cookie = browser.cookieHeader(bff.origin)
  reader.write(lines(`GET ${streamPath} HTTP/1.1`, 'Host: a', 'X-Threadwork: 1', `Cookie: ${cookie}`))
  reader.pause()

  let before = -1
  await eventually('the upstream stopped writing', () => {
    const isStill = written > 0 && written === before
    before = written
    return isStill
  })

  // Socket buffers of the machine hold some megabytes; the rest was never asked for.
  expect(written).toBeLessThan(40_000_000)
  reader.destroy()
  await eventually('the upstream saw the end', () => upstream?.closed === true)
})
