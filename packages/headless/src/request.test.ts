import type { Clock, FailureReason, WireReport } from '@threadwork/core'
import { describe, expect, test } from 'vitest'
import { createProfile } from './profile.ts'
import { createRequest, type Call, type Fetch, type RequestOptions } from './request.ts'

const stillClock: Clock = { now: () => 0, after: () => ({ cancel: () => {} }), random: () => 0 }

const READ: Call = { method: 'GET', path: '/conversations/c', isRead: true, accept: 'json' }
const WRITE: Call = { method: 'POST', path: '/conversations', isRead: false, accept: 'json', body: {} }

const requestOver = (fetch: Fetch, options: Partial<RequestOptions> = {}) =>
  createRequest({
    url: 'http://server.test/api/',
    fetch,
    headers: {},
    refresh: null,
    clock: stillClock,
    timeoutMs: 1_000,
    signal: null,
    profile: createProfile(),
    report: () => {},
    ...options,
  })

const json = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'X-Request-Id': 'q1', ...headers } })

const answering = (...answers: readonly (Response | Error)[]) => {
  const calls: { url: string; init: RequestInit }[] = []
  const rest = [...answers]
  const fetch: Fetch = (url, init) => {
    calls.push({ url, init })
    const answer = rest.shift() ?? new Error('one request too many')
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  return { fetch, calls }
}

const refused = new TypeError('fetch failed', {
  cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }),
})
const reset = new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ECONNRESET' }) })

type Row = readonly [title: string, answer: () => Response | Error, read: FailureReason, write: FailureReason]

const ROWS: readonly Row[] = [
  ['400', () => json(400), 'invalid', 'invalid'],
  ['401', () => json(401), 'signed-out', 'signed-out'],
  [
    '401 of a person without access',
    () => json(401, { error_code: 'user_nonactive_or_missing' }),
    'no-access',
    'no-access',
  ],
  [
    'the same, wrapped',
    () => json(401, { result: { error: { code: 'user_nonactive_or_missing' } } }),
    'no-access',
    'no-access',
  ],
  ['403', () => json(403), 'no-access', 'no-access'],
  ['404', () => json(404), 'not-found', 'not-found'],
  ['405', () => json(405), 'unsupported', 'unsupported'],
  ['406', () => json(406), 'not-available', 'not-available'],
  ['409', () => json(409), 'conflict', 'conflict'],
  ['410', () => json(410), 'gone', 'gone'],
  ['413', () => json(413), 'too-large', 'too-large'],
  ['422', () => json(422), 'invalid', 'invalid'],
  ['429', () => json(429), 'rate-limited', 'rate-limited'],
  ['500', () => json(500), 'server-error', 'server-error'],
  ['503', () => json(503), 'server-error', 'server-error'],
  ['501', () => json(501), 'unsupported', 'unsupported'],
  ['502 of a gateway', () => json(502), 'server-error', 'unknown-outcome'],
  ['504 of a gateway', () => json(504), 'server-error', 'unknown-outcome'],
  ['418', () => json(418), 'protocol-error', 'protocol-error'],
  ['a page instead of JSON', () => new Response('<html>'), 'protocol-error', 'protocol-error'],
  ['a refused connection', () => refused, 'unreachable', 'unreachable'],
  ['a reset connection', () => reset, 'unreachable', 'unknown-outcome'],
  ['a network failure without details', () => new TypeError('x'), 'unreachable', 'unknown-outcome'],
]

describe('failures', () => {
  test.each(ROWS)('tells %s as %s says, for a read and for a write', async (_title, answer, read, write) => {
    const reading = await requestOver(answering(answer()).fetch)(READ)
    const writing = await requestOver(answering(answer()).fetch)(WRITE)

    expect(reading).toMatchObject({ type: 'failed', failure: { reason: read } })
    expect(writing).toMatchObject({ type: 'failed', failure: { reason: write } })
  })

  test('writes a sentence on what to do, without the words of the server', async () => {
    const { fetch } = answering(json(500, { error: 'pg: relation "secrets" does not exist' }))

    const answer = await requestOver(fetch)(READ)

    expect(answer).toMatchObject({
      failure: {
        message: 'The server had a fault and could not do this. Try again in a while.',
        requestId: 'q1',
      },
    })
  })

  test.each([
    ['seconds', { 'Retry-After': '7' }, 7_000],
    [
      'a date, against the date of the answer',
      { 'Retry-After': 'Thu, 01 Jan 2026 12:00:30 GMT', Date: 'Thu, 01 Jan 2026 12:00:00 GMT' },
      30_000,
    ],
    [
      'a date that is past',
      { 'Retry-After': 'Thu, 01 Jan 2026 11:00:00 GMT', Date: 'Thu, 01 Jan 2026 12:00:00 GMT' },
      0,
    ],
    ['nonsense', { 'Retry-After': 'soon' }, null],
    ['nothing', {}, null],
  ])('reads how long to wait from %s', async (_title, headers, retryAfter) => {
    const answer = await requestOver(answering(json(429, {}, headers)).fetch)(READ)

    expect(answer).toMatchObject({ failure: { retryAfter } })
  })

  test('passes on the texts beside the fields', async () => {
    const { fetch } = answering(json(422, { errors: { email: ['is taken'], plan: 'is missing' } }))

    const answer = await requestOver(fetch)(WRITE)

    expect(answer).toMatchObject({
      failure: { reason: 'invalid', fieldErrors: { email: ['is taken'], plan: ['is missing'] } },
    })
  })

  test('gives an answer up that does not come, and tells whether the write may have arrived', async () => {
    const waits: (() => void)[] = []
    const clock: Clock = {
      ...stillClock,
      after: (_ms, callback) => {
        waits.push(callback)
        return { cancel: () => {} }
      },
    }
    const fetch: Fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
        queueMicrotask(() => waits.at(-1)?.())
      })

    expect(await requestOver(fetch, { clock })(READ)).toMatchObject({ failure: { reason: 'unreachable' } })
    expect(await requestOver(fetch, { clock })(WRITE)).toMatchObject({
      failure: { reason: 'unknown-outcome' },
    })
  })
})

