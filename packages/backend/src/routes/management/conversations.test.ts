import { expect, test } from 'vitest'
import { type ManagementDriver, createManagementDriver } from '../../fixtures/management-driver.ts'

/** A driver with a conversation of Ada's, and a live workflow for an event. */
async function driverWith(
  trigger?: string,
  action: string = 'end',
  config: object = {},
): Promise<ManagementDriver> {
  const driver = createManagementDriver()
  const conversation = {
    id: 'c1',
    parent: 'ada',
    at: 0,
    topic: null,
    updatedAt: 0,
    lastEvent: null,
    turnId: null,
  }
  driver.store.put('conversations', conversation)
  if (trigger) await goLive(driver, trigger, action, config)
  return driver
}

async function goLive(
  driver: ManagementDriver,
  trigger: string,
  action: string,
  config: object,
): Promise<void> {
  const nodes = [
    { id: 't', type: trigger, name: 'Start', config: {} },
    { id: 'a', type: action, name: 'Act', config },
    ...(action === 'end' ? [] : [{ id: 'e', type: 'end', name: 'End', config: {} }]),
  ]
  const edges = nodes
    .slice(1)
    .map((node, index) => ({ id: `e${index}`, source: nodes[index]?.id, target: node.id, type: 'direct' }))
  const { id } = await driver.read('POST', '/workflows', { name: trigger, dialect: 'threadwork', trigger })
  await driver.read('PATCH', `/workflows/${id}`, { nodes, edges })
  await driver.read('POST', `/workflows/${id}/publish`, {})
}

const runsOf = async (driver: ManagementDriver): Promise<readonly { readonly workflowName: string }[]> =>
  (await driver.read('GET', '/runs')).runs

test('changes what is known of a conversation, and starts what listens', async () => {
  const driver = await driverWith('label-added')

  const changed = await driver.read('PATCH', '/conversations/c1', {
    status: 'resolved',
    labels: ['vip', 'Berlin'],
    channel: 'whatsapp',
    starred: true,
    assignee: { to: 'human', name: 'bob' },
  })
  const again = await driver.read('PATCH', '/conversations/c1', { labels: ['Berlin'], assignee: null })

  expect(changed).toMatchObject({
    status: 'resolved',
    labels: ['vip', 'Berlin'],
    channel: 'whatsapp',
    starred: true,
    assignee: { to: 'human', name: 'bob' },
  })
  expect(again).toMatchObject({ labels: ['Berlin'], assignee: null })
  expect(await driver.read('GET', '/conversations/c1')).toEqual(again)
  expect((await runsOf(driver)).map((run) => run.workflowName)).toEqual(['label-added'])
  expect(driver.defects).toEqual([])
})

test('lists conversations by status, label, channel, star and assignee', async () => {
  const driver = await driverWith()
  await driver.read('PATCH', '/conversations/c1', { labels: ['VIP'], channel: 'whatsapp', starred: true })
  const count = async (query: string): Promise<number> =>
    (await driver.read('GET', `/conversations?${query}`)).conversations.length

  const found = await Promise.all(
    ['label=vip', 'starred=true&channel=WhatsApp', 'status=open', ''].map(count),
  )
  const missed = await Promise.all(['label=x', 'starred=false', 'status=resolved', 'assignee=bob'].map(count))

  expect(found).toEqual([1, 1, 1, 1])
  expect(missed).toEqual([0, 0, 0, 0])
})

test('remembers by session and by contact, and forgets what is set to null', async () => {
  const driver = await driverWith()

  await driver.read('PATCH', '/conversations/c1/memory', { memory: { topic: 'refund', step: 1 } })
  const session = await driver.read('PATCH', '/conversations/c1/memory', { memory: { step: null } })
  await driver.read('PATCH', '/contacts/ada/memory', { memory: { plan: 'enterprise' } })

  expect(session).toEqual({ memory: { topic: 'refund' } })
  expect(await driver.read('GET', '/contacts/ada/memory')).toEqual({ memory: { plan: 'enterprise' } })
})

test('keeps one team’s conversations, contacts and escalations from another', async () => {
  const driver = await driverWith()
  await driver.read('PATCH', '/conversations/c1', { labels: ['vip'] })
  await driver.read('PATCH', '/contacts/ada/memory', { memory: { plan: 'enterprise' } })
  const asEve = { 'X-IDP-User-Id': 'eve' }

  const answers = await Promise.all([
    driver.ask('GET', '/conversations/c1', undefined, asEve),
    driver.ask('PATCH', '/conversations/c1', { status: 'resolved' }, asEve),
    driver.ask('GET', '/conversations/c1/memory', undefined, asEve),
    driver.ask('POST', '/events', { type: 'conversation-starred', conversationId: 'c1' }, asEve),
    driver.ask('GET', '/escalations/esc_1', undefined, asEve),
  ])
  const memory = await driver.ask('GET', '/contacts/ada/memory', undefined, asEve)
  const list = await driver.ask('GET', '/conversations', undefined, asEve)

  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404])
  expect([memory.body, list.body.conversations]).toEqual([{ memory: {} }, []])
})

test('fires triggers from outside, also for what was known before', async () => {
  const driver = await driverWith('conversation-starred')

  const first = await driver.ask('POST', '/events', { type: 'conversation-starred', conversationId: 'c1' })
  await driver.ask('POST', '/events', { type: 'conversation-starred', conversationId: 'c1' })

  expect(first.status).toBe(202)
  expect(first.body).toMatchObject({
    type: 'conversation-starred',
    conversation: { id: 'c1', starred: true },
  })
  expect(await runsOf(driver)).toHaveLength(2)
})

test('says which field of an event is missing', async () => {
  const driver = await driverWith()

  const answer = await driver.ask('POST', '/events', { type: 'label-added', conversationId: 'c1' })

  expect(answer.status).toBe(422)
  expect(answer.body.errors).toEqual({ labels: ['“labels” is missing: say which labels came or went.'] })
})

test('hands a conversation to people with transcript, context and contact (G04, G17, G32)', async () => {
  const driver = await driverWith('label-added', 'escalate', {
    team: 'Tier 2',
    note: 'About {{trigger.labels.0}}',
  })
  const message = { parent: 'c1', at: 0, runId: null, clientMessageId: null, fileId: null } as const
  driver.store.put('messages', { ...message, id: 'm1', source: 'user', content: 'Help me' })
  driver.store.put('messages', { ...message, id: 'm2', source: 'genie', content: 'I will' })

  await driver.read('PATCH', '/conversations/c1', { labels: ['urgent'] })
  await driver.settle()
  const { escalations } = await driver.read('GET', '/escalations?status=open')

  expect(escalations).toMatchObject([
    {
      status: 'open',
      conversationId: 'c1',
      team: 'Tier 2',
      note: 'About urgent',
      transcript: [
        { from: 'person', text: 'Help me' },
        { from: 'agent', text: 'I will' },
      ],
      context: { conversation: { id: 'c1', labels: ['urgent'] } },
    },
  ])
  expect(await driver.read('GET', '/conversations/c1')).toMatchObject({
    assignee: { to: 'human', name: 'Tier 2' },
  })
  await driver.read('PATCH', `/escalations/${escalations[0].id}`, { status: 'closed' })
  expect((await driver.read('GET', '/escalations?status=open')).escalations).toEqual([])
})
