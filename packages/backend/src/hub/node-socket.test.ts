import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createHub } from './create-hub.ts'
import { type AttachedHub, attachHub } from './node-socket.ts'

const hub = createHub({
  methods: {
    whoAmI() {
      return this.user
    },
  },
  identify: (request) => request.headers.get('x-user'),
})
let server: Server
let attached: AttachedHub
let base: string

beforeEach(async () => {
  server = createServer()
  attached = attachHub(server, hub, {
    isAllowedOrigin: (origin) => origin !== 'https://evil.example',
    maxPayload: 1000,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  base = `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})

afterEach(async () => {
  attached.detach()
  await new Promise((resolve) => server.close(resolve))
})

it('refuses a page of a foreign origin with 403', async () => {
  const answer = await open(`${base}/hubs/chat`, { origin: 'https://evil.example', 'x-user': 'ann' })

  expect(answer).toBe(403)
})

it('refuses a stranger with 401 and an unknown token with 404', async () => {
  const stranger = await open(`${base}/hubs/chat`, {})
  const unknown = await open(`${base}/hubs/chat?id=guess`, { 'x-user': 'ann' })

  expect(stranger).toBe(401)
  expect(unknown).toBe(404)
})

it('refuses the token of someone else with 403 and a second socket with 409', async () => {
  const id = await negotiate('ann')

  const other = await open(`${base}/hubs/chat?id=${id}`, { 'x-user': 'bob' })
  const owner = await open(`${base}/hubs/chat?id=${id}`, { 'x-user': 'ann' })
  const second = await open(`${base}/hubs/chat?id=${id}`, { 'x-user': 'ann' })

  expect([other, owner, second]).toEqual([403, 101, 409])
})

it('tells methods who opened a socket that did not negotiate', async () => {
  const socket = new WebSocket(`${base}/hubs/chat`, { headers: { 'x-user': 'ann' } })
  const received: string[] = []
  socket.on('message', (data: Buffer) => received.push(data.toString()))
  await new Promise((resolve) => socket.once('open', resolve))

  socket.send('{"protocol":"json","version":1}\u001e')
  socket.send('{"type":1,"invocationId":"1","target":"whoAmI","arguments":[]}\u001e')

  await expect
    .poll(() => received, { timeout: 10_000 })
    .toEqual(['{}\u001e', '{"type":3,"invocationId":"1","result":"ann"}\u001e'])
  socket.close()
})

it('leaves other paths to other listeners', async () => {
  server.on('upgrade', (request, socket) => {
    if (request.url === '/other') socket.end('HTTP/1.1 418 Teapot\r\n\r\n')
  })

  expect(await open(`${base}/other`, {})).toBe(418)
})

it('closes a socket that sends more at once than it may', async () => {
  const socket = new WebSocket(`${base}/hubs/chat`, { headers: { 'x-user': 'ann' } })
  await new Promise((resolve) => socket.once('open', resolve))
  const closed = new Promise((resolve) => socket.once('close', resolve))

  socket.send('x'.repeat(1001))

  expect(await closed).toBe(1009)
})

async function negotiate(user: string): Promise<string> {
  const request = new Request('http://host/hubs/chat/negotiate?negotiateVersion=1', {
    method: 'POST',
    headers: { 'x-user': user },
  })
  const negotiation: { readonly connectionToken: string } = await (await hub.fetch(request))?.json()
  return negotiation.connectionToken
}

/** The status that answers an upgrade. */
function open(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers })
    socket.on('open', () => resolve(101))
    socket.on('unexpected-response', (_, response) => {
      resolve(response.statusCode)
      socket.terminate()
    })
    socket.on('error', reject)
  })
}
