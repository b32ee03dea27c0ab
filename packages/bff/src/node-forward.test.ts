import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { signedInAt, type TestBrowser } from './fixtures/browser.ts'
import { startBff, type TestBff } from './fixtures/bff.ts'
import { exchangeRaw, lines } from './fixtures/raw-socket.ts'

let bff: TestBff
let browser: TestBrowser

beforeAll(async () => {
  bff = await startBff({ prefix: '/api/v1/genies/7/chat' })
  browser = await signedInAt(bff.origin)
})
afterAll(() => bff.close())
beforeEach(() => {
  bff.upstream.answer((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end('{"ok":true}')
  })
})

const api = (path: string, init?: RequestInit): Promise<Response> =>
  browser.call(`${bff.origin}${path}`, init)
const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const last = () => {
  const received = bff.upstream.received.at(-1)
  if (!received) throw new Error('nothing reached the upstream')
  return received
}
const raw = (target: string, ...headers: readonly string[]): Promise<string> =>
  exchangeRaw(
    bff.port,
    lines(
      `GET ${target} HTTP/1.1`,
      `Host: 127.0.0.1:${bff.port}`,
      `Cookie: ${browser.cookieHeader(bff.origin)}`,
      'X-Threadwork: 1',
      'Connection: close',
      ...headers,
    ),
  )

test('puts Headless API calls behind the prefix of the upstream', async () => {
  const answer = await api('/api/chat/conversations?limit=5&cursor=abc')

  expect(await answer.json()).toEqual({ ok: true })
  expect(last()).toMatchObject({
    method: 'GET',
    url: '/api/v1/genies/7/chat/conversations?limit=5&cursor=abc',
  })
})

test('puts workflow calls at the origin of the upstream', async () => {
  await api('/api/chat/resume-workflow', json({ stepId: 'a' }))

  expect(last()).toMatchObject({ method: 'POST', url: '/api/chat/resume-workflow', body: '{"stepId":"a"}' })
})

test('says upstream only what its own list allows, with the token of the session', async () => {
  await api('/api/chat/conversations', {
    headers: {
      'last-event-id': 'not for this route',
      'x-idp-user-id': 'mallory',
      x_idp_user_id: 'mallory',
      'x-forwarded-for': '10.0.0.1',
      authorization: 'Bearer mallory',
    },
  })

  const names = last().rawHeaders.filter((_, index) => index % 2 === 0)
  expect(names.map((name) => name.toLowerCase()).sort()).toEqual([
    'accept',
    'accept-encoding',
    'authorization',
    'connection',
    'host',
    'user-agent',
    'x-request-id',
  ])
  expect(last().headers.authorization).toMatch(/^Bearer (?!mallory)/)
  expect(last().headers.host).toBe(new URL(bff.upstream.url).host)
})

test('lets a decision say what it was about, and no other call', async () => {
  const said = { 'x-threadwork-shown': 'sha-256=ab', 'idempotency-key': '"i1"' }
  const request = json({ resolution: 'approved' })
  const paths = [
    '/api/chat/conversations/c1/skill_approval/k1',
    '/api/chat/conversations/c1/business_approval/k1',
    '/api/chat/runtime_connection/a1/reject',
  ]

  const received: (readonly unknown[])[] = []
  for (const path of paths) {
    await api(path, { ...request, headers: Object.assign({}, request.headers, said) })
    received.push([last().headers['x-threadwork-shown'], last().headers['idempotency-key']])
  }

  expect(received).toEqual([Object.values(said), Object.values(said), [undefined, undefined]])
})

test.each([
  ['Connection: X-IDP-User-Id', 'X-IDP-User-Id: mallory'],
  ['X_IDP_User_Id: mallory'],
  ['X-IDP-User-Id: mallory', 'X-IDP-User-Id: ada'],
  ['Authorization: Bearer mallory'],
  ['Transfer-Encoding: identity', 'X-Original-URL: //evil.test'],
])('lets no smuggled header through: %s', async (...headers) => {
  const before = bff.upstream.received.length

  await raw('/api/chat/conversations', ...headers)

  for (const received of bff.upstream.received.slice(before)) {
    expect(received.rawHeaders.join('\n')).not.toMatch(/mallory|idp|evil\.test/i)
    expect(received.rawHeaders.filter((name) => name.toLowerCase() === 'authorization')).toHaveLength(1)
  }
})

