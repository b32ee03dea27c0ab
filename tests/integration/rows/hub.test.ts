import { createSession, type Clock, type Session } from '@threadwork/core'
import { signalr } from '@threadwork/signalr'
import { memoryStorage } from '@threadwork/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startChatServer, type ChatServer } from '../signalr/chat-server.ts'

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const handle = setTimeout(callback, ms)
    return { cancel: () => clearTimeout(handle) }
  },
  random: () => Math.random(),
}

let server: ChatServer
let session: Session

const push = (event: string, body: object): void => server.push('c1', event, { workflowId: 'w1', ...body })

/** What the inspector lists, as `type name: detail`. */
const inspected = (): readonly string[] =>
  session.getReports().map(({ type, name, detail }) => `${type} ${name}: ${detail}`)

const itemsOf = () => session.getState().items

beforeEach(async () => {
  server = await startChatServer()
  server.answer('history', () => ({ status: 200, body: { messages: [], activeWorkflow: null } }))
  session = createSession({
    transport: signalr({ url: server.url }),
    conversationId: 'c1',
    clock,
    storage: memoryStorage(),
  })
  session.open()
  await expect.poll(() => [server.joined.length, session.getState().link]).toEqual([1, 'live'])
})

afterEach(async () => {
  session.close()
  await server.close()
})

test('an unknown hub event changes nothing on the page and stands in the inspector', async () => {
  push('WorkflowStarted', { name: 'Onboard', seq: 1 })
  await expect.poll(() => itemsOf().length).toBe(1)
  const before = session.getState()

  push('WorkflowPonderedItself', { mood: 'deep' })
  await expect.poll(inspected).toContainEqual(expect.stringMatching(/^ignored WorkflowPonderedItself:/i))

  expect(session.getState()).toBe(before)
})

test('a step that begins out of order is flagged in the inspector, and the steps before it are taken for done', async () => {
  push('WorkflowStarted', { name: 'Onboard', seq: 1 })
  push('WorkflowStepStarted', { stepId: 's1', message: 'Check', seq: 2 })
  push('WorkflowStepStarted', { stepId: 's2', message: 'File', seq: 3 })

  await expect
    .poll(inspected)
    .toContain('problem WorkflowStepStarted: out of order: step s2 began before step s1 was over')
  await expect.poll(itemsOf).toMatchObject([
    {
      steps: [
        { stepId: 's1', status: 'completed' },
        { stepId: 's2', status: 'running' },
      ],
    },
  ])
})
