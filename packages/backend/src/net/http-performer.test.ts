import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered, createPerformContext, createScriptedHttp, createVault } from '../fixtures/outward.ts'
import { masked } from '../secrets/mask.ts'
import { createVirtualClock } from '../virtual-clock.ts'
import type { HttpAction } from './http-action.ts'
import { type HttpAnswer, httpFailure } from './http-port.ts'
import { createHttpPerformer } from './http-performer.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const apiKey = 'sk-live/4eC39+HqLyj?WDarjt&T1'
const values = { api_key: apiKey, multi: 'line one "quoted"\nline two' }
const vault = await createVault(values, ['api.example.com'])
const offline = httpFailure('network', 'api.example.com could not be reached: it refuses connections.')

const get: HttpAction = {
  type: 'http',
  method: 'GET',
  url: ['https://api.example.com/orders'],
  headers: [],
  body: null,
  timeoutMs: 1000,
  retries: 0,
}
const post: HttpAction = { ...get, method: 'POST', body: ['{"a":1}'] }

/** Performs against a script of answers, letting virtual time pass until it is done. */
async function perform(action: HttpAction, ...answers: readonly HttpAnswer[]) {
  const http = createScriptedHttp(...answers)
  const clock = createVirtualClock()
  // What it asked of the clock: how much of it passes while a secret is opened is the machine's affair.
  const waits: number[] = []
  const after = (ms: number, callback: () => void) => {
    if (ms !== action.timeoutMs) waits.push(ms)
    return clock.after(ms, callback)
  }
  const performer = createHttpPerformer({
    http,
    vault,
    clock: { now: () => clock.now(), after },
    random: () => 0,
  })
  const done = { isOver: false }
  const working = performer(action, createPerformContext()).finally(() => {
    done.isOver = true
  })
  while (!done.isOver) await clock.advance(50)
  return { performed: await working, sent: http.sent, waits }
}

const headersOf = (headers: readonly { readonly name: string; readonly value: string }[] = []) =>
  Object.fromEntries(headers.map(({ name, value }) => [name, value]))

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)(
  'sends a %s and reads JSON (I15)',
  async (method) => {
    const action = method === 'GET' ? get : { ...post, method }

    const { performed, sent } = await perform(
      action,
      answered(201, { id: 7 }, { etag: '"x"', 'set-cookie': 'a=b' }),
    )

    expect(performed).toEqual({
      type: 'succeeded',
      output: { status: 201, headers: { 'content-type': 'application/json', etag: '"x"' }, body: { id: 7 } },
    })
    expect(sent[0]).toMatchObject({
      method,
      url: 'https://api.example.com/orders',
      body: action.body?.[0] ?? null,
    })
    expect(headersOf(sent[0]?.headers)).toEqual({
      Accept: 'application/json, */*;q=0.8',
      'User-Agent': 'Threadwork',
      'Idempotency-Key': 'run-1:call:1',
      ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
    })
  },
)

test('fills secrets into headers, path, query and body, spelled for their place (I15)', async () => {
  const secret = { secret: 'api_key' }
  const { sent } = await perform(
    {
      ...post,
      url: ['https://api.example.com/v1/', secret, '/x?key=', secret],
      headers: [{ name: 'Authorization', value: ['Bearer ', secret] }],
      body: ['{"key":"', secret, '","text":"', { secret: 'multi' }, '"}'],
    },
    answered(200),
  )

  expect(sent[0]?.url).toBe(
    `https://api.example.com/v1/sk-live/4eC39%2BHqLyj%3FWDarjt%26T1/x?key=${encodeURIComponent(apiKey)}`,
  )
  expect(sent[0]?.headers).toContainEqual({
    name: 'Authorization',
    value: `Bearer ${apiKey}`,
    isSecret: true,
  })
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ key: apiKey, text: values.multi })
  expect(sent[0]?.isBodySecret).toBe(true)
})

test.each([
  [{ ...get, url: ['https://', { secret: 'api_key' }, '.example.com/'] }, 'A secret cannot say which host'],
  [{ ...get, url: [{ secret: 'api_key' }] }, 'The address is not one'],
  [{ ...get, url: ['https://api.example.com', { secret: 'api_key' }] }, 'A secret cannot say which host'],
  [
    { ...get, url: ['https://evil.test/', { secret: 'api_key' }] },
    'The secret “api_key” is not sent to evil.test',
  ],
  [{ ...get, url: ['http://api.example.com/', { secret: 'api_key' }] }, 'is not sent to api.example.com:80'],
  [
    { ...get, url: ['https://api.example.com@evil.test/', { secret: 'api_key' }] },
    'is not sent to evil.test',
  ],
  [{ ...get, url: ['orders'] }, 'The address is not one. Write it whole'],
  [{ ...get, body: ['x'] }, 'A GET takes no body.'],
  [
    { ...get, headers: [{ name: 'Host', value: ['x'] }] },
    'The header “Host” cannot be set: it follows from the address',
  ],
  [
    { ...get, headers: [{ name: 'content_length', value: ['1'] }] },
    'cannot be set: it follows from the body',
  ],
  [{ ...get, headers: [{ name: 'Transfer-Encoding', value: ['chunked'] }] }, 'it belongs to the connection'],
  [{ ...get, headers: [{ name: 'X Y', value: ['1'] }] }, '“X Y” is not the name of a header'],
  [{ ...get, headers: [{ name: 'X-A', value: ['a\r\nX-B: c'] }] }, 'The header “X-A” holds a line break'],
  [
    { ...get, headers: [{ name: 'X-A', value: [{ secret: 'multi' }] }] },
    'The header “X-A” holds a line break',
  ],
  [{ ...get, headers: [{ name: 'X-A', value: ['→'] }] }, 'holds a sign that headers cannot carry'],
  [{ ...post, body: ['{"a": x}'] }, 'The body begins like JSON and is none.'],
] as readonly (readonly [HttpAction, string])[])(
  'sends nothing and says why: %#',
  async (action, sentence) => {
    const { performed, sent } = await perform(action, answered(200))

    expect(sent).toEqual([])
    expect(performed).toMatchObject({ type: 'failed', error: expect.stringContaining(sentence) })
    expect(JSON.stringify(performed)).not.toContain('quoted')
  },
)

