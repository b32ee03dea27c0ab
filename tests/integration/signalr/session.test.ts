import { createSession, type Clock, type FormItem, type Session } from '@threadwork/core'
import { signalr } from '@threadwork/signalr'
import { memoryStorage } from '@threadwork/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startChatServer, type ChatServer } from './chat-server.ts'

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const handle = setTimeout(callback, ms)
    return { cancel: () => clearTimeout(handle) }
  },
  random: () => Math.random(),
}

const dataPoints = [{ key: 'email', label: 'E-mail', type: 'Email' }]

const waiting = {
  workflowId: 'w1',
  name: 'Onboard',
  status: 'awaiting_input',
  currentStep: 's1',
  steps: [{ stepId: 's1', message: 'Details', status: 'awaiting_input' }],
  pendingIntervention: { stepId: 's1', message: 'Your details', dataPoints },
  startedAt: '2026-01-01T12:00:01Z',
  updatedAt: '2026-01-01T12:00:03Z',
  seq: 3,
}

let server: ChatServer
let session: Session

function openSession(): Session {
  session = createSession({
    transport: signalr({ url: server.url, policy: () => 1 }),
    conversationId: 'c1',
    clock,
    storage: memoryStorage(),
  })
  session.open()
  return session
}

function answerHistory(activeWorkflow: unknown): void {
  server.answer('history', () => ({ status: 200, body: { messages: [], activeWorkflow } }))
}

async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, { interval: 5, timeout: 10_000 }).toBe(true)
}

const form = (): FormItem | undefined => session.getState().items.find((item) => item.kind === 'form')

/** The transport has come back `times` times, each time with the history. */
const hasReconnected = (times: number): boolean =>
  session.getState().link === 'live' &&
  server.joined.length === times &&
  session.getReports().filter(({ name }) => name === 'GET /api/chat/history').length > times

beforeEach(async () => {
  server = await startChatServer()
})

afterEach(async () => {
  session.close()
  await server.close()
})

test('a reload restores the step and the pending form', async () => {
  answerHistory(waiting)

  openSession()
  await until(() => form() !== undefined)

  expect(session.getState().phase).toBe('awaiting-input')
  expect(form()).toMatchObject({
    status: 'awaiting',
    message: 'Your details',
    dataPoints: [{ key: 'email' }],
  })
})

test('a reconnect restores the form, and what was typed into it', async () => {
  answerHistory(waiting)
  openSession()
  await until(() => form() !== undefined && hasReconnected(1))
  const before = form()
  session.writeDraft('form', 'half')

  server.drop()
  await until(() => hasReconnected(2))

  expect(form()).toBe(before)
  expect(session.readDraft('form')).toBe('half')
})

test('a workflow that ended while the connection was down does not look as if it ran', async () => {
  answerHistory(waiting)
  openSession()
  await until(() => form() !== undefined && hasReconnected(1))
  answerHistory(null)

  server.drop()
  await until(() => form()?.status === 'closed')

  expect(session.getState().items.find((item) => item.kind === 'workflow')).toMatchObject({ status: 'ended' })
})

test('a form that the backend does not accept says why beside its fields, and can be sent again', async () => {
  answerHistory(waiting)
  server.answer('resume-workflow', () => ({ status: 422, body: { errors: { email: ['Not an address.'] } } }))
  openSession()
  await until(() => form() !== undefined && hasReconnected(1))
  const { workflowId, stepId } = form() as FormItem // waited for above

  session.submitForm(workflowId, stepId, { email: 'nobody' })
  await until(() => form()?.submission?.status === 'failed')
  const refused = form()
  server.answer('resume-workflow', () => {
    server.push('c1', 'WorkflowStepCompleted', { workflowId: 'w1', stepId: 's1', seq: 4 })
    server.push('c1', 'WorkflowCompleted', { workflowId: 'w1', seq: 5 })
    return { status: 202 }
  })
  session.submitForm(workflowId, stepId, { email: 'a@b.example' })
  await until(() => form()?.status !== 'awaiting' && session.getState().phase === 'idle')

  expect(refused?.submission?.fieldErrors).toEqual({ email: ['Not an address.'] })
  expect(session.getState().items.find((item) => item.kind === 'workflow')).toMatchObject({
    status: 'completed',
  })
  const resumed = server.heard.filter(({ path }) => path === 'resume-workflow')
  expect(resumed.map(({ body }) => (body as { values: unknown }).values)).toEqual([
    { email: 'nobody' },
    { email: 'a@b.example' },
  ])
})
