import { expect, test } from 'vitest'
import { type Driver, createDriver } from '../fixtures/driver.ts'

const good = {
  company: 'Olaria do Sul',
  email: 'ola@example.com',
  category: 'ceramics',
  employees: 12,
  start: '2026-12-01',
  terms: true,
}

const post = (driver: Driver, name: string, body: object): Promise<Response> =>
  driver.request('POST', `/api/chat/${name}`, body)

async function start(driver: Driver, text: string): Promise<string> {
  const conversationId = await driver.newConversation()
  await post(driver, 'messages', { conversationId, text, clientMessageId: 'm1' })
  await driver.clock.advance(10_000)
  return conversationId
}

const active = async (driver: Driver, id: string): Promise<Record<string, unknown>> =>
  (await driver.read(`/api/chat/history?conversationId=${id}`))['activeWorkflow'] as Record<string, unknown>

test('shows the pending form in the history, checks the answers, takes them once, and finishes', async () => {
  const driver = createDriver()
  const conversationId = await start(driver, 'Onboard a new supplier')
  const waiting = await active(driver, conversationId)
  const { workflowId } = waiting
  const resume = (values: object, idempotencyKey: string): Promise<Response> =>
    post(driver, 'resume-workflow', { conversationId, workflowId, stepId: 'details', values, idempotencyKey })

  const refused = await resume({ ...good, email: 'ola@', terms: false }, 'k1')
  const taken = await resume(good, 'k1')
  const repeated = await resume(good, 'k1')
  const second = await resume(good, 'k2')
  await driver.clock.advance(10_000)

  expect(waiting).toMatchObject({
    name: 'Onboard a supplier',
    status: 'awaiting_input',
    currentStep: 'details',
    steps: [
      { stepId: 'check', status: 'completed' },
      { stepId: 'details', status: 'awaiting_input' },
    ],
    pendingIntervention: {
      stepId: 'details',
      dataPoints: [{ key: 'company', type: 'Text' }, {}, {}, {}, {}, {}, {}],
    },
  })
  expect([refused.status, taken.status, repeated.status, second.status]).toEqual([422, 202, 202, 409])
  expect((await refused.json()).errors).toEqual({
    email: ['Enter a full email address, like name@example.com.'],
    terms: ['Tick “The supplier accepts our terms” to go on.'],
  })
  expect(await active(driver, conversationId)).toMatchObject({ status: 'completed' })
  expect((await driver.replies(conversationId)).at(-1)).toBe(
    '**Olaria do Sul** is on board. I sent the welcome pack to ola@example.com.',
  )
})

test('travels over the stream as well, and keeps the turn open while the form waits', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, 'Onboard a new supplier')
  await driver.clock.advance(10_000)
  const state = (await driver.read(`/api/chat/conversations/${id}`))['state']
  const waiting = stream.lines.length

  await post(driver, 'resume-workflow', {
    conversationId: id,
    workflowId: null,
    stepId: 'details',
    values: good,
    idempotencyKey: 'k',
  })
  await driver.clock.advance(10_000)

  expect(state).toBe('skill_processing')
  expect(stream.lines.slice(1, waiting)).toEqual([
    'workflow.started',
    'agent.message',
    'workflow.step_started check',
    'workflow.step_completed check',
    'workflow.step_started details',
    'workflow.intervention_required details',
  ])
  expect(stream.lines.slice(waiting)).toEqual([
    'workflow.step_completed details',
    'workflow.step_started create',
    'workflow.step_completed create',
    'agent.message',
    'workflow.completed',
    'processing.finished',
  ])
  expect(stream.events[1]).toMatchObject({ workflow_seq: 1 })
})

test('halts at a failed step and finishes after a retry', async () => {
  const driver = createDriver()
  const id = await start(driver, 'File a courier claim for A-1042')
  const { workflowId } = await active(driver, id)
  const step = { conversationId: id, workflowId }
  const values = {
    name: 'Ada',
    email: 'ada@example.com',
    damage: 'Cracked',
    discovered: '2026-11-19',
    story: 'The box was open.',
  }
  await post(driver, 'resume-workflow', { ...step, stepId: 'damage', values, idempotencyKey: 'k1' })
  await driver.clock.advance(10_000)
  const halted = await active(driver, id)

  const early = await post(driver, 'retry-step', { ...step, stepId: 'verify', idempotencyKey: 'k2' })
  const retried = await post(driver, 'retry-step', { ...step, stepId: 'file', idempotencyKey: 'k3' })
  const again = await post(driver, 'retry-step', { ...step, stepId: 'file', idempotencyKey: 'k3' })
  await driver.clock.advance(10_000)

  expect(halted).toMatchObject({
    status: 'halted',
    currentStep: 'file',
    steps: [{}, {}, { status: 'failed', error: 'The courier’s claim form answered 503. Nothing was filed.' }],
  })
  expect([early.status, retried.status, again.status]).toEqual([409, 202, 202])
  expect(await active(driver, id)).toMatchObject({ status: 'completed' })
})

test('stops a step that does not answer in time', async () => {
  const driver = createDriver()
  const id = await start(driver, 'Export my order history')

  const halted = await active(driver, id)
  await post(driver, 'retry-step', {
    conversationId: id,
    workflowId: null,
    stepId: 'render',
    idempotencyKey: 'k',
  })
  await driver.clock.advance(10_000)

  expect(halted).toMatchObject({
    status: 'halted',
    steps: [{}, { error: 'The step did not answer in time and was stopped; try it again.' }],
  })
  expect(await active(driver, id)).toMatchObject({ status: 'completed' })
})

