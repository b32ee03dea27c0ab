import type { Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createBrowser, signedInAt, type TestBrowser } from './fixtures/browser.ts'
import { startBff, type TestBff } from './fixtures/bff.ts'
import { eventually } from './fixtures/eventually.ts'

let bff: TestBff
let browser: TestBrowser
let sockets: WebSocketServer
const upgraded: Socket[] = []
const handshakes: { readonly url: string; readonly rawHeaders: readonly string[] }[] = []

beforeAll(async () => {
  bff = await startBff()
  browser = await signedInAt(bff.origin)
  sockets = new WebSocketServer({ server: bff.upstream.server, path: '/hubs/chat' })
  bff.upstream.server.on('upgrade', (_request, socket: Socket) => upgraded.push(socket))
  sockets.on('connection', (socket, request) => {
    handshakes.push({ url: request.url ?? '', rawHeaders: request.rawHeaders })
    socket.on('message', (data: Buffer, isBinary) => socket.send(data, { binary: isBinary }))
  })
})
afterAll(async () => {
  for (const client of sockets.clients) client.terminate()
  await bff.close()
})

const open = (headers: Record<string, string>, path = '/hubs/chat?id=abc'): Promise<WebSocket | number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${bff.port}${path}`, { headers })
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (request, response) => {
      request.destroy()
      resolve(response.statusCode ?? 0)
    })
    socket.once('error', reject)
  })

const ours = (): Record<string, string> => ({ origin: bff.origin, cookie: browser.cookieHeader(bff.origin) })

const opened = async (headers = ours()): Promise<WebSocket> => {
  const socket = await open(headers)
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
  return socket
}

test('carries messages both ways, text and binary', async () => {
  const socket = await opened()
  const heard: string[] = []
  socket.on('message', (data: Buffer, isBinary) =>
    heard.push(`${isBinary ? 'binary' : 'text'} ${data.toString()}`),
  )

  socket.send('{"protocol":"json","version":1}\u001e')
  socket.send(Buffer.from('bytes'))

  await eventually('both came back', () => heard.length === 2)
  expect(heard).toEqual(['text {"protocol":"json","version":1}\u001e', 'binary bytes'])
  socket.terminate()
})

test('shakes hands upstream with the token and without the cookie', async () => {
  const socket = await opened({ ...ours(), 'x-idp-user-id': 'mallory', authorization: 'Bearer mallory' })

  const { url, rawHeaders } = handshakes.at(-1) ?? { url: '', rawHeaders: [] }
  const text = rawHeaders.join('\n')
  expect(url).toBe('/hubs/chat?id=abc')
  expect(text).toMatch(/authorization\nBearer /i)
  expect(text).not.toMatch(/mallory|cookie|origin/i)
  socket.terminate()
})

test.each([
  ['without an origin', () => ({ cookie: browser.cookieHeader(bff.origin) }), 403],
  ['from another port of this host', () => ({ ...ours(), origin: 'http://127.0.0.1:1' }), 403],
  ['from a page of the same site', () => ({ ...ours(), 'sec-fetch-site': 'same-site' }), 403],
  ['without a session', () => ({ origin: bff.origin }), 401],
])('refuses a handshake %s', async (_name, headers: () => Record<string, string>, status) => {
  const before = handshakes.length

  const answer = await open(headers())

  expect(answer).toBe(status)
  expect(handshakes).toHaveLength(before)
})

test.each(['/api/chat/conversations', '/', '//evil.test/hubs/chat', '/hubs/chat/../admin'])(
  'opens no socket at %s',
  async (path) => {
    const answer = await open(ours(), path)

    expect(answer).toBeGreaterThanOrEqual(400)
  },
)

test('closes the upstream when the browser leaves, and the browser when the upstream leaves', async () => {
  const leaving = await opened()
  leaving.terminate()
  await eventually('the upstream saw it', () => sockets.clients.size === 0)

  const left = await opened()
  for (const socket of upgraded) socket.resetAndDestroy()
  await eventually('the browser saw it', () => left.readyState === WebSocket.CLOSED)
})

test('ends the sockets of a person who signs out', async () => {
  const other = await signedInAt(bff.origin)
  const socket = await opened({ origin: bff.origin, cookie: other.cookieHeader(bff.origin) })

  await other.call(`${bff.origin}/auth/sign-out`, { method: 'POST' })

  await eventually('the socket closed', () => socket.readyState === WebSocket.CLOSED)
})

test('carries negotiation and long polling as calls', async () => {
  bff.upstream.answer((request, response) => response.end(`${request.method} ${request.url}`))

  const negotiate = await browser.call(
    `${bff.origin}/hubs/chat/negotiate?negotiateVersion=1&access_token=x`,
    {
      method: 'POST',
    },
  )
  const poll = await browser.call(`${bff.origin}/hubs/chat?id=abc&_=17`)
  const ended = await browser.call(`${bff.origin}/hubs/chat?id=abc`, { method: 'DELETE' })
  const strange = await createBrowser().call(`${bff.origin}/hubs/chat?id=abc`)

  expect(await negotiate.text()).toBe('POST /hubs/chat/negotiate?negotiateVersion=1')
  expect(await poll.text()).toBe('GET /hubs/chat?id=abc&_=17')
  expect(await ended.text()).toBe('DELETE /hubs/chat?id=abc')
  expect(strange.status).toBe(401)
})
