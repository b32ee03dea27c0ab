import { expect, test } from 'vitest'
import { createKeyring, generateKey } from '../secrets/keyring.ts'
import { createSealer } from '../secrets/sealer.ts'
import { createMemorySeenIds } from '../webhooks/seen-ids.ts'
import { signWebhook } from '../webhooks/signature.ts'
import { verifyWebhook } from '../webhooks/verify-webhook.ts'
import { createWebhookSecret, readWebhookSecret } from '../webhooks/webhook-secret.ts'
import { createFetchHttp } from './fetch-http.ts'
import type { HttpHeader, HttpRequest } from './http-port.ts'

const { signal } = new AbortController()
const header = (name: string, isSecret = false): HttpHeader => ({ name, value: 'x', isSecret })
const asking = (url: string, change: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: [],
  body: null,
  isBodySecret: false,
  followsRedirects: true,
  timeoutMs: 10_000,
  maxBytes: 10_000_000,
  ...change,
})

test('sends through the page and reads what comes', async () => {
  const http = createFetchHttp()
  const here = import.meta.url

  expect(await http.send(asking(here), signal)).toMatchObject({
    type: 'answered',
    text: expect.stringContaining('createFetchHttp'),
  })
  expect(await http.send(asking(here, { maxBytes: 3 }), signal)).toMatchObject({ reason: 'too-large' })
  expect(await http.send(asking('http://127.0.0.1:1024/'), signal)).toMatchObject({
    reason: 'network',
    error: '127.0.0.1:1024 could not be reached from this page: it is away, or does not allow it (CORS).',
  })
  expect(await http.send(asking('file:///etc/passwd'), signal)).toMatchObject({ reason: 'refused' })
})

test('says who ended a request', async () => {
  const silent = createFetchHttp(
    (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
      ),
  )
  const controller = new AbortController()
  const cancelled = silent.send(asking('https://api.example.com/'), controller.signal)
  controller.abort()

  expect(await cancelled).toMatchObject({ reason: 'cancelled' })
  expect(await silent.send(asking('https://api.example.com/', { timeoutMs: 20 }), signal)).toMatchObject({
    reason: 'timeout',
  })
})

test.each([
  ['follow', {}],
  ['follow', { headers: [header('Accept'), header('Idempotency-Key')] }],
  ['manual', { headers: [header('Accept', true)] }],
  ['manual', { headers: [header('X-Api-Key')] }],
  ['manual', { method: 'POST', body: 'x', isBodySecret: true }],
  ['manual', { followsRedirects: false }],
] as const)(
  'leaves a redirect to the page only where nothing could go along: %s %#',
  async (redirect, change) => {
    let asked: RequestInit | undefined
    const http = createFetchHttp(async (_, init) => {
      asked = init
      return new Response('ok')
    })

    await http.send(asking('https://api.example.com/', change), signal)

    expect(asked).toMatchObject({ redirect, credentials: 'omit', referrerPolicy: 'no-referrer' })
  },
)

test('seals and signs in a browser as on Node', async () => {
  const owner = { teamId: 'team-1', name: 'api_key' }
  const sealer = createSealer(createKeyring(generateKey()))
  const secret = createWebhookSecret()
  const [now, body] = [1_800_000_000_000, new TextEncoder().encode('{}')]
  const signature = await signWebhook(
    { id: 'msg_1', timestamp: now / 1000, body },
    readWebhookSecret(secret)!,
  )
  const headers = new Headers({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(now / 1000),
    'webhook-signature': signature,
  })
  const seen = createMemorySeenIds(() => now)

  expect(await sealer.open(await sealer.seal('s3cret-value', owner), owner)).toBe('s3cret-value')
  expect(await verifyWebhook({ endpoint: 'e', body, headers, secret, now }, seen)).toMatchObject({
    type: 'verified',
  })
})