test('says text/plain of a body that is no JSON, and leaves the author’s own type', async () => {
  const own = [{ name: 'content-type', value: ['text/csv'] }]
  const plain = await perform({ ...post, body: ['a=1'] }, answered(200))
  const csv = await perform({ ...post, headers: own, body: ['{a'] }, answered(200))

  expect(headersOf(plain.sent[0]?.headers)).toMatchObject({ 'Content-Type': 'text/plain;charset=UTF-8' })
  expect(headersOf(csv.sent[0]?.headers)).toMatchObject({ 'content-type': 'text/csv' })
})

test('tries again under the same key after a network failure, 429 and 5xx, waiting longer each time', async () => {
  const { performed, sent, waits } = await perform(
    { ...post, retries: 5 },
    offline,
    answered(503),
    answered(429, '', { 'retry-after': '7' }),
    answered(200, 'done'),
  )

  expect(performed).toMatchObject({ output: { body: 'done' } })
  expect(sent).toHaveLength(4)
  expect(new Set(sent.map(({ headers }) => headersOf(headers)['Idempotency-Key']))).toEqual(
    new Set(['run-1:call:1']),
  )
  expect(waits).toEqual([250, 500, 7000])
})

test('says how often it was tried, and what the host says of it', async () => {
  const { performed, sent } = await perform(
    { ...get, retries: 2 },
    answered(500, { error: { message: 'Out of paper.' } }),
  )

  expect(sent).toHaveLength(3)
  expect(performed).toEqual({
    type: 'failed',
    error: 'api.example.com answered 500 (its own error). It was tried 3 times. It says: “Out of paper”.',
  })
})

test('does not wait for a host that asks for more than half a minute', async () => {
  const at = new Date(createVirtualClock().now() + 3_600_000).toUTCString()
  const { performed, sent } = await perform({ ...get, retries: 3 }, answered(429, '', { 'retry-after': at }))

  expect(sent).toHaveLength(1)
  expect(performed).toMatchObject({ error: expect.stringContaining('It asks to wait: ') })
})

test.each([answered(404), answered(304), httpFailure('refused', 'no'), httpFailure('too-large', 'no')])(
  'does not try again what trying cannot mend: %#',
  async (answer) => {
    const { performed, sent } = await perform({ ...get, retries: 3 }, answer)

    expect(sent).toHaveLength(1)
    expect(performed.type).toBe('failed')
  },
)

test('stops waiting when the step is cancelled', async () => {
  const controller = new AbortController()
  const http = createScriptedHttp(offline)
  const performer = createHttpPerformer({ http, vault, clock: createVirtualClock(), random: () => 0 })
  const working = performer({ ...get, retries: 3 }, createPerformContext(controller.signal))

  await expect.poll(() => http.sent.length).toBe(1)
  controller.abort()

  expect(await working).toMatchObject({ type: 'failed', error: expect.stringContaining('cancelled') })
  expect(http.sent).toHaveLength(1)
})

test(`masks secrets in outputs and errors, wherever a host puts them (SEED=${seed}) (I33)`, async () => {
  const spelled = fc.constantFrom(
    apiKey,
    btoa(`user:${apiKey}`),
    encodeURIComponent(apiKey),
    Buffer.from(apiKey).toString('hex'),
  )
  await fc.assert(
    fc.asyncProperty(spelled, fc.string(), fc.constantFrom(200, 403), async (secret, around, status) => {
      const body = { message: `${around}${secret}`, [secret]: [around + secret] }
      const json = await perform(get, answered(status, body, { 'x-echo': secret }))
      const text = await perform(get, answered(status, `${around}${secret}`))

      const told = JSON.stringify([json.performed, text.performed])
      expect(told).not.toContain(secret)
      expect(told).not.toContain(btoa(apiKey).slice(4, 24))
      if (status === 200) expect(told).toContain(masked)
    }),
    { seed, numRuns: 60 },
  )
})

test('leaves nothing of a secret that its quote would cut in two', async () => {
  const { performed } = await perform(get, answered(400, { message: `${'x'.repeat(190)}${apiKey}` }))

  expect(JSON.stringify(performed)).not.toContain(apiKey.slice(0, 6))
})

test('keeps as text what says that it is JSON and is none, or is deeper than anyone reads', async () => {
  const json = { 'content-type': 'application/json' }
  const deep = '['.repeat(50_000) + ']'.repeat(50_000)
  const outputs = await Promise.all(
    ['{"a":', deep, '  ', '"text"'].map((text) => perform(get, answered(200, text, json))),
  )

  expect(outputs.map(({ performed }) => performed)).toMatchObject(
    ['{"a":', deep, null, 'text'].map((body) => ({ output: { body } })),
  )
})
