import { expect, test } from 'vitest'
import { createDriver, type Driver } from './fixtures/driver.ts'

interface HubClient {
  readonly received: readonly { readonly target: string; readonly body: Readonly<Record<string, unknown>> }[]
  readonly errors: readonly string[]
  invoke(method: string, ...args: readonly unknown[]): Promise<void>
}

/** A client of the hub that speaks the JSON protocol over a socket in memory. */
function join(driver: Driver, user: string): HubClient {
  const received: { target: string; body: Record<string, unknown> }[] = []
  const errors: string[] = []
  const take = (frame: string): void => {
    const message = JSON.parse(frame)
    if (message.type === 1) received.push({ target: message.target, body: message.arguments[0] })
    if (message.type === 3 && message.error) errors.push(message.error)
  }
  const socket = driver.backend.hub.connect(
    { send: (data) => String(data).split('\x1e').filter(Boolean).forEach(take), close: () => {} },
    { user },
  )
  socket.receive('{"protocol":"json","version":1}\x1e')
  let calls = 0
  return {
    received,
    errors,
    invoke: async (target, ...args) => {
      socket.receive(
        `${JSON.stringify({ type: 1, invocationId: String((calls += 1)), target, arguments: args })}\x1e`,
      )
      await driver.clock.advance(0)
    },
  }
}

test('tells a workflow by its six events, each as one object with its place in the workflow', async () => {
  const driver = createDriver()
  const conversationId = await driver.newConversation()
  const client = join(driver, 'development')
  await client.invoke('JoinConversation', conversationId)

  await driver.request('POST', '/api/chat/messages', {
    conversationId,
    text: 'Onboard a new supplier',
    clientMessageId: 'm1',
  })
  await driver.clock.advance(10_000)

  expect(client.received.map((event) => event.target)).toEqual([
    'MessageReceived',
    'WorkflowStarted',
    'MessageReceived',
    'WorkflowStepStarted',
    'WorkflowStepCompleted',
    'WorkflowStepStarted',
    'WorkflowInterventionRequired',
  ])
  expect(client.received[0]?.body).toMatchObject({ source: 'user', clientMessageId: 'm1', conversationId })
  const numbers = client.received.flatMap(({ body }) =>
    typeof body['seq'] === 'number' ? [body['seq']] : [],
  )
  expect(numbers).toEqual([1, 2, 3, 4, 5])
  expect(client.received[1]?.body).toMatchObject({
    conversationId,
    workflowId: expect.stringMatching(/^wrun_/),
    name: 'Onboard a supplier',
    at: expect.stringMatching(/Z$/),
  })
})

test('tells both wires the same number and time of an event', async () => {
  const driver = createDriver()
  const conversationId = await driver.newConversation()
  const client = join(driver, 'development')
  await client.invoke('JoinConversation', conversationId)

  const stream = await driver.send(conversationId, 'Export my order history')
  await driver.clock.advance(10_000)

  const overSse = stream.events
    .filter((event) => event.type.startsWith('workflow.'))
    .map((event) => ['workflow_seq' in event ? event.workflow_seq : null, event.created_at])
  const overHub = client.received
    .filter((event) => event.target.startsWith('Workflow'))
    .map((event) => [event.body['seq'], event.body['at']])
  expect(overHub.length).toBeGreaterThan(3)
  expect(overSse).toEqual(overHub)
})

test('admits nobody to somebody else’s conversation', async () => {
  const driver = createDriver()
  const conversationId = await driver.newConversation()
  const client = join(driver, 'mallory')

  await client.invoke('JoinConversation', conversationId)
  await driver.send(conversationId, 'Show me the quarterly pipeline report')
  await driver.clock.advance(10_000)

  expect(client.errors[0]).toContain('was not found')
  expect(client.received).toEqual([])
})

test('says nothing more to a client that left', async () => {
  const driver = createDriver()
  const conversationId = await driver.newConversation()
  const client = join(driver, 'development')
  await client.invoke('JoinConversation', conversationId)
  await client.invoke('LeaveConversation', conversationId)

  await driver.send(conversationId, 'Show me the quarterly pipeline report')
  await driver.clock.advance(10_000)

  expect(client.received).toEqual([])
})
