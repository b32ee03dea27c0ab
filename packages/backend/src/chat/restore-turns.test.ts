import { expect, test } from 'vitest'
import { createMemoryStore } from '../store/memory-store.ts'
import { type Driver, createDriver } from '../fixtures/driver.ts'

/** A second backend on a copy of what the first one kept, as after a kill. */
const restart = (store: ReturnType<typeof createMemoryStore>): Driver =>
  createDriver({ store: createMemoryStore(JSON.parse(JSON.stringify(store.exportState()))) })

test('takes a decision that was asked for before the restart, and goes on', async () => {
  const store = createMemoryStore()
  const before = createDriver({ store })
  const id = await before.newConversation()
  const stream = await before.send(id, 'Order A-1042 arrived broken. Can I get my money back?')
  await before.clock.advance(10_000)
  const asked = stream.events.at(-1)
  const call = asked && 'call_id' in asked ? asked.call_id : ''

  const after = restart(store)
  const run = `/api/chat/conversations/${id}/genie-runs/${asked?.genie_run_id}`
  const resumed = after.watch(
    await after.request('GET', run, undefined, { 'Last-Event-ID': asked?.event_id ?? '' }),
  )
  await after.request('POST', `/api/chat/conversations/${id}/skill_approval/${call}`, {
    resolution: 'approved',
  })
  await after.clock.advance(10_000)

  expect(resumed.lines).toEqual([
    'skill.running Create refund',
    'skill.completed Create refund',
    'agent.message',
    'processing.finished',
  ])
  expect(resumed.events[0]?.seq_num).toBe(6)
})

test('keeps a link and a form usable over a restart', async () => {
  const store = createMemoryStore()
  const before = createDriver({ store })
  const [first, second] = [await before.newConversation(), await before.newConversation()]
  const stream = await before.send(first, 'Open a Salesforce case for order A-1042')
  await before.send(second, 'File a courier claim for A-1042')
  await before.clock.advance(10_000)
  const attempt = stream.events.flatMap((event) =>
    'runtime_connection_attempt_id' in event ? [event.runtime_connection_attempt_id] : [],
  )[0]

  const after = restart(store)
  await after.request('POST', `/api/chat/runtime_connection/${attempt}/reject`, {})
  const answer = await after.request('POST', '/api/chat/resume-workflow', {
    conversationId: second,
    workflowId: null,
    stepId: 'damage',
    values: { name: 'A', email: 'a@b.example', damage: 'Cracked', discovered: '2026-11-19', story: 'x' },
    idempotencyKey: 'k',
  })
  await after.clock.advance(10_000)

  expect((await after.replies(first)).at(-1)).toContain('without Salesforce')
  expect(answer.status).toBe(202)
  expect(await after.read(`/api/chat/history?conversationId=${second}`)).toMatchObject({
    activeWorkflow: { status: 'halted', currentStep: 'file' },
  })
})

test('goes on with a skill and with a step that were under way', async () => {
  const store = createMemoryStore()
  const before = createDriver({ store })
  const [first, second] = [await before.newConversation(), await before.newConversation()]
  await before.send(first, 'Where is order A-1042?')
  await before.send(second, 'Onboard a new supplier')
  await before.clock.advance(700)

  const after = restart(store)
  await after.clock.advance(10_000)

  const { events } = await after.read(`/api/chat/conversations/events?conversation_id=${first}`)
  expect((events as readonly { type: string }[]).map((event) => event.type)).toEqual([
    'processing.started',
    'skill.running',
    'skill.completed',
    'agent.message',
    'processing.finished',
  ])
  expect(await after.replies(first)).toEqual([expect.stringContaining('was delivered')])
  expect(await after.read(`/api/chat/history?conversationId=${second}`)).toMatchObject({
    activeWorkflow: { status: 'awaiting_input' },
  })
})

test('says nothing twice, however often the process dies', async () => {
  let store = createMemoryStore()
  let driver = createDriver({ store })
  const id = await driver.newConversation()
  await driver.send(id, 'Compare orders A-1042 and A-1043')

  for (let kill = 0; kill < 5; kill += 1) {
    await driver.clock.advance(1250)
    store = createMemoryStore(JSON.parse(JSON.stringify(store.exportState())))
    driver = createDriver({ store, startAt: driver.clock.now() })
  }
  await driver.clock.advance(10_000)

  const names = store.list('events', id).map(({ event }) => event.type)
  expect(names.filter((name) => name === 'skill.completed')).toHaveLength(2)
  expect(names.filter((name) => name === 'agent.message')).toHaveLength(1)
  expect(names.filter((name) => name === 'processing.finished')).toHaveLength(1)
})
