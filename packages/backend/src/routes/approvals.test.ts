import type { ServedEvent } from '@threadwork/headless/wire'
import { expect, test } from 'vitest'
import { createDriver } from '../fixtures/driver.ts'

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
    'skill.completed Cancel order',
    'agent.message',
    'agent.message',
    'processing.finished',
  ])
  expect(await driver.replies(id)).toEqual([
    'Order **A-1043** is cancelled.',
    'I left order **A-1044** as it is.',
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
