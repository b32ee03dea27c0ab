import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBff } from './app.ts'
import { startUpstream, type TestUpstream } from './fixtures/upstream.ts'
import type { BffConfig } from './settings.ts'

const origin = 'https://chat.example.com'
const folder = mkdtempSync(join(tmpdir(), 'threadwork-static-'))
let upstream: TestUpstream

beforeAll(async () => {
  upstream = await startUpstream()
  const root = join(folder, 'dist')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Chat</title>')
  writeFileSync(join(root, 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(root, '.env'), 'planted')
  writeFileSync(join(folder, 'secret.txt'), 'planted')
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'))
})
afterAll(async () => {
  await upstream.close()
  rmSync(folder, { recursive: true, force: true })
})

const bffWith = (config: Partial<BffConfig> = {}) =>
  createBff({
    publicOrigin: origin,
    upstreamUrl: `${upstream.url}/prefix`,
    auth: { mode: 'apikey', apiKey: 'planted-key', apiUser: 'ada' },
    log: { level: 'silent' },
    ...config,
  })
const ours = { 'x-threadwork': '1', host: 'chat.example.com' }

test('says that it is well', async () => {
  const answer = await bffWith().request(`${origin}/healthz`)

  expect(await answer.json()).toEqual({ status: 'ok' })
})

test('tells the app where links and images may lead', async () => {
  const bff = bffWith({ linkOrigins: ['https://a.test'], imageOrigins: ['https://b.test'] })

  const answer = await bff.request(`${origin}/config.json`)

  expect(await answer.json()).toEqual({
    mode: 'apikey',
    linkOrigins: ['https://a.test'],
    imageOrigins: ['https://b.test'],
  })
})

test.each(['/', '/healthz', '/config.json', '/auth/session', '/api/chat/conversations', '/nowhere.js'])(
  'sends its policy with %s',
  async (path) => {
    const bff = bffWith({ staticRoot: join(folder, 'dist'), imageOrigins: ['https://b.test'] })

    const { headers } = await bff.request(`${origin}${path}`)

    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain("img-src 'self' blob: https://b.test;")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("frame-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  },
)

test('lets the page of diagrams be framed by this app alone, and gives it no origin', async () => {
  const answer = await bffWith({ staticRoot: join(folder, 'dist') }).request(`${origin}/diagram-frame.html`)

  expect(answer.headers.get('content-security-policy')).toBe("sandbox allow-scripts; frame-ancestors 'self'")
  expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

describe('the built app', () => {
  const get = (path: string, headers: Record<string, string> = { accept: 'text/html' }) =>
    bffWith({ staticRoot: join(folder, 'dist') }).request(new Request(`${origin}${path}`, { headers }))

  test.each(['/', '/index.html', '/c/42'])('answers %s with its page, fresh each time', async (path) => {
    const answer = await get(path)

    expect(await answer.text()).toContain('<title>Chat</title>')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  test('lets hashed files be kept for ever', async () => {
    const answer = await get('/assets/app-1a2b.js')

    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test('answers 304 to somebody who has the page', async () => {
    const etag = (await get('/')).headers.get('etag') ?? ''

    expect((await get('/', { 'if-none-match': etag })).status).toBe(304)
  })

  test.each([
    '/.env',
    '/link.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/gone.js',
    '//evil.test/a.js',
    '/a%00.html',
  ])('has nothing at %s', async (path) => {
    const answer = await get(path)

    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('planted')
  })
})

describe('the API-key mode', () => {
  test('sends the key and the user that the configuration names', async () => {
    const answer = await bffWith().request(`${origin}/api/chat/conversations`, {
      headers: { ...ours, 'x-idp-user-id': 'mallory', authorization: 'Bearer mallory' },
    })

    expect(answer.status).toBe(200)
    const received = upstream.received.at(-1)
    expect(received?.url).toBe('/prefix/conversations')
    expect(received?.headers.authorization).toBe('Bearer planted-key')
    expect(received?.headers['x-idp-user-id']).toBe('ada')
  })

  test('sends the user that the host identifies', async () => {
    const identify = async () => 'grace'
    const bff = bffWith({ auth: { mode: 'apikey', apiKey: 'k', apiUser: 'ada', identify } })

    await bff.request(`${origin}/api/chat/conversations`, { headers: ours })

    expect(upstream.received.at(-1)?.headers['x-idp-user-id']).toBe('grace')
  })

  test.each([null, 'two words', 'a\r\nx: y'])('refuses a caller whom the host calls %j', async (name) => {
    const identify = async () => name
    const bff = bffWith({ auth: { mode: 'apikey', apiKey: 'k', apiUser: null, identify } })

    const answer = await bff.request(`${origin}/api/chat/conversations`, { headers: ours })

    expect(answer.status).toBe(401)
  })

  test('refuses a name that was pointed at it', async () => {
    const answer = await bffWith().request('https://rebound.test/api/chat/conversations', {
      headers: { 'x-threadwork': '1', host: 'rebound.test' },
    })

    expect(answer.status).toBe(403)
  })

  test('says at its start what it is for', () => {
    const logged: string[] = []
    const destination = { write: (line: string) => void logged.push(line) }

    bffWith({ log: { destination } })

    expect(logged.join('')).toContain('server-to-server')
    expect(logged.join('')).not.toContain('planted-key')
  })
})

test('limits how much one caller changes in a minute', async () => {
  const bff = bffWith({ limits: { writes: 3 } })
  const write = () =>
    bff.request(`${origin}/api/chat/conversations`, {
      method: 'POST',
      headers: { ...ours, 'content-type': 'application/json' },
      body: '{}',
    })

  const answers = [await write(), await write(), await write(), await write()]

  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429])
  expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('limits how many sign-ins one address begins', async () => {
  const auth = {
    mode: 'oauth',
    issuer: 'http://127.0.0.1:1',
    clientId: 'a',
    clientSecret: null,
    sessionStore: 'memory:',
    sessionSecret: 'x'.repeat(32),
  } as const
  const bff = bffWith({ auth, limits: { signIns: 1 } })

  const first = await bff.request(`${origin}/auth/sign-in`)
  const second = await bff.request(`${origin}/auth/sign-in`)

  expect([first.status, second.status]).toEqual([503, 429])
  expect(await first.json()).toMatchObject({ error_code: 'sign_in_unreachable' })
})

test('says nothing of its insides when something breaks', async () => {
  const identify = async () => Promise.reject(new Error('planted insides at /srv/app.js'))
  const bff = bffWith({ auth: { mode: 'apikey', apiKey: 'k', apiUser: null, identify } })

  const answer = await bff.request(`${origin}/api/chat/conversations`, { headers: ours })

  expect(answer.status).toBe(500)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const text = await answer.text()
  expect(text).not.toContain('planted')
  expect(JSON.parse(text)).toMatchObject({ error_code: 'internal_error', status: 500 })
})

test('forwards streams with fetch where there is nothing better', async () => {
  upstream.answer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: 1\n\n')
  })

  const answer = await bffWith().request(`${origin}/api/chat/conversations/c1/genie-runs/r1`, {
    headers: ours,
  })

  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  expect(await answer.text()).toBe('data: 1\n\n')
})
