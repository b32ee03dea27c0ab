import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { gzipSync, brotliCompressSync, deflateSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HttpAnswer, HttpHeader, HttpRequest } from '../../net/http-port.ts'
import { type NodeHttp, createNodeHttp } from './node-http.ts'
import { secureTest } from './fixtures/secure-test.ts'

interface Seen {
  readonly host: string | undefined
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

const routes = new Map<string, (response: ServerResponse) => void>()
const seen: Seen[] = []
const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const { method, url, headers } = request
    seen.push({ host: headers.host, method, path: url, headers, body: Buffer.concat(pieces).toString() })
    const route = routes.get(url ?? '')
    if (route) route(response)
    else response.writeHead(200, { 'Content-Type': 'text/plain' }).end('ok')
  })
})
let http: NodeHttp
let one = ''
let other = ''

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  one = `http://one.test:${port}`
  other = `http://other.test:${port}`
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  http = createNodeHttp({ allowHosts: ['one.test', 'other.test'], resolve })
})
afterEach(async () => {
  await http.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  routes.clear()
  seen.length = 0
})

const header = (name: string, value: string, isSecret = false): HttpHeader => ({ name, value, isSecret })
const asking = (url: string, request: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: [],
  body: null,
  isBodySecret: false,
  followsRedirects: true,
  timeoutMs: 5000,
  maxBytes: 1000,
  ...request,
})
const send = (request: HttpRequest, signal = new AbortController().signal): Promise<HttpAnswer> =>
  http.send(request, signal)
const redirect = (path: string, status: number, to: string): void =>
  void routes.set(path, (response) => response.writeHead(status, { Location: to }).end())

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const brief = createServer()
  await new Promise<void>((resolve) => brief.listen(0, '127.0.0.1', resolve))
  const { port } = brief.address() as AddressInfo
  await new Promise((resolve) => brief.close(resolve))
  return port
}

const secrets = [
  header('Authorization', 'Bearer s3cret', true),
  header('X-Api-Key', 's3cret', true),
  header('Cookie', 'session=1'),
  header('X-Trace', 'abc'),
  header('Content-Type', 'application/json'),
  header('Idempotency-Key', 'run:step:1'),
]

test('takes everything along to the same origin, and nothing that speaks for anybody to another', async () => {
  redirect('/near', 307, '/there')
  redirect('/far', 307, `${other}/there`)
  const post = { method: 'POST', headers: secrets, body: '{}' } as const

  await send(asking(`${one}/near`, post))
  await send(asking(`${one}/far`, post))

  const [, near, , far] = seen
  expect(near).toMatchObject({
    method: 'POST',
    body: '{}',
    headers: { authorization: 'Bearer s3cret', cookie: 'session=1' },
  })
  expect(far).toMatchObject({ method: 'POST', body: '{}', host: new URL(other).host })
  expect(far?.headers).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': 'run:step:1' })
  expect(Object.keys(far?.headers ?? {}).filter((name) => /auth|key|cookie|trace/.test(name))).toEqual([
    'idempotency-key',
  ])
})

test('never takes a secret back that a detour over another host has lost', async () => {
  redirect('/out', 302, `${other}/back`)
  redirect('/back', 302, `${one}/there`)

  await send(asking(`${one}/out`, { headers: secrets }))

  expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer s3cret', undefined, undefined])
})

test('does not send a body with a secret on to another host', async () => {
  redirect('/far', 308, `${other}/there`)

  const answer = await send(asking(`${one}/far`, { method: 'POST', body: 's3cret', isBodySecret: true }))

  expect(seen).toHaveLength(1)
  expect(answer).toMatchObject({
    reason: 'redirects',
    error: expect.stringContaining('the body holds a secret'),
  })
})

test.each([
  [301, 'POST', 'GET'],
  [302, 'POST', 'GET'],
  [303, 'PUT', 'GET'],
  [307, 'POST', 'POST'],
  [308, 'PUT', 'PUT'],
  [302, 'DELETE', 'DELETE'],
] as const)('follows %i of a %s as a %s', async (status, method, then) => {
  redirect('/from', status, '/to')

  await send(asking(`${one}/from`, { method, body: 'text', headers: [header('Content-Type', 'text/plain')] }))

  expect(seen[1]).toMatchObject({ method: then, body: then === 'GET' ? '' : 'text' })
  expect(seen[1]?.headers['content-type']).toBe(then === 'GET' ? undefined : 'text/plain')
})