test.each([
  ['two hosts', ['Host: evil.test']],
  ['two cookies', ['Cookie: __Host-threadwork-session=x']],
  ['two origins', ['Origin: http://a.test', 'Origin: http://b.test']],
  ['two sites', ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: cross-site']],
])('refuses a request with %s', async (_name, headers) => {
  const before = bff.upstream.received.length

  const answer = await raw('/api/chat/conversations', ...headers)

  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(bff.upstream.received).toHaveLength(before)
})

test.each([
  'http://evil.test/api/chat/conversations',
  '//evil.test/api/chat/conversations',
  '/\\evil.test/api/chat/conversations',
  '/api/chat\\..\\..\\conversations',
  '/api/chat//evil.test',
  '/api/chat/@evil.test/',
  '/api/chat/../../admin',
  '/api/chat/conversations/..',
  '/api/chat/conversations/%2e%2e/admin',
  '/api/chat/conversations/..%2fadmin',
  '/api/chat/conversations/a%5cb',
  '/api/chat/conversations/a%00b',
  '/api/chat/conversations/%c0%ae',
  '/api/chat/conversations/a%0d%0aHost:evil.test',
  '/api/chat/conversations/a/b/c',
  '/api/chat/conversations/',
  '/API/chat/conversations',
  '/api/admin',
  '/hubs/other',
])('keeps %s away from the upstream', async (target) => {
  const before = bff.upstream.received.length

  const answer = await raw(target)

  expect(answer).toMatch(/^HTTP\/1\.1 40[045] /)
  expect(bff.upstream.received).toHaveLength(before)
})

test.each(['//', '//healthz', '/\\healthz', 'http://evil.test/healthz', '*'])(
  'refuses the target %s before anything reads it',
  async (target) => {
    expect(await raw(target)).toMatch(/^HTTP\/1\.1 400 /)
  },
)

test('drops query names that the route does not know', async () => {
  await api('/api/chat/conversations?limit=1&access_token=x&redirect=//evil.test')

  expect(last().url).toBe('/api/v1/genies/7/chat/conversations?limit=1')
})

test('refuses a method that the path does not take', async () => {
  const answer = await api('/api/chat/history', { method: 'DELETE' })

  expect(answer.status).toBe(405)
})

test.each([
  ['no header', {}],
  ['a sibling on another port', { 'x-threadwork': '1', 'sec-fetch-site': 'same-site' }],
  ['another site', { 'x-threadwork': '1', 'sec-fetch-site': 'cross-site' }],
  ['a typed address', { 'x-threadwork': '1', 'sec-fetch-site': 'none' }],
  ['another origin', { 'x-threadwork': '1', origin: 'http://127.0.0.1:1' }],
  ['no origin at all', { 'x-threadwork': '1', origin: 'null' }],
])('refuses a call with %s, streams included', async (_name, headers: Record<string, string>) => {
  const before = bff.upstream.received.length
  const cookie = browser.cookieHeader(bff.origin)

  const answers = await Promise.all(
    ['/api/chat/conversations', '/api/chat/conversations/c1/genie-runs/r1', '/hubs/chat?id=1'].map((path) =>
      fetch(`${bff.origin}${path}`, { headers: { ...headers, cookie } }),
    ),
  )

  expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403])
  expect(bff.upstream.received).toHaveLength(before)
})

test('refuses a body that is too large, announced or not', async () => {
  const large = 'x'.repeat(65 * 1024)
  const before = bff.upstream.received.length

  const announced = await api('/api/chat/conversations', json(large))
  const streamed = await api('/api/chat/conversations/c1/messages', {
    ...json(null),
    body: new Blob([large.repeat(10)]).stream(),
    duplex: 'half',
  } as RequestInit)

  expect([announced.status, streamed.status]).toEqual([413, 413])
  expect(bff.upstream.received).toHaveLength(before)
})

test('refuses a body of another type', async () => {
  const answer = await api('/api/chat/conversations', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '{}',
  })

  expect(answer.status).toBe(415)
})

