import { afterEach, describe, expect, test } from 'vitest'
import type { ChatReply } from './models/fixtures/openai-server.ts'
import {
  type ModelChat,
  type ModelChatOptions,
  calls,
  node,
  startModelChat,
  wires,
  words,
} from './fixtures/model-chat.ts'

const open: ModelChat[] = []
afterEach(async () => {
  for (const chat of open.splice(0)) await chat.close()
})

async function start(replies: readonly ChatReply[], options: ModelChatOptions = {}): Promise<ModelChat> {
  const chat = await startModelChat(replies, options)
  open.push(chat)
  return chat
}

const money = [
  node('manual', { input: [{ key: 'amount', label: 'Amount', type: 'Number' }] }),
  node('tool', { tool: 'number.format', input: { value: '{{amount}}', currency: 'EUR' }, saveAs: 'shown' }),
]
const approvalEdges = [
  { id: 'a', source: 'manual', target: 'approval', type: 'direct' },
  { id: 'b', source: 'approval', target: 'yes', type: 'true' },
  { id: 'c', source: 'approval', target: 'no', type: 'false' },
]
const refund = [
  node('manual'),
  node('approval', { skill: 'Create refund', parameters: { amount: 90.5 } }),
  node('send-message', { text: 'The refund is on its way.' }, 'yes'),
  node('send-message', { text: 'No refund was made.' }, 'no'),
]