test('follows five redirects, not six, and none where none is wanted', async () => {
  for (let hop = 1; hop <= 6; hop += 1) redirect(`/${hop}`, 302, `/${hop - 1}`)

  const five = await send(asking(`${one}/5`))
  const six = await send(asking(`${one}/6`))
  const none = await send(asking(`${one}/1`, { followsRedirects: false }))

  expect(five).toMatchObject({ type: 'answered', status: 200 })
  expect(six).toMatchObject({ reason: 'redirects', error: expect.stringContaining('more than 5 times') })
  expect(none).toMatchObject({ type: 'answered', status: 302 })
})

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const)('unpacks %s, and counts what it unpacks', async (encoding, pack) => {
  const packed = (path: string, text: string): void =>
    void routes.set(path, (response) =>
      response.writeHead(200, { 'Content-Encoding': encoding }).end(pack(text)),
    )
  packed('/small', 'grüße')
  packed('/bomb', 'x'.repeat(5_000_000))

  expect(await send(asking(`${one}/small`))).toMatchObject({ text: 'grüße' })
  expect(await send(asking(`${one}/bomb`))).toEqual({
    type: 'failed',
    reason: 'too-large',
    error: `${new URL(one).host} answered with more than 1000 bytes.`,
  })
  expect(await send(asking(`${one}/small`))).toMatchObject({ text: 'grüße' })
})

test('lets go of an answer that does not end', async () => {
  let isGone = false
  routes.set('/endless', (response) => {
    const more = (): void =>
      void (response.destroyed || response.write('x'.repeat(100), () => setTimeout(more, 1)))
    response.on('close', () => (isGone = true))
    more()
  })

  expect(await send(asking(`${one}/endless`))).toMatchObject({ reason: 'too-large' })
  await expect.poll(() => isGone).toBe(true)
})

test('gives up at its limit of time, or when it is told to', async () => {
  routes.set('/silent', (response) => response.flushHeaders())
  const controller = new AbortController()
  const cancelled = send(asking(`${one}/silent`), controller.signal)
  await expect.poll(() => seen.length).toBe(1)
  controller.abort()

  expect(await cancelled).toMatchObject({ reason: 'cancelled' })
  expect(await send(asking(`${one}/silent`, { timeoutMs: 50 }))).toMatchObject({
    reason: 'timeout',
    error: `${new URL(one).host} did not answer within 50 ms.`,
  })
})

test('says what is wrong with a network, without a path', async () => {
  const broken = createNodeHttp({
    resolve: async () => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
    },
  })
  routes.set('/cut', (response) => response.destroy())
  routes.set('/mangled', (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('no gzip'))

  const closed = await closedPort()

  const answers = await Promise.all([
    broken.send(asking('https://nowhere.test/?s3cret'), new AbortController().signal),
    send(asking(`http://one.test:${closed}/?s3cret`)),
    send(asking(`${one}/cut`)),
    send(asking(`${one}/mangled`)),
  ])

  const { host } = new URL(one)
  expect(answers.map((answer) => (answer.type === 'failed' ? answer.error : ''))).toEqual([
    'nowhere.test could not be reached: no such host is known.',
    `one.test:${closed} could not be reached: it refuses connections.`,
    `${host} could not be reached: it broke the connection off.`,
    `${host} could not be reached: its connection failed (Z_DATA_ERROR).`,
  ])
})

test('speaks TLS to the address that was judged, and takes only the certificate of the name', async () => {
  const secure = createSecureServer(secureTest, (_, response) => response.end('sealed'))
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
  const { port } = secure.address() as AddressInfo
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const allowHosts = ['secure.test', 'other.test']
  const trusting = createNodeHttp({ resolve, allowHosts, ca: secureTest.cert })
  const usual = createNodeHttp({ resolve, allowHosts })
  const get = (client: NodeHttp, name: string): Promise<HttpAnswer> =>
    client.send(asking(`https://${name}:${port}/`), new AbortController().signal)

  expect(await get(trusting, 'secure.test')).toMatchObject({ status: 200, text: 'sealed' })
  expect(await get(trusting, 'other.test')).toMatchObject({
    reason: 'network',
    error: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID'),
  })
  expect(await get(usual, 'secure.test')).toMatchObject({
    error: expect.stringContaining('SELF_SIGNED_CERT'),
  })
  secure.closeAllConnections()
  await new Promise((resolve) => secure.close(resolve))
})
