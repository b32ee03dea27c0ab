import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { json, startForwarding, type Forwarding } from './fixtures/forwarding.ts'

let at: Forwarding

beforeAll(async () => {
  at = await startForwarding()
})
afterAll(() => at.bff.close())
beforeEach(() => at.reset())

test('puts Headless API calls behind the prefix of the upstream', async () => {
  const answer = await at.api('/api/chat/conversations?limit=5&cursor=abc')

  expect(await answer.json()).toEqual({ ok: true })
  expect(at.last()).toMatchObject({
    method: 'GET',
    url: '/api/v1/genies/7/chat/conversations?limit=5&cursor=abc',
  })
})

test('puts workflow calls at the origin of the upstream', async () => {
  await at.api('/api/chat/resume-workflow', json({ stepId: 'a' }))

  expect(at.last()).toMatchObject({
    method: 'POST',
    url: '/api/chat/resume-workflow',
    body: '{"stepId":"a"}',
  })
})

test('says upstream only what its own list allows, with the token of the session', async () => {
  await at.api('/api/chat/conversations', {
    headers: {
      'last-event-id': 'not for this route',
      'x-idp-user-id': 'mallory',
      x_idp_user_id: 'mallory',
      'x-forwarded-for': '10.0.0.1',
      authorization: 'Bearer mallory',
    },
  })

  const names = at.last().rawHeaders.filter((_, index) => index % 2 === 0)
  expect(names.map((name) => name.toLowerCase()).sort()).toEqual([
    'accept',
    'accept-encoding',
    'authorization',
    'connection',
    'host',
    'user-agent',
    'x-request-id',
  ])
  expect(at.last().headers.authorization).toMatch(/^Bearer (?!mallory)/)
  expect(at.last().headers.host).toBe(new URL(at.bff.upstream.url).host)
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
    await at.api(path, { ...request, headers: Object.assign({}, request.headers, said) })
    received.push([at.last().headers['x-threadwork-shown'], at.last().headers['idempotency-key']])
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
  const before = at.bff.upstream.received.length

  await at.raw('/api/chat/conversations', ...headers)

  for (const received of at.bff.upstream.received.slice(before)) {
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
  const before = at.bff.upstream.received.length

  const answer = await at.raw('/api/chat/conversations', ...headers)

  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(at.bff.upstream.received).toHaveLength(before)
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
  const before = at.bff.upstream.received.length

  const answer = await at.raw(target)

  expect(answer).toMatch(/^HTTP\/1\.1 40[045] /)
  expect(at.bff.upstream.received).toHaveLength(before)
})

test.each(['//', '//healthz', '/\\healthz', 'http://evil.test/healthz', '*'])(
  'refuses the target %s before anything reads it',
  async (target) => {
    expect(await at.raw(target)).toMatch(/^HTTP\/1\.1 400 /)
  },
)

test('drops query names that the route does not know', async () => {
  await at.api('/api/chat/conversations?limit=1&access_token=x&redirect=//evil.test')

  expect(at.last().url).toBe('/api/v1/genies/7/chat/conversations?limit=1')
})

test('refuses a method that the path does not take', async () => {
  const answer = await at.api('/api/chat/history', { method: 'DELETE' })

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
  const before = at.bff.upstream.received.length
  const cookie = at.browser.cookieHeader(at.bff.origin)

  const answers = await Promise.all(
    ['/api/chat/conversations', '/api/chat/conversations/c1/genie-runs/r1', '/hubs/chat?id=1'].map((path) =>
      fetch(`${at.bff.origin}${path}`, { headers: { ...headers, cookie } }),
    ),
  )

  expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403])
  expect(at.bff.upstream.received).toHaveLength(before)
})

test('refuses a body that is too large, announced or not', async () => {
  const large = 'x'.repeat(65 * 1024)
  const before = at.bff.upstream.received.length

  const announced = await at.api('/api/chat/conversations', json(large))
  const streamed = await at.api('/api/chat/conversations/c1/messages', {
    ...json(null),
    body: new Blob([large.repeat(10)]).stream(),
    duplex: 'half',
  } as RequestInit)

  expect([announced.status, streamed.status]).toEqual([413, 413])
  expect(at.bff.upstream.received).toHaveLength(before)
})

test('refuses a body of another type', async () => {
  const answer = await at.api('/api/chat/conversations', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '{}',
  })

  expect(answer.status).toBe(415)
})

test('carries an upload as it comes', async () => {
  const form = new FormData()
  form.set('file', new File(['a'.repeat(200_000)], 'notes.txt'))

  const answer = await at.api('/api/chat/conversations/c1/upload', { method: 'POST', body: form })

  expect(answer.status).toBe(200)
  expect(at.last().headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(at.last().body.length).toBeGreaterThan(200_000)
})