describe.each(wires)('a model in a chat over %s', (wire) => {
  test('answers in words, knows what was said before, and ends the turn', async () => {
    const chat = await start([words('Hello **Ada**.'), words('You said hi.')], { wire })

    await chat.send('Hi')
    await chat.untilQuiet()
    await chat.send('What did I say?')
    await chat.untilQuiet()

    expect(await chat.replies()).toEqual(['Hello **Ada**.', 'You said hi.'])
    expect(chat.told(1).slice(1)).toMatchObject([
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello **Ada**.' },
      { role: 'user', content: 'What did I say?' },
    ])
    expect(chat.defects).toEqual([])
  })

  test('calls a workflow as its tool, which runs a tool, and speaks of what came of it', async () => {
    const chat = await start([calls(['show_money', { amount: 90.5 }]), words('It is 90.50.')], { wire })
    await chat.publish('Show money', money)

    await chat.send('How much is it?')
    await chat.untilQuiet()

    const tool = JSON.stringify(chat.server.requests[0]?.body['tools'])
    expect(tool).toContain('"required":["amount"]')
    expect(chat.outputs(1)).toMatchObject([{ status: 'completed', variables: { amount: 90.5, shown: {} } }])
    expect(await chat.replies()).toEqual(['It is 90.50.'])
    expect(chat.server.requests).toHaveLength(2)
  })

  test.each([
    ['approved', null, 'The refund is on its way.'],
    ['rejected', 'Not this customer', 'No refund was made.'],
  ] as const)('waits for an approval, and hears that it was %s', async (resolution, reason, said) => {
    const chat = await start([calls(['refund', {}]), words('That is settled.')], { wire })
    await chat.publish('Refund', refund, { edges: approvalEdges })

    await chat.send('I want my money back')
    await chat.until('an approval', () => chat.store.list('approvals', chat.conversationId).length > 0)
    const [asked] = chat.store.list('approvals', chat.conversationId)
    const answered =
      wire === 'headless'
        ? await chat.post(`/api/chat/conversations/${chat.conversationId}/skill_approval/${asked?.id}`, {
            resolution,
            ...(reason === null ? {} : { rejection_reason: reason }),
          })
        : await chat.post('/api/chat/resume-workflow', {
            conversationId: chat.conversationId,
            workflowId: asked?.runId,
            stepId: asked?.stepId,
            values: { decision: resolution, ...(reason === null ? {} : { reason }) },
            idempotencyKey: 'k',
          })
    await chat.untilQuiet()

    expect(answered.ok).toBe(true)
    expect(chat.outputs(1)).toMatchObject([
      {
        status: 'completed',
        saidToThePerson: [said],
        outputs: { approval: { approved: resolution === 'approved', reason } },
      },
    ])
    expect(await chat.replies()).toEqual([said, 'That is settled.'])
  })

  test.each(['authorized', 'skipped'] as const)(
    'waits for a connection, and hears that it was %s',
    async (outcome) => {
      const chat = await start([calls(['open_a_case', {}]), words('I see.')], { wire })
      await chat.publish(
        'Open a case',
        [node('manual'), node('connection', { connector: 'Salesforce' }), node('end')],
        {
          edges: [
            { id: 'a', source: 'manual', target: 'connection', type: 'direct' },
            { id: 'b', source: 'connection', target: 'end', type: 'true' },
            { id: 'c', source: 'connection', target: 'end', type: 'false' },
          ],
        },
      )

      await chat.send('Open a case')
      await chat.until('a link', () => chat.store.list('attempts', chat.conversationId).length > 0)
      const [attempt] = chat.store.list('attempts', chat.conversationId)
      if (outcome === 'authorized') {
        const form = new URLSearchParams({ token: attempt?.token ?? '', decision: 'allow' })
        await chat.driver.backend.fetch(
          new Request(`http://backend.test/dev/connect/${attempt?.id}`, { method: 'POST', body: form }),
        )
      } else {
        await chat.post(`/api/chat/runtime_connection/${attempt?.id}/reject`, {})
      }
      await chat.untilQuiet()

      expect(chat.outputs(1)).toMatchObject([{ status: 'completed', outputs: { connection: { outcome } } }])
      expect(await chat.replies()).toEqual(['I see.'])
    },
  )

  test('waits for a form, and hears its answers without what is secret (I33)', async () => {
    const chat = await start([calls(['sign_up', {}]), words('Welcome.'), words('Ada.')], { wire })
    await chat.publish('Sign up', [
      node('manual'),
      node('form', {
        message: 'Who are you?',
        dataPoints: [
          { key: 'name', label: 'Name', type: 'Text' },
          { key: 'pass', label: 'Password', type: 'Password' },
        ],
      }),
      node('say-static', { texts: ['Thank you, {{name}}. Your password is {{pass}}.'], pick: 'fixed' }),
    ])

    await chat.send('Sign me up')
    await chat.until('a form', () =>
      chat.store.list('runs', null).some(({ run }) => run.steps.some(({ status }) => status === 'asking')),
    )
    const [run] = chat.store.list('runs', null)
    await chat.post('/api/chat/resume-workflow', {
      conversationId: chat.conversationId,
      workflowId: run?.id,
      stepId: 'form',
      values: { name: 'Ada', pass: 'hunter2-forever' },
      idempotencyKey: 'k',
    })
    await chat.untilQuiet()
    await chat.send('What is my name?')
    await chat.untilQuiet()

    expect(chat.outputs(1)).toMatchObject([
      {
        saidToThePerson: [expect.stringContaining('Thank you, Ada.')],
        outputs: { form: { name: 'Ada' } },
        variables: { name: 'Ada' },
      },
    ])
    expect(chat.told(2).map(({ role }) => role)).toEqual([
      'system',
      'user',
      'assistant',
      'tool',
      'assistant',
      'user',
    ])
    const shown = await chat.driver.read(`/api/runs/${run?.id}`)
    const copied = await chat.driver.read(`/api/runs/${run?.id}/input`)
    const events = chat.store.list('events', chat.conversationId)
    const left = JSON.stringify([chat.server.requests, shown, copied, events, await chat.replies()])
    expect(JSON.stringify(chat.store.list('runs', null))).toContain('hunter2-forever')
    expect(left).not.toContain('hunter2-forever')
  })

  test('calls two at once, one of them unknown and one with wrong arguments, and hears of each', async () => {
    const chat = await start(
      [
        calls(['show_money', { amount: 1 }], ['show_money', { amount: 2 }], ['show_money', { amount: 'x' }]),
        calls(['no_such_tool', {}], ['show_money', { amount: 3, steps: {} }]),
        words('Both.'),
      ],
      { wire },
    )
    await chat.publish('Show money', money)

    await chat.send('Two at once')
    await chat.untilQuiet()

    expect(chat.outputs(2)).toMatchObject([
      { status: 'completed', variables: { amount: 1 } },
      { status: 'completed', variables: { amount: 2 } },
      { status: 'failed', error: 'Call it again with other arguments. amount: Enter a number.' },
      { status: 'failed', error: 'There is no tool of this name.' },
      { status: 'failed', error: '“steps” is reserved and cannot be given. Leave it out.' },
    ])
    expect(await chat.replies()).toEqual(['Both.'])
    expect(chat.store.list('runs', null)).toHaveLength(2)
  })

  test('confirms what a workflow did that an intent started', async () => {
    const chat = await start([words('Your subscription is cancelled.')], { wire })
    await chat.publish('Cancel a subscription', [
      node('intent', { phrases: ['cancel my subscription'], threshold: 0.6 }),
      node('add-label', { labels: ['churn'] }),
      node('send-message', { text: 'Cancelling …' }),
    ])

    await chat.send('cancel my subscription')
    await chat.untilQuiet()

    expect(chat.outputs(0)).toMatchObject([{ status: 'completed', saidToThePerson: ['Cancelling …'] }])
    expect(await chat.replies()).toEqual(['Cancelling …', 'Your subscription is cancelled.'])
    expect(chat.store.list('runs', null)).toHaveLength(1)
  })

  test('speaks at once of a run that sleeps for an hour, which is told in a turn of its own when it wakes', async () => {
    const chat = await start([calls(['remind_me', {}]), words('I will remind you.')], { wire })
    await chat.publish('Remind me', [
      node('manual'),
      node('delay', { amount: 1, unit: 'hours' }),
      node('send-message', { text: 'It is time.' }),
    ])

    await chat.send('Remind me in an hour')
    await chat.untilQuiet()
    const before = await chat.replies()
    await chat.driver.clock.advance(3_600_000)
    await chat.untilQuiet()

    expect(chat.outputs(1)).toMatchObject([{ status: 'waiting', goesOnAt: expect.any(String) }])
    expect(before).toEqual(['I will remind you.'])
    expect(await chat.replies()).toEqual(['I will remind you.', 'It is time.'])
    expect(chat.store.list('turns', chat.conversationId)).toHaveLength(2)
    expect(chat.server.requests).toHaveLength(2)
  })
})
