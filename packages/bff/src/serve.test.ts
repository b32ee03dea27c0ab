import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachBff } from './attach.ts'
import { startUpstream, type TestUpstream } from './fixtures/upstream.ts'
import { createDeferred } from './fixtures/deferred.ts'
import { eventually } from './fixtures/eventually.ts'
import { spawnBff } from './fixtures/spawn-bff.ts'

let upstream: TestUpstream
beforeAll(async () => {
  upstream = await startUpstream()
})
afterAll(() => upstream.close())

const env = (): Record<string, string> => ({
  PORT: '0',
  PUBLIC_ORIGIN: 'http://127.0.0.1:4300',
  UPSTREAM_URL: upstream.url,
  MODE: 'apikey',
  API_KEY: 'planted-key',
  API_USER: 'ada',
})
const ours = { 'x-threadwork': '1', 'content-type': 'application/json' }

test('on SIGTERM ends streams, finishes the call in flight, and exits with 0', async () => {
  const bff = await spawnBff(env())
  const release = createDeferred<void>()
  upstream.answer((request, response) => {
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
      return
    }
    void release.promise.then(() => response.end('{"kept":true}'))
  })
  const stream = await fetch(`${bff.url}/api/chat/conversations/c1/genie-runs/r1`, { headers: ours })
  const reader = stream.body?.getReader()
  await reader?.read()
  const post = fetch(`${bff.url}/api/chat/conversations`, { method: 'POST', headers: ours, body: '{}' })
  await eventually('the post arrived', () => upstream.received.some(({ method }) => method === 'POST'))

  const exit = bff.stop()
  await expect(reader?.read()).rejects.toThrow()
  release.resolve()

  expect(await (await post).json()).toEqual({ kept: true })
  expect(await exit).toBe(0)
  expect(bff.output()).toContain('server-to-server')
  expect(bff.output()).not.toContain('planted')
}, 20_000)

test('names a port that is in use', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo

  await expect(spawnBff({ ...env(), PORT: String(port) })).rejects.toThrow(
    new RegExp(`Port ${port}.*is in use.*PORT=`),
  )
  taken.close()
})

test('attaches no app that createBff did not make', () => {
  expect(() => attachBff(createServer(), new Hono())).toThrow(/createBff/)
})