describe('an ended sign-in', () => {
  test('is renewed once for a read, which is then sent once more', async () => {
    const { fetch, calls } = answering(json(401), json(200, { ok: 1 }))

    const answer = await requestOver(fetch, { refresh: () => Promise.resolve(true) })(READ)

    expect(answer).toMatchObject({ type: 'answered', body: { ok: 1 } })
    expect(calls).toHaveLength(2)
  })

  test('is not tried a third time', async () => {
    const { fetch, calls } = answering(json(401), json(401), json(200))

    const answer = await requestOver(fetch, { refresh: () => Promise.resolve(true) })(READ)

    expect(answer).toMatchObject({ failure: { reason: 'signed-out' } })
    expect(calls).toHaveLength(2)
  })

  test.each([
    ['a write', WRITE, json(401)],
    ['a person without access', READ, json(401, { error_code: 'user_nonactive_or_missing' })],
  ])('is never renewed for %s', async (_title, call, answer) => {
    const { fetch, calls } = answering(answer)
    let refreshes = 0

    await requestOver(fetch, { refresh: () => Promise.resolve(++refreshes > 0) })(call)

    expect({ refreshes, calls: calls.length }).toEqual({ refreshes: 0, calls: 1 })
  })

  test('is renewed once for fifty reads that meet it together', async () => {
    let refreshes = 0
    let isFresh = false
    const fetch: Fetch = () => Promise.resolve(isFresh ? json(200) : json(401))
    const refresh = async (): Promise<boolean> => {
      refreshes += 1
      await Promise.resolve()
      isFresh = true
      return true
    }
    const request = requestOver(fetch, { refresh })

    const answers = await Promise.all(Array.from({ length: 50 }, () => request(READ)))

    expect(answers.every((answer) => answer.type === 'answered')).toBe(true)
    expect(refreshes).toBe(1)
  })

  test('stays when the renewal fails', async () => {
    const { fetch, calls } = answering(json(401))

    const answer = await requestOver(fetch, { refresh: () => Promise.reject(new Error('no')) })(READ)

    expect(answer).toMatchObject({ failure: { reason: 'signed-out' } })
    expect(calls).toHaveLength(1)
  })
})

describe('what is sent', () => {
  test('carries the custom header, own headers asked for anew, and the query without empty parts', async () => {
    const { fetch, calls } = answering(json(200), json(200))
    let token = 0
    const headers = () => ({ Authorization: `t${(token += 1)}` })
    const request = requestOver(fetch, { headers })

    await request({ ...READ, query: { cursor: null, limit: 5 } })
    await request(READ)

    expect(calls.map((call) => call.url)).toEqual([
      'http://server.test/api/conversations/c?limit=5',
      'http://server.test/api/conversations/c',
    ])
    expect(calls.map((call) => call.init.headers)).toMatchObject([
      { 'X-Threadwork': '1', Authorization: 't1' },
      { 'X-Threadwork': '1', Authorization: 't2' },
    ])
  })

  test('is reported by method, path and status', async () => {
    const reports: WireReport[] = []
    const report = (one: WireReport): void => void reports.push(one)

    await requestOver(answering(json(404)).fetch, { report })(READ)

    expect(reports).toEqual([
      { type: 'request', name: 'GET /conversations/c', detail: '404 not-found', bytes: null },
    ])
  })

  test('is nothing when the headers cannot be had', async () => {
    const { fetch, calls } = answering(json(200))

    const answer = await requestOver(fetch, { headers: () => Promise.reject(new Error('no token')) })(WRITE)

    expect(answer).toMatchObject({ failure: { reason: 'unreachable' } })
    expect(calls).toEqual([])
  })
})
