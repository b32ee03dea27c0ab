import { expect, test } from 'vitest'
import { type Driver, createDriver } from '../fixtures/driver.ts'

const prompt = 'Open a Salesforce case for order A-1042'

interface Parked {
  readonly id: string
  readonly attempt: string
  readonly url: URL
  readonly stream: Awaited<ReturnType<Driver['send']>>
}

async function park(driver: Driver): Promise<Parked> {
  const id = await driver.newConversation()
  const stream = await driver.send(id, prompt)
  await driver.clock.advance(1000)
  const event = stream.events.find((candidate) => candidate.type === 'runtime_connection.auth_required')
  if (event?.type !== 'runtime_connection.auth_required') throw new Error(stream.lines.join())
  const url = new URL(event.auth_link?.url ?? '')
  return { id, attempt: event.runtime_connection_attempt_id, url, stream }
}

const consent = (driver: Driver, url: URL, decision: string): Promise<Response> =>
  driver.backend.fetch(
    new Request(`http://backend.test${url.pathname}`, {
      method: 'POST',
      body: new URLSearchParams({ token: url.searchParams.get('token') ?? '', decision }),
    }),
  )

test.each([
  ['documented', 'skill_processing'],
  ['field', 'idle'],
] as const)(
  'parks the turn, refuses messages, and says what %s servers say of it',
  async (profile, state) => {
    const driver = createDriver({ profile })
    const { id } = await park(driver)

    const conversation = await driver.read(`/api/chat/conversations/${id}`)
    const refused = await driver.request('POST', `/api/chat/conversations/${id}/messages`, {
      message: 'hello?',
    })

    expect(conversation['state']).toBe(state)
    expect(refused.status).toBe(409)
  },
)

test('gives the waiting stream pings and then an end, whatever happens meanwhile', async () => {
  const driver = createDriver({ pingMs: 1000, idleMs: 3500 })
  const { stream, url } = await park(driver)

  await consent(driver, url, 'allow')
  await driver.clock.advance(60_000)

  expect(stream.lines.slice(3)).toEqual([
    'system.ping',
    'system.ping',
    'system.ping',
    'system.stream_interrupted',
  ])
  expect(stream.isOver).toBe(true)
})

test.each(['documented', 'field'] as const)(
  'tells the resumed reply in the history alone, under a new run (%s)',
  async (profile) => {
    const driver = createDriver({ profile })
    const { id, url, stream } = await park(driver)
    const eventsBefore = await driver.read(`/api/chat/conversations/events?conversation_id=${id}`)

    await consent(driver, url, 'allow')
    await driver.clock.advance(60_000)

    const { messages } = await driver.read(`/api/chat/conversations/${id}/messages`)
    const [reply] = messages as readonly { content: string; genie_run_id: string }[]
    expect(reply?.content).toContain('your account is connected')
    expect(reply?.genie_run_id).not.toBe(stream.events[0]?.genie_run_id)
    expect(await driver.read(`/api/chat/conversations/events?conversation_id=${id}`)).toEqual(eventsBefore)
    expect(await driver.read(`/api/chat/conversations/${id}`)).toMatchObject({ state: 'idle' })
    const next = await driver.send(id, 'What can you do?')
    await driver.clock.advance(0)
    expect(next.events[0]).toMatchObject({ type: 'processing.started', seq_num: 1 })
  },
)

test('hands out the same link while it lives, a fresh one afterwards, and then the outcome', async () => {
  const driver = createDriver({ linkMs: 1000 })
  const { attempt, url } = await park(driver)
  const poll = async (): Promise<{ status: string; auth_link?: { url: string } }> =>
    (await driver.request('POST', `/api/chat/runtime_connection/${attempt}/link`)).json()

  const same = await poll()
  await driver.clock.advance(1500)
  const expired = await driver.backend.fetch(new Request(url))
  const fresh = await poll()
  await consent(driver, new URL(fresh.auth_link?.url ?? ''), 'allow')
  const done = await poll()

  expect(same.auth_link?.url).toBe(url.href)
  expect(expired.status).toBe(410)
  expect(fresh).toMatchObject({ status: 'auth_required' })
  expect(fresh.auth_link?.url).not.toBe(url.href)
  expect(done).toEqual({ status: 'authorized' })
})

test('has no such endpoint in the field, and announces a fresh link when the old one has expired', async () => {
  const driver = createDriver({ profile: 'field', linkMs: 1000 })
  const { attempt, url, stream } = await park(driver)

  const missing = await driver.request('POST', `/api/chat/runtime_connection/${attempt}/link`)
  await driver.clock.advance(1500)
  await driver.backend.fetch(new Request(url))
  await driver.clock.advance(0)

  expect(missing.status).toBe(404)
  expect(stream.lines.filter((line) => line === 'runtime_connection.auth_required')).toHaveLength(2)
})

test('goes on without the account when the person skips or denies', async () => {
  const driver = createDriver()
  const skipped = await park(driver)
  const denied = await park(driver)

  const answer = await driver.request('POST', `/api/chat/runtime_connection/${skipped.attempt}/reject`, {})
  const again = await driver.request('POST', `/api/chat/runtime_connection/${skipped.attempt}/reject`, {})
  await consent(driver, denied.url, 'deny')
  await driver.clock.advance(10_000)

  expect([answer.status, again.status]).toEqual([204, 409])
  expect((await driver.replies(skipped.id)).at(-1)).toContain('without Salesforce')
  expect((await driver.replies(denied.id)).at(-1)).toContain('access was denied')
})

test('opens the consent page only for its own link, once, without script', async () => {
  const driver = createDriver()
  const { url } = await park(driver)
  const forged = new URL(url)
  forged.searchParams.set('token', 'link_00000000000000000000')

  const page = await driver.backend.fetch(new Request(url))
  const refused = await driver.backend.fetch(new Request(forged))
  await consent(driver, url, 'allow')
  const used = await driver.backend.fetch(new Request(url))

  expect([page.status, refused.status, used.status]).toEqual([200, 403, 409])
  expect(page.headers.get('Content-Security-Policy')).toMatch(
    /^default-src 'none'; style-src 'nonce-nonce_\w+'; form-action 'self'/,
  )
  expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
  expect(await page.text()).not.toContain('<script')
})

test('lets nobody else ask for a link or skip a connection', async () => {
  const driver = createDriver()
  const { attempt } = await park(driver)
  const other = { 'X-IDP-User-Id': 'mallory' }
  const path = `/api/chat/runtime_connection/${attempt}`

  const link = await driver.request('POST', `${path}/link`, {}, other)
  const reject = await driver.request('POST', `${path}/reject`, {}, other)

  expect([link.status, reject.status]).toEqual([404, 404])
  expect((await driver.request('POST', `${path}/link`, {})).status).toBe(200)
})
