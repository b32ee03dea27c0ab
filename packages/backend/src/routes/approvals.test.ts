import { digestOfCall, type ServedEvent, type ShownCall } from '@threadwork/headless/wire'
import { describe, expect, test } from 'vitest'
import type { BackendConfig } from '../config.ts'
import { createDriver } from '../fixtures/driver.ts'
import { createMemoryStore } from '../store/memory-store.ts'

const refund = 'Order A-1042 arrived broken. Can I get my money back?'
const callsOf = (events: readonly ServedEvent[]): readonly string[] =>
  events.flatMap((event) => ('call_id' in event && event.call_id ? [event.call_id] : []))

test.each(['documented', 'field'] as const)(
  'waits for a decision and goes on on the same stream (%s)',
  async (profile) => {
    const driver = createDriver({ profile })
    const id = await driver.newConversation()
    const stream = await driver.send(id, refund)
    await driver.clock.advance(10_000)
    const parked = await driver.read(`/api/chat/conversations/${id}`)
    const [call] = callsOf(stream.events)

    const answer = await driver.request('POST', `/api/chat/conversations/${id}/skill_approval/${call}`, {
      resolution: 'approved',
    })
    await driver.clock.advance(10_000)

    expect(parked['state']).toBe(profile === 'documented' ? 'awaiting_approval' : 'skill_processing')
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect(stream.lines.slice(4)).toEqual([
      'skill.confirmation_required Create refund',
      'skill.running Create refund',
      'skill.completed Create refund',
      'agent.message',
      'processing.finished',
    ])
    expect(stream.events[4]).toMatchObject({
      skill_id: 'recipe:4475',
      skill_parameters: { order: 'A-1042', amount: '90.50 EUR' },
      skill_parameter_schema: [{ name: 'order', label: 'Order' }, { name: 'amount' }, {}, {}],
    })
  },
)

test('runs nothing after a rejection, and keeps the reason to itself', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, refund)
  await driver.clock.advance(10_000)
  const [call] = callsOf(stream.events)

  await driver.request('POST', `/api/chat/conversations/${id}/skill_approval/${call}`, {
    resolution: 'rejected',
    rejection_reason: 'too fishy',
  })
  await driver.clock.advance(10_000)

  expect(stream.lines.slice(5)).toEqual(['agent.message', 'processing.finished'])
  expect((await driver.replies(id)).join()).not.toContain('fishy')
})

test('takes a decision once, and only for a call of this conversation and of this kind', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const other = await driver.newConversation()
  const stream = await driver.send(id, refund)
  await driver.clock.advance(10_000)
  const [call] = callsOf(stream.events)
  const decide = async (
    conversation: string,
    kind: string,
    name: string,
    resolution: string,
  ): Promise<number> =>
    (await driver.request('POST', `/api/chat/conversations/${conversation}/${kind}/${name}`, { resolution }))
      .status

  const statuses = [
    await decide(id, 'skill_approval', 'call_unknown', 'approved'),
    await decide(other, 'skill_approval', String(call), 'approved'),
    await decide(id, 'business_approval', String(call), 'approved'),
    await decide(id, 'skill_approval', String(call), 'maybe'),
    await decide(id, 'skill_approval', String(call), 'approved'),
    await decide(id, 'skill_approval', String(call), 'rejected'),
  ]

  expect(statuses).toEqual([404, 404, 404, 422, 204, 409])
})

test('refuses a message while a decision is open', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const while1 = await driver.send(id, refund)
  const running = await driver.request('POST', `/api/chat/conversations/${id}/messages`, { message: 'and?' })
  await driver.clock.advance(10_000)
  const parked = await driver.request('POST', `/api/chat/conversations/${id}/messages`, { message: 'and?' })

  expect(while1.lines.at(-1)).toBe('skill.confirmation_required Create refund')
  expect([running.status, parked.status]).toEqual([409, 409])
  expect(running.headers.get('Content-Type')).toBe('application/problem+json')
  expect((await parked.json()).detail).toContain('waits for you')
})

test('asks for two decisions at once and goes on when both are there', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, 'Cancel orders A-1043 and A-1044')
  await driver.clock.advance(10_000)
  const [first, second] = callsOf(stream.events)
  const path = `/api/chat/conversations/${id}/skill_approval`

  await driver.request('POST', `${path}/${second}`, { resolution: 'rejected' })
  const changed = await driver.request('POST', `${path}/${second}`, { resolution: 'approved' })
  await driver.clock.advance(10_000)
  const between = stream.lines.length
  await driver.request('POST', `${path}/${first}`, { resolution: 'approved' })
  await driver.clock.advance(10_000)

  expect(changed.status).toBe(409)
  expect(between).toBe(3)
  expect(stream.lines.slice(3)).toEqual([
    'skill.running Cancel order',
    'agent.message',
    'skill.completed Cancel order',
    'agent.message',
    'processing.finished',
  ])
  expect(await driver.replies(id)).toEqual([
    'I left order **A-1044** as it is.',
    'Order **A-1043** is cancelled.',
  ])
})

test('quotes the reason for which a matter of business was rejected, as text', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, 'Give me a 40 % discount on my next order')
  await driver.clock.advance(10_000)
  const [call] = callsOf(stream.events)

  await driver.request('POST', `/api/chat/conversations/${id}/business_approval/${call}`, {
    resolution: 'rejected',
    rejection_reason: '[too much](https://x.example)',
  })
  await driver.clock.advance(10_000)

  expect(stream.lines[2]).toBe('business_approval.required Grant discount')
  expect((await driver.replies(id)).at(-1)).toContain(String.raw`“\[too much\]\(https://x.example\)”`)
})

