import type { Command, ConversationId, IntentId, StepId, WorkflowId } from '@threadwork/core'
import { signalr } from '@threadwork/signalr'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startChatServer, type ChatServer } from './chat-server.ts'
import { createNotedSink, type NotedSink } from './noted-sink.ts'

let server: ChatServer
let sink: NotedSink

const intentId = 'i1' as IntentId
const workflowId = 'w1' as WorkflowId
const stepId = 's2' as StepId
const submitForm: Command = { type: 'submit-form', workflowId, stepId, values: { email: 'a@b.example' } }

const open = (): ReturnType<ReturnType<typeof signalr>['open']> =>
  signalr({ url: server.url }).open('c1' as ConversationId, sink)

beforeEach(async () => {
  server = await startChatServer()
  server.answer('history', () => ({ status: 200, body: { messages: [], activeWorkflow: null } }))
  sink = createNotedSink()
})

afterEach(() => server.close())

describe('resume-workflow', () => {
  test('is called once, with the values and the key', async () => {
    server.answer('resume-workflow', () => ({ status: 202 }))
    const connection = open()

    const outcome = await connection.submit(submitForm, intentId)
    connection.close()

    expect(outcome).toEqual({ status: 'accepted', runId: null })
    expect(server.heard.filter(({ path }) => path === 'resume-workflow')).toEqual([
      {
        method: 'POST',
        path: 'resume-workflow',
        header: '1',
        body: {
          conversationId: 'c1',
          workflowId,
          stepId,
          values: { email: 'a@b.example' },
          idempotencyKey: 'i1',
        },
      },
    ])
  })

  test('brings the errors of the fields back', async () => {
    server.answer('resume-workflow', () => ({
      status: 422,
      body: { errors: { email: ['Not an address.'] } },
    }))
    const connection = open()

    const outcome = await connection.submit(submitForm, intentId)
    connection.close()

    expect(outcome).toMatchObject({
      status: 'failed',
      failure: { reason: 'invalid', fieldErrors: { email: ['Not an address.'] } },
    })
  })

  test('is not sent a second time when its answer is lost', async () => {
    server.answer('resume-workflow', () => server.breakOff())
    const connection = open()

    const outcome = await connection.submit(submitForm, intentId)
    connection.close()

    expect(outcome).toMatchObject({ status: 'failed', failure: { reason: 'unknown-outcome' } })
    expect(server.heard.filter(({ path }) => path === 'resume-workflow')).toHaveLength(1)
  })
})

test('a command to a server that is not there surely did not arrive', async () => {
  const gone = await startChatServer()
  await gone.close()
  const connection = signalr({ url: gone.url }).open('c1' as ConversationId, sink)

  const outcome = await connection.submit(submitForm, intentId)
  connection.close()

  expect(outcome).toMatchObject({ status: 'failed', failure: { reason: 'unreachable' } })
})

test('a closed connection sends nothing any more', async () => {
  const connection = open()
  connection.close()

  const outcome = await connection.submit(submitForm, intentId)

  expect(outcome).toMatchObject({ status: 'failed', failure: { reason: 'unreachable' } })
  expect(server.heard.filter(({ method }) => method === 'POST')).toEqual([])
})

test('a message of the hub carries the intent that it was sent under', async () => {
  server.answer('messages', () => {
    server.push('c1', 'MessageReceived', {
      messageId: 'm1',
      source: 'user',
      content: 'hello',
      createdAt: '2026-01-01T12:00:00Z',
      clientMessageId: 'i1',
    })
    return { status: 202 }
  })
  const connection = open()
  await sink.until('reconnected')

  await connection.submit({ type: 'send-message', text: 'hello' }, intentId)
  await sink.until('message m1')
  connection.close()

  expect(sink.notes).toContainEqual({
    type: 'fact',
    fact: expect.objectContaining({ message: expect.objectContaining({ intentId: 'i1', role: 'user' }) }),
  })
})

test('a read brings the history as facts', async () => {
  const connection = open()
  await sink.until('reconnected')

  const read = await connection.read({ eventsSince: null, knownMessageId: null, attempts: [] })
  connection.close()

  expect(read).toEqual({
    status: 'read',
    facts: [{ type: 'workflow-snapshot', snapshot: null }],
    isExpired: false,
    problems: [],
  })
})

test('a read leaves out the snapshot of a workflow when live events have overtaken it', async () => {
  const connection = open()
  await sink.until('reconnected')
  server.answer('history', async () => {
    server.push('c1', 'WorkflowStarted', 'w1', 'Onboard')
    await sink.until('workflow-started null')
    return { status: 200, body: { messages: [], activeWorkflow: null } }
  })

  const read = await connection.read({ eventsSince: null, knownMessageId: null, attempts: [] })
  connection.close()

  expect(read).toMatchObject({ status: 'read', facts: [] })
})

test('positional events of the seed arrive like those with one object, and those of other conversations do not', async () => {
  const connection = open()
  await sink.until('reconnected')

  server.push('c1', 'WorkflowStarted', 'w1', 'Onboard')
  server.push('c1', 'WorkflowStarted', { ConversationId: 'c9', WorkflowId: 'w9', Name: 'Elsewhere' })
  server.push('c1', 'WorkflowStepStarted', { StepId: 's1', Message: 'Collect', Seq: 2 })
  await sink.until('step-started 2')
  connection.close()

  const [ignored, facts] = [true, false].map((isIgnored) =>
    sink.lines().filter((line) => line.startsWith('ignored') === isIgnored),
  )
  expect(ignored).toEqual(['ignored WorkflowStarted'])
  expect(facts).toEqual(['snapshot none', 'reconnected', 'workflow-started null', 'step-started 2'])
})
