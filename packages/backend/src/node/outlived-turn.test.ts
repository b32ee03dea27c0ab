import { afterEach, expect, test } from 'vitest'
import { type ModelChat, calls, node, startModelChat, words } from './fixtures/model-chat.ts'

let chat: ModelChat | null = null
afterEach(async () => {
  await chat?.close()
  chat = null
})

test('a run that outlives its turn is one conversation after a reload, whichever wire reads it: what was said, its card, its end', async () => {
  const opened = await startModelChat([calls(['remind_me', {}]), words('I will remind you.')])
  chat = opened
  await opened.publish('Remind me', [
    node('manual'),
    node('delay', { amount: 1, unit: 'hours' }),
    node('form', { message: 'Done?', dataPoints: [{ key: 'note', label: 'Note', type: 'Text' }] }),
    node('send-message', { text: 'Noted.' }),
  ])
  const stream = await opened.driver.send(opened.conversationId, 'Remind me in an hour')
  await opened.untilQuiet()
  const live = stream.lines.length

  await opened.driver.clock.advance(3_600_000)
  const asked = await history(opened)
  await opened.post('/api/chat/resume-workflow', {
    conversationId: opened.conversationId,
    workflowId: null,
    stepId: 'form',
    values: { note: 'Yes' },
    idempotencyKey: 'k',
  })
  await opened.untilQuiet()

  expect(stream.isOver).toBe(true)
  expect(stream.lines).toHaveLength(live)
  expect(asked.activeWorkflow).toMatchObject({
    status: 'awaiting_input',
    pendingIntervention: { stepId: 'form', message: 'Done?' },
  })
  const told = ['Remind me in an hour', 'I will remind you.', 'Noted.']
  const read = await history(opened)
  expect(read.messages.map(({ content }) => content)).toEqual(told)
  expect(read.activeWorkflow).toMatchObject({ status: 'completed' })
  const page = await opened.driver.read(`/api/chat/conversations/${opened.conversationId}/messages`)
  const messages = page['messages'] as readonly { readonly content: string }[]
  expect(messages.map(({ content }) => content).toReversed()).toEqual(told)
  const { events } = await opened.driver.read(
    `/api/chat/conversations/events?conversation_id=${opened.conversationId}`,
  )
  const runs = new Set(
    (events as readonly { readonly genie_run_id: string }[]).map((each) => each.genie_run_id),
  )
  expect(runs.size).toBe(2)
  expect(JSON.stringify(events)).toContain('workflow.completed')
})

interface History {
  readonly messages: readonly { readonly content: string }[]
  readonly activeWorkflow: object | null
}

const history = async (chat: ModelChat): Promise<History> =>
  // What the hub's clients read after a reload.
  (await chat.driver.read(`/api/chat/history?conversationId=${chat.conversationId}`)) as unknown as History
