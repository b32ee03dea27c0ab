import { signalr, type SignalROptions } from '@threadwork/signalr'
import type { ConversationId, TransportConnection } from '@threadwork/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startChatServer, type Answer, type ChatServer } from './chat-server.ts'
import { createNotedSink, type NotedSink } from './noted-sink.ts'

let server: ChatServer
let sink: NotedSink
let connection: TransportConnection | null

const noHistory: Answer = { status: 200, body: { messages: [], activeWorkflow: null } }

const openForm: Answer = {
  status: 200,
  body: {
    messages: [{ messageId: 'm1', source: 'user', content: 'hello', createdAt: '2026-01-01T12:00:00Z' }],
    ActiveWorkflow: {
      WorkflowId: 'w1',
      Name: 'Onboard',
      Status: 'awaiting_input',
      CurrentStep: 's2',
      Steps: [{ StepId: 's2', Message: 'Details', Status: 'awaiting_input' }],
      PendingIntervention: {
        StepId: 's2',
        Message: 'Your details',
        DataPoints: [{ Key: 'email', Label: 'E-mail', Type: 'Email' }],
      },
      Seq: 3,
    },
  },
}

function open(more: Partial<SignalROptions> = {}): TransportConnection {
  connection = signalr({ url: server.url, policy: () => 1, ...more }).open('c1' as ConversationId, sink)
  return connection
}

/** A step of workflow w1, so that each event of a test has a number of its own. */
function push(seq: number): void {
  server.push('c1', 'WorkflowStepStarted', { workflowId: 'w1', seq, stepId: `s${seq}`, message: 'Working' })
}

/** An answer that a test gives when it wants to. */
function heldAnswer<Given>(): {
  readonly asked: Promise<void>
  readonly respond: () => Promise<Given>
  give(answer: Given): void
} {
  let noteAsked = (): void => undefined
  let give = (_answer: Given): void => undefined
  const asked = new Promise<void>((resolve) => (noteAsked = resolve))
  const given = new Promise<Given>((resolve) => (give = resolve))
  const respond = (): Promise<Given> => {
    noteAsked()
    return given
  }
  return { asked, respond, give: (answer) => give(answer) }
}

beforeEach(async () => {
  server = await startChatServer()
  server.answer('history', () => noHistory)
  sink = createNotedSink()
  connection = null
})

afterEach(async () => {
  connection?.close()
  await server.close()
})

test('a first start that fails three times is tried a fourth time', async () => {
  let starts = 0
  server.negotiate(() => Promise.resolve((starts += 1) > 3 ? null : { status: 503 }))

  open()
  await sink.until('reconnected')

  const failed = ['waiting: server-error', 'trying']
  expect(sink.lines()).toEqual([...failed, ...failed, ...failed, 'snapshot none', 'reconnected'])
})

test('a server that is not there at all is waited for', async () => {
  const gone = await startChatServer()
  await gone.close()

  open({ url: gone.url })

  await sink.until('waiting: unreachable', 3)

  expect(server.joined).toEqual([])
})

test('a drop while a form is open is followed by the history that has the form', async () => {
  open()
  await sink.until('reconnected')
  server.push('c1', 'WorkflowInterventionRequired', {
    stepId: 's2',
    message: 'Your details',
    dataPoints: [],
    seq: 3,
  })
  await sink.until('form-required 3')
  server.answer('history', () => openForm)

  server.drop()
  await sink.until('reconnected', 2)

  expect(server.joined).toEqual(['c1', 'c1'])
  expect(sink.lines().slice(3)).toEqual([
    'waiting: unreachable',
    'trying',
    'message m1',
    'snapshot s2',
    'reconnected',
  ])
  expect(sink.notes).toContainEqual({
    type: 'fact',
    fact: expect.objectContaining({
      snapshot: expect.objectContaining({
        status: 'awaiting-input',
        form: expect.objectContaining({ dataPoints: [expect.objectContaining({ key: 'email' })] }),
      }),
    }),
  })
})

test('events that come while the history is read are delivered after it, each once', async () => {
  const history = heldAnswer<Answer>()
  server.answer('history', history.respond)
  open()
  await history.asked
  push(4)
  push(5)
  // Unknown events do not wait, so this one tells that the two before it have arrived.
  server.push('c1', 'WorkflowTeleported', { stepId: 's5' })
  await sink.until('ignored workflowteleported')

  history.give(openForm)
  await sink.until('reconnected')
  push(6)
  await sink.until('step-started 6')

  expect(sink.lines()).toEqual([
    'ignored workflowteleported',
    'message m1',
    'snapshot s2',
    'step-started 4',
    'step-started 5',
    'reconnected',
    'step-started 6',
  ])
})