describe('a decision that says what was shown', () => {
  const park = async (config: BackendConfig = {}) => {
    const driver = createDriver(config)
    const id = await driver.newConversation()
    const stream = await driver.send(id, refund)
    await driver.clock.advance(10_000)
    const asked = stream.events.find((event) => event.type === 'skill.confirmation_required')
    if (!asked) throw new Error('nothing was asked')
    const shown = { callId: asked.call_id, skillName: asked.skill_name, parameters: asked.skill_parameters }
    const decide = (call: string, headers: Readonly<Record<string, string>>, resolution = 'approved') =>
      driver.request('POST', `/api/chat/conversations/${id}/skill_approval/${call}`, { resolution }, headers)
    return { driver, stream, shown, decide }
  }

  test('is taken when that is the recorded call', async () => {
    const { driver, stream, shown, decide } = await park()

    const answer = await decide(shown.callId, { 'X-Threadwork-Shown': digestOfCall(shown) })
    await driver.clock.advance(10_000)

    expect(answer.status).toBe(204)
    expect(stream.lines).toContain('skill.completed Create refund')
  })

  test.each([
    [
      'another value',
      (call: ShownCall) => ({ ...call, parameters: { ...call.parameters, amount: '9.50 EUR' } }),
    ],
    ['a value more', (call: ShownCall) => ({ ...call, parameters: { ...call.parameters, to: 'me' } })],
    ['another skill', (call: ShownCall) => ({ ...call, skillName: 'Look up order' })],
  ])('does nothing but ask anew when %s was shown', async (_what, tamper) => {
    const { driver, stream, shown, decide } = await park()

    const answer = await decide(shown.callId, { 'X-Threadwork-Shown': digestOfCall(tamper(shown)) })
    await driver.clock.advance(10_000)
    const fresh = stream.events.at(-1)

    expect([answer.status, (await answer.json()).error_code]).toEqual([409, 'shown_differs'])
    expect(stream.lines.filter((line) => line.startsWith('skill.running Create'))).toEqual([])
    expect(fresh).toMatchObject({
      type: 'skill.confirmation_required',
      replaces_call_id: shown.callId,
      skill_parameters: { amount: '90.50 EUR' },
    })

    const callId = callsOf([fresh as ServedEvent])[0] ?? ''
    const late = await decide(shown.callId, { 'X-Threadwork-Shown': digestOfCall(shown) })
    const right = await decide(callId, { 'X-Threadwork-Shown': digestOfCall({ ...shown, callId }) })
    await driver.clock.advance(10_000)

    expect([late.status, right.status]).toEqual([409, 204])
    expect(stream.lines.filter((line) => line === 'skill.completed Create refund')).toHaveLength(1)
  })

  test('is answered alike when it is repeated under its own name, and counts once', async () => {
    const { driver, stream, shown, decide } = await park()
    const headers = { 'X-Threadwork-Shown': digestOfCall(shown), 'Idempotency-Key': '"i1"' }

    const first = await decide(shown.callId, headers)
    const again = await decide(shown.callId, headers)
    await driver.clock.advance(10_000)
    const later = await decide(shown.callId, headers)
    const opposite = await decide(shown.callId, headers, 'rejected')
    const other = await decide(shown.callId, { ...headers, 'Idempotency-Key': '"i2"' })

    expect([first, again, later, opposite, other].map(({ status }) => status)).toEqual([
      204, 204, 204, 409, 409,
    ])
    expect(stream.lines.filter((line) => line === 'skill.completed Create refund')).toHaveLength(1)
  })
})

describe('a call with an end to its time', () => {
  const hold = 'Hold the last ceramic lamp for me'

  test('says when, and is refused afterwards while the turn goes on without it', async () => {
    const driver = createDriver()
    const id = await driver.newConversation()
    const stream = await driver.send(id, hold)
    await driver.clock.advance(10_000)
    const asked = stream.events.at(-1)
    const [call] = callsOf(stream.events)
    const began = Date.parse(asked?.created_at ?? '')
    await driver.clock.advance(200_000)

    const answer = await driver.request('POST', `/api/chat/conversations/${id}/skill_approval/${call}`, {
      resolution: 'approved',
    })

    expect(asked).toMatchObject({ expires_at: new Date(began + 120_000).toISOString() })
    expect([answer.status, (await answer.json()).error_code]).toEqual([410, 'approval_expired'])
    expect(stream.lines.at(-1)).toBe('processing.finished')
    expect(stream.lines).not.toContain('skill.running Hold stock')
    expect((await driver.replies(id)).at(-1)).toContain('Nobody decided in time.')
  })

  test('is over at its time too when the process was restarted meanwhile', async () => {
    const store = createMemoryStore()
    const before = createDriver({ store })
    const id = await before.newConversation()
    await before.send(id, hold)
    await before.clock.advance(10_000)
    before.backend.close()

    const after = createDriver({ store })
    await after.clock.advance(200_000)

    expect((await after.replies(id)).at(-1)).toContain('Nobody decided in time.')
  })

  test('is decided as any other before that', async () => {
    const driver = createDriver()
    const id = await driver.newConversation()
    const stream = await driver.send(id, hold)
    await driver.clock.advance(10_000)
    const [call] = callsOf(stream.events)

    await driver.request('POST', `/api/chat/conversations/${id}/skill_approval/${call}`, {
      resolution: 'approved',
    })
    await driver.clock.advance(200_000)

    expect(stream.lines).toContain('skill.completed Hold stock')
    expect(await driver.replies(id)).toHaveLength(1)
  })
})