test('cancels a waiting workflow: its step is over, and the conversation is free', async () => {
  const driver = createDriver()
  const conversationId = await start(driver, 'Onboard a new supplier')
  const { workflowId } = await active(driver, conversationId)

  const cancelled = await post(driver, 'cancel-workflow', {
    conversationId,
    workflowId,
    idempotencyKey: 'k1',
  })
  const late = await post(driver, 'resume-workflow', {
    conversationId,
    workflowId,
    stepId: 'details',
    values: good,
    idempotencyKey: 'k2',
  })
  await driver.clock.advance(10_000)

  expect([cancelled.status, late.status]).toEqual([202, 410])
  expect(await active(driver, conversationId)).toMatchObject({ status: 'cancelled' })
  expect(await driver.read(`/api/chat/conversations/${conversationId}`)).toMatchObject({ state: 'idle' })
})

test('lets a message through while a workflow is halted, and gives the workflow up for it', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const first = await driver.send(id, 'Export my order history')
  await driver.clock.advance(10_000)

  const second = await driver.send(id, 'Show me the quarterly pipeline report')
  await driver.clock.advance(10_000)

  expect(first.lines.at(-1)).toBe('processing.finished')
  expect(second.lines.at(-1)).toBe('processing.finished')
  expect(await active(driver, id)).toMatchObject({ status: 'cancelled' })
})

test('takes a message once under its sender’s name for it', async () => {
  const driver = createDriver()
  const conversationId = await driver.newConversation()
  const body = { conversationId, text: 'Show me the quarterly pipeline report', clientMessageId: 'm1' }

  const first = await post(driver, 'messages', body)
  const second = await post(driver, 'messages', body)
  const busy = await post(driver, 'messages', { ...body, clientMessageId: 'm2' })

  expect([first.status, second.status, busy.status]).toEqual([202, 202, 409])
  expect(await second.json()).toEqual(await first.json())
  const { messages } = await driver.read(`/api/chat/history?conversationId=${conversationId}`)
  expect(messages).toMatchObject([{ source: 'user', clientMessageId: 'm1' }])
})

test('tells a skill on the hub’s way as a step of a card', async () => {
  const driver = createDriver()

  const id = await start(driver, 'Where is order A-1042?')

  expect(await active(driver, id)).toMatchObject({
    status: 'completed',
    steps: [{ message: 'Look up order', status: 'completed' }],
  })
  expect((await driver.replies(id))[0]).toContain('was delivered')
})

test('asks for an approval on the hub’s way by a form, and takes its answer for the decision', async () => {
  const driver = createDriver()
  const id = await start(driver, 'Order A-1042 arrived broken. Can I get my money back?')
  const step = { conversationId: id, workflowId: null, stepId: 'refund' }
  const asked = await active(driver, id)

  const empty = await post(driver, 'resume-workflow', { ...step, values: {}, idempotencyKey: 'k1' })
  const values = { decision: 'rejected', reason: 'Too much.' }
  const decided = await post(driver, 'resume-workflow', { ...step, values, idempotencyKey: 'k2' })
  await driver.clock.advance(10_000)

  expect(asked).toMatchObject({
    status: 'awaiting_input',
    pendingIntervention: {
      stepId: 'refund',
      message: 'Approve “Create refund”?',
      dataPoints: [
        {
          key: 'decision',
          type: 'Radio',
          help: expect.stringContaining('Order: "A-1042"\nAmount: "90.50 EUR"'),
        },
        { key: 'reason' },
      ],
    },
  })
  expect([empty.status, decided.status]).toEqual([422, 202])
  expect((await driver.replies(id)).at(-1)).toContain('I have not created the refund')
})

test('asks for a connection on the hub’s way by a form with its link, and believes nobody who did not connect', async () => {
  const driver = createDriver()
  const id = await start(driver, 'Open a Salesforce case for order A-1042')
  const { pendingIntervention } = await active(driver, id)
  const { message } = pendingIntervention as { readonly message: string }
  const link = new URL(/https?:\S+/.exec(message)?.[0] ?? '')
  const step = { conversationId: id, workflowId: null, stepId: 'connect' }

  const early = await post(driver, 'resume-workflow', {
    ...step,
    values: { connection: 'authorized' },
    idempotencyKey: 'k1',
  })
  const body = new URLSearchParams({ token: link.searchParams.get('token') ?? '', decision: 'allow' })
  await driver.backend.fetch(new Request(link, { method: 'POST', body }))
  await driver.clock.advance(10_000)

  expect(early.status).toBe(422)
  expect((await driver.replies(id)).at(-1)).toContain('your account is connected')
  expect(await active(driver, id)).toMatchObject({ status: 'completed' })
})

test('tells what runs beside the main lane as a lane of its own', async () => {
  const driver = createDriver()
  const id = await driver.newConversation()
  const stream = await driver.send(id, 'Replace the broken lamp of A-1042')
  await driver.clock.advance(20_000)

  const lanes = stream.events.flatMap((event) =>
    event.type === 'workflow.step_started' ? [[event.step_id, event.lane ?? 'main']] : [],
  )
  const { steps } = (await active(driver, id)) as { readonly steps: readonly { readonly lane?: string }[] }

  expect(Object.fromEntries(lanes)).toMatchObject({ stock: 'main', reserve: 'main', courier: 'main' })
  expect(lanes.filter(([, lane]) => lane !== 'main').map(([stepId]) => stepId)).toEqual([
    'warehouse',
    'label',
  ])
  expect(steps.filter(({ lane }) => lane !== undefined)).toHaveLength(2)
  expect(stream.lines.at(-1)).toBe('processing.finished')
})
