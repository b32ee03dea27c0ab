import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { json, startForwarding, type Forwarding } from './fixtures/forwarding.ts'

let at: Forwarding

beforeAll(async () => {
  at = await startForwarding()
})
afterAll(() => at.bff.close())
beforeEach(() => at.reset())

test('returns no header of the upstream but those on its list', async () => {
  at.bff.upstream.answer((_request, response) => {
    response.setHeader('set-cookie', 'a=b')
    response.setHeader('location', 'https://evil.test')
    response.setHeader('x-powered-by', 'secret engine')
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('x-request-id', 'up-1')
    response.setHeader('retry-after', '3')
    response.writeHead(429, { 'content-type': 'application/json' }).end('{}')
  })

  const answer = await at.api('/api/chat/conversations')

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
    at.bff.upstream.answer((_request, response) => {
      response.writeHead(500).end('Error: password=hunter2 at /srv/app.js:1')
    })

    const answer = await at.api(path)

    expect(answer.status).toBe(500)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.text()).not.toMatch(/hunter2|srv/)
  },
)

test.each(['/api/chat/conversations', '/api/chat/conversations/c1/genie-runs/r1'])(
  'says no access, and asks for no new token, for an account without access on %s',
  async (path) => {
    const before = at.bff.provider.refreshes()
    at.bff.upstream.answer((_request, response) => {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end('{"error_code":"user_nonactive_or_missing"}')
    })

    const answer = await at.api(path)

    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error_code: 'user_nonactive_or_missing' })
    expect(at.bff.provider.refreshes()).toBe(before)
  },
)

test.each(['/api/chat/conversations', '/api/chat/conversations/c1/genie-runs/r1'])(
  'renews a refused token once and reads %s again',
  async (path) => {
    const refreshes = at.bff.provider.refreshes()
    const before = at.bff.upstream.received.length
    let calls = 0
    at.bff.upstream.answer((_request, response) => {
      calls += 1
      if (calls === 1) response.writeHead(401).end()
      else response.end('{"again":true}')
    })

    const answer = await at.api(path)

    expect(await answer.json()).toEqual({ again: true })
    expect(at.bff.provider.refreshes()).toBe(refreshes + 1)
    const [first, second] = at.bff.upstream.received.slice(before).map(({ headers }) => headers.authorization)
    expect(second).not.toBe(first)
  },
)

test.each(['/api/chat/conversations', '/api/chat/conversations/c1/genie-runs/r1'])(
  'gives up on %s after one renewal',
  async (path) => {
    const before = at.bff.upstream.received.length
    at.bff.upstream.answer((_request, response) => {
      response.writeHead(401).end()
    })

    const answer = await at.api(path)

    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error_code: 'signed_out' })
    expect(at.bff.upstream.received).toHaveLength(before + 2)
  },
)

test.each(['/api/chat/conversations', '/api/chat/conversations/c1/messages'])(
  'never sends a write to %s again',
  async (path) => {
    const before = at.bff.upstream.received.length
    at.bff.upstream.answer((_request, response) => {
      response.writeHead(401).end()
    })

    const answer = await at.api(path, json({}))

    expect(answer.status).toBe(401)
    expect(at.bff.upstream.received).toHaveLength(before + 1)
  },
)

test('tells a write whose answer was lost from one that never left', async () => {
  at.bff.upstream.answer((request) => {
    request.socket.destroy()
  })
  const lost = await at.api('/api/chat/conversations', json({}))
  const lostStream = await at.api('/api/chat/conversations/c1/messages', json({}))

  expect(await lost.json()).toMatchObject({ status: 502, error_code: 'upstream_lost' })
  expect(await lostStream.json()).toMatchObject({ status: 502, error_code: 'upstream_lost' })
})

test('answers 401 without a session and asks the upstream nothing', async () => {
  const before = at.bff.upstream.received.length

  const answer = await fetch(`${at.bff.origin}/api/chat/conversations`, { headers: { 'x-threadwork': '1' } })

  expect(answer.status).toBe(401)
  expect(at.bff.upstream.received).toHaveLength(before)
})

test('writes no token, cookie, code or secret into its log, nor to the browser', async () => {
  at.bff.upstream.answer((_request, response) => {
    response.writeHead(500).end()
  })
  await at.api('/api/chat/conversations?cursor=planted-query')
  const token = at.last().headers.authorization?.slice('Bearer '.length) ?? 'none'
  const session = at.browser.cookies.get(at.bff.origin)?.get('__Host-threadwork-session') ?? 'none'

  const log = at.bff.logs.join('')

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
  expect(at.browser.setCookies.join()).not.toContain(token)
})
