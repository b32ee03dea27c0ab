import type { ConversationId } from '@threadwork/core'
import { signalr } from '@threadwork/signalr'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startChatServer, type ChatServer } from './chat-server.ts'
import { createNotedSink } from './noted-sink.ts'

let server: ChatServer
let negotiations = 0

beforeEach(async () => {
  negotiations = 0
  server = await startChatServer()
  server.answer('history', () => ({ status: 200, body: { messages: [], activeWorkflow: null } }))
  server.negotiate(() => {
    negotiations += 1
    return Promise.resolve(null)
  })
})
afterEach(() => server.close())

const open = () => {
  const sink = createNotedSink()
  const transport = signalr({ url: server.url, policy: () => 1 })
  const connection = transport.openQuiet?.('c1' as ConversationId, sink)
  if (!connection) throw new Error('SignalR can be opened quietly')
  return { sink, connection }
}

const push = (seq: number): void =>
  server.push('c1', 'WorkflowStepStarted', { workflowId: 'w1', seq, stepId: `s${seq}`, message: 'Working' })

test('reads without a connection to the hub, until it is told to listen', async () => {
  const { sink, connection } = open()

  const read = await connection.read({ eventsSince: null, knownMessageId: null, attempts: [] })
  const before = negotiations
  connection.listen(true)
  connection.listen(true)
  await sink.until('reconnected')

  expect(read.status).toBe('read')
  expect(before).toBe(0)
  expect(negotiations).toBe(1)
  connection.close()
})

test('hears and tells nothing after it was let go, and everything when it listens again', async () => {
  const { sink, connection } = open()
  connection.listen(true)
  await sink.until('reconnected')
  push(1)
  await sink.until('step-started 1')

  connection.listen(false)
  push(2)
  connection.wake()
  const before = sink.lines()
  await expect.poll(() => server.hub.connectionCount).toBe(0)
  connection.listen(true)
  await sink.until('reconnected', 2)
  push(3)
  await sink.until('step-started 3')

  expect(before).toEqual(['snapshot none', 'reconnected', 'step-started 1'])
  expect(sink.lines().slice(before.length)).toEqual(['snapshot none', 'reconnected', 'step-started 3'])
  connection.close()
})