test('events keep waiting while the history fails and is asked for again', async () => {
  let reads = 0
  server.answer('history', () => {
    reads += 1
    if (reads === 1) push(1)
    return reads > 2 ? noHistory : { status: 500 }
  })

  open()
  await sink.until('reconnected')

  const failed = ['waiting: server-error', 'trying']
  expect(sink.lines()).toEqual([...failed, ...failed, 'snapshot none', 'step-started 1', 'reconnected'])
  expect(server.joined).toEqual(['c1'])
})

test('a conversation that is gone is asked for again only when the transport is woken', async () => {
  server.answer('history', () => ({ status: 404 }))
  const opened = open()
  await sink.until('trying')

  server.answer('history', () => noHistory)
  opened.wake()
  await sink.until('reconnected')

  expect(server.heard.map(({ path }) => path)).toEqual(['history', 'history'])
  expect(sink.lines()).toEqual(['trying', 'trying', 'snapshot none', 'reconnected'])
})

test('a wake ends a wait of an hour at once', async () => {
  server.negotiate(() => Promise.resolve({ status: 503 }))
  const opened = open({ policy: () => 3_600_000 })
  await sink.until('waiting: server-error')

  server.negotiate(null)
  opened.wake()
  await sink.until('reconnected')

  expect(server.joined).toEqual(['c1'])
})

test('a wake of a live connection asks the hub for a sign of life and reads the history again', async () => {
  const opened = open()
  await sink.until('reconnected')
  server.answer('history', () => openForm)

  opened.wake()
  await sink.until('reconnected', 2)

  expect(server.joined).toEqual(['c1', 'c1'])
  expect(sink.lines().slice(2)).toEqual(['message m1', 'snapshot s2', 'reconnected'])
})

test('events that come while a woken transport reads are delivered after what it reads', async () => {
  const opened = open()
  await sink.until('reconnected')
  server.answer('history', async () => {
    push(4)
    server.push('c1', 'WorkflowTeleported')
    await sink.until('ignored workflowteleported')
    return openForm
  })

  opened.wake()
  await sink.until('reconnected', 2)

  expect(sink.lines().slice(3)).toEqual(['message m1', 'snapshot s2', 'step-started 4', 'reconnected'])
})

test('what a lost connection left waiting is delivered before the history that its successor reads', async () => {
  server.answer('history', async () => {
    push(1)
    server.push('c1', 'WorkflowTeleported')
    await sink.until('ignored workflowteleported')
    server.answer('history', () => noHistory)
    server.drop()
    return { status: 500 }
  })

  open()
  await sink.until('reconnected')

  expect(sink.lines().slice(-3)).toEqual(['step-started 1', 'snapshot none', 'reconnected'])
})

test('a close while it starts leaves nothing behind', async () => {
  const negotiation = heldAnswer<null>()
  server.negotiate(negotiation.respond)
  const opened = open()
  await negotiation.asked

  opened.close()
  negotiation.give(null)
  server.negotiate(null)
  const other = createNotedSink()
  const second = signalr({ url: server.url }).open('c2' as ConversationId, other)
  await other.until('reconnected')
  second.close()

  expect(sink.notes).toEqual([])
  expect(server.joined).toEqual(['c2'])
})

test('a close before the client library is loaded opens nothing', async () => {
  let starts = 0
  server.negotiate(() => {
    starts += 1
    return Promise.resolve(null)
  })

  open().close()
  const other = createNotedSink()
  const second = signalr({ url: server.url }).open('c2' as ConversationId, other)
  await other.until('reconnected')
  second.close()

  expect(starts).toBe(1)
  expect(sink.notes).toEqual([])
})

test('a hub without JoinConversation is used as it is, and the inspector is told', async () => {
  await server.close()
  server = await startChatServer({ canJoin: false })
  server.answer('history', () => noHistory)

  open()
  await sink.until('reconnected')

  expect(sink.notes).toContainEqual({
    type: 'report',
    report: expect.objectContaining({ type: 'problem', name: 'JoinConversation' }),
  })
})

test('a stateful connection works like any other', async () => {
  open({ stateful: true })
  await sink.until('reconnected')

  push(1)
  await sink.until('step-started 1')

  expect(sink.lines()).toEqual(['snapshot none', 'reconnected', 'step-started 1'])
})