test('carries an upload as it comes', async () => {
  const form = new FormData()
  form.set('file', new File(['a'.repeat(200_000)], 'notes.txt'))

  const answer = await api('/api/chat/conversations/c1/upload', { method: 'POST', body: form })

  expect(answer.status).toBe(200)
  expect(last().headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(last().body.length).toBeGreaterThan(200_000)
})

test('returns no header of the upstream but those on its list', async () => {
  bff.upstream.answer((_request, response) => {
    response.setHeader('set-cookie', 'a=b')
    response.setHeader('location', 'https://evil.test')
    response.setHeader('x-powered-by', 'secret engine')
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('x-request-id', 'up-1')
    response.setHeader('retry-after', '3')
    response.writeHead(429, { 'content-type': 'application/json' }).end('{}')
  })

  const answer = await api('/api/chat/conversations')

  expect(answer.status).toBe(429)
  for (const name of ['set-cookie', 'location', 'x-powered-by', 'access-control-allow-origin']) {
    expect(answer.headers.get(name)).toBeNull()
  }
  expect(answer.headers.get('x-request-id')).toBe('up-1')
  expect(answer.headers.get('retry-after')).toBe('3')
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test.each(['/api/chat/conversations', '/api/chat/conversations/c1/genie-runs/r1'])(
  'keeps the insides of a failing upstream to itself on %s',
  async (path) => {
    bff.upstream.answer((_request, response) => {
      response.writeHead(500).end('Error: password=hunter2 at /srv/app.js:1')
    })

    const answer = await api(path)

    expect(answer.status).toBe(500)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.text()).not.toMatch(/hunter2|srv/)
  },
)

test.each(['/api/chat/conversations', '/api/chat/conversations/c1/genie-runs/r1'])(
  'says no access, and asks for no new token, for an account without access on %s',
  async (path) => {
    const before = bff.provider.refreshes()
    bff.upstream.answer((_request, response) => {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end('{"error_code":"user_nonactive_or_missing"}')
    })

    const answer = await api(path)

    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error_code: 'user_nonactive_or_missing' })
    expect(bff.provider.refreshes()).toBe(before)
  },
)

test.each(['/api/chat/conversations', '/api/chat/conversations/c1/genie-runs/r1'])(
  'renews a refused token once and reads %s again',
  async (path) => {
    const refreshes = bff.provider.refreshes()
    const before = bff.upstream.received.length
    let calls = 0
    bff.upstream.answer((_request, response) => {
      calls += 1
      if (calls === 1) response.writeHead(401).end()
      else response.end('{"again":true}')
    })

    const answer = await api(path)

    expect(await answer.json()).toEqual({ again: true })
    expect(bff.provider.refreshes()).toBe(refreshes + 1)
    const [first, second] = bff.upstream.received.slice(before).map(({ headers }) => headers.authorization)
    expect(second).not.toBe(first)
  },
)

test.each(['/api/chat/conversations', '/api/chat/conversations/c1/genie-runs/r1'])(
  'gives up on %s after one renewal',
  async (path) => {
    const before = bff.upstream.received.length
    bff.upstream.answer((_request, response) => {
      response.writeHead(401).end()
    })

    const answer = await api(path)

    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error_code: 'signed_out' })
    expect(bff.upstream.received).toHaveLength(before + 2)
  },
)

test.each(['/api/chat/conversations', '/api/chat/conversations/c1/messages'])(
  'never sends a write to %s again',
  async (path) => {
    const before = bff.upstream.received.length
    bff.upstream.answer((_request, response) => {
      response.writeHead(401).end()
    })

    const answer = await api(path, json({}))

    expect(answer.status).toBe(401)
    expect(bff.upstream.received).toHaveLength(before + 1)
  },
)

test('tells a write whose answer was lost from one that never left', async () => {
  bff.upstream.answer((request) => {
    request.socket.destroy()
  })
  const lost = await api('/api/chat/conversations', json({}))
  const lostStream = await api('/api/chat/conversations/c1/messages', json({}))

  expect(await lost.json()).toMatchObject({ status: 502, error_code: 'upstream_lost' })
  expect(await lostStream.json()).toMatchObject({ status: 502, error_code: 'upstream_lost' })
})

test('answers 401 without a session and asks the upstream nothing', async () => {
  const before = bff.upstream.received.length

  const answer = await fetch(`${bff.origin}/api/chat/conversations`, { headers: { 'x-threadwork': '1' } })

  expect(answer.status).toBe(401)
  expect(bff.upstream.received).toHaveLength(before)
})

test('writes no token, cookie, code or secret into its log, nor to the browser', async () => {
  bff.upstream.answer((_request, response) => {
    response.writeHead(500).end()
  })
  await api('/api/chat/conversations?cursor=planted-query')
  const token = last().headers.authorization?.slice('Bearer '.length) ?? 'none'
  const session = browser.cookies.get(bff.origin)?.get('__Host-threadwork-session') ?? 'none'

  const log = bff.logs.join('')

  expect(log).toContain('/api/chat/conversations')
  for (const secret of [
    token,
    session,
    'planted-client-secret',
    'planted-session-secret',
    'planted-query',
    'code=',
  ]) {
    expect(log).not.toContain(secret)
  }
  expect(browser.setCookies.join()).not.toContain(token)
})
