import { describe, expect, test } from 'vitest'
import { ada, chainOf, createAutomationWorld, graphNode } from '../fixtures/automation-world.ts'

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
const listener = (type: string, config = {}) =>
  chainOf(type, graphNode(type, 'trigger', config), graphNode('end'))

describe('triggers that listen to what is said', () => {
  const when = (time: 'during' | 'after') => ({ when: time })
  const vip = { condition: { path: 'contact.plan', operator: 'equals', value: 'enterprise' } }
  const cancel = { phrases: ['I want to cancel my subscription'], threshold: 0.7 }

  test('start during a conversation by what is remembered of the contact (G11, G12)', async () => {
    const world = createAutomationWorld([listener('memory', { ...vip, ...when('during') })])
    const nothing = await world.dispatcher.onMessage(ada, 'Hello')

    world.contacts.remember('team', 'ada', { plan: 'enterprise' })
    const started = await world.dispatcher.onMessage(ada, 'Hello')

    expect(nothing).toEqual([])
    expect(started).toHaveLength(1)
    expect(started[0]?.run.trigger).toMatchObject({ type: 'message-received', message: { text: 'Hello' } })
  })

  test('start after a conversation by what is remembered, once it is resolved or ended (G11, G13)', () => {
    const world = createAutomationWorld([listener('memory', { ...vip, ...when('after') })])
    world.contacts.remember('team', 'ada', { plan: 'enterprise' })
    world.facts.noteMessage(ada, 'Hello')
    expect(world.runs()).toEqual([])

    world.facts.change(ada, { type: 'end' })

    expect(world.runs()).toHaveLength(1)
  })

  test('start by a phrase from its threshold on (G08, G09)', async () => {
    const world = createAutomationWorld([listener('intent', { ...cancel, ...when('during') })])

    const far = await world.dispatcher.onMessage(ada, 'What is the weather like?')
    const below = await world.dispatcher.onMessage(ada, 'Tell me about my subscription')
    const near = await world.dispatcher.onMessage(ada, 'i want to cancel my subscription!')

    expect([far.length, below.length, near.length]).toEqual([0, 0, 1])
  })

  test('ask a model only when nothing else speaks against it (G07, G10)', async () => {
    const asked: string[] = []
    const hybrid = { ...cancel, description: 'They want to leave us.', ...when('during') }
    const workflows = [
      listener('hybrid', hybrid),
      listener('ai-decision', { description: 'They are angry.', ...when('during') }),
    ]
    const world = createAutomationWorld(workflows, {
      judge: (sentence) => {
        asked.push(sentence)
        return Promise.resolve(sentence.includes('leave'))
      },
    })

    const far = await world.dispatcher.onMessage(ada, 'Hello')
    const near = await world.dispatcher.onMessage(ada, 'I want to cancel my subscription')

    expect(asked).toEqual(['They are angry.', 'They want to leave us.', 'They are angry.'])
    expect([far.length, near.map((run) => run.parent)]).toEqual([0, ['hybrid']])
  })

  test('are judged by the whole conversation when they listen after it', async () => {
    const world = createAutomationWorld([listener('intent', { ...cancel, ...when('after') })])
    const message = { parent: 'c1', at: 0, runId: null, clientMessageId: null, fileId: null } as const
    world.store.put('messages', {
      ...message,
      id: 'm1',
      source: 'user',
      content: 'I want to cancel my subscription',
    })
    world.store.put('messages', { ...message, id: 'm2', source: 'user', content: 'Thanks, bye' })

    world.facts.change(ada, { type: 'set-status', status: 'resolved' })
    await settle()

    expect(world.runs()).toHaveLength(1)
  })
})

describe('what a run does to its conversation', () => {
  test('is read by its next step, as the conversation is then (C48–C58)', () => {
    const follow = chainOf(
      'follow',
      graphNode('conversation-created', 't'),
      graphNode('add-label', 'label', { labels: ['{{message.text}}', 'seen'] }),
      graphNode('assign-user', 'assign', { assignee: 'lead of {{conversation.labels.0}}' }),
      graphNode('end'),
    )
    const world = createAutomationWorld([follow])

    world.facts.noteMessage(ada, 'urgent')

    expect(world.facts.get('team', 'c1')).toMatchObject({
      labels: ['urgent', 'seen'],
      assignee: { to: 'human', name: 'lead of urgent' },
    })
  })

  test('is never done to a conversation of another team', () => {
    const world = createAutomationWorld([])
    const conversation = { at: 0, topic: null, updatedAt: 0, lastEvent: null, turnId: null }
    world.store.put('conversations', { ...conversation, id: 'bare', parent: 'eve' })
    world.facts.open({ conversationId: 'known', teamId: 'other', userId: 'eve' })
    const label = chainOf('label', graphNode('manual', 't'), graphNode('add-label', 'add', { labels: ['x'] }))
    const start = (conversationId: string) =>
      world.runner.start({
        teamId: 'team',
        workflow: label,
        mode: 'manual',
        trigger: {},
        variables: {},
        globals: {},
        secretNames: [],
        conversationId,
        idempotencyKey: null,
      }).run

    const errors = ['bare', 'known', 'gone'].map((id) => start(id).error)

    for (const error of errors) expect(error).toContain('not there any more')
    expect(world.facts.get('other', 'known')?.labels).toEqual([])
    expect(world.store.get('facts', 'bare')).toBeNull()
  })

  test('stays in a test without a conversation, on its sample, and starts nothing (C72–C76, G25)', () => {
    const world = createAutomationWorld([listener('label-added')])
    const sample = {
      id: 'sample',
      status: 'open',
      labels: ['old'],
      channel: 'whatsapp',
      starred: false,
      escalated: false,
      assignee: null,
    }
    const tried = chainOf(
      'tried',
      graphNode('manual', 't'),
      graphNode('add-label', 'label', { labels: ['new'] }),
      graphNode('assign-user', 'assign', {
        assignee: '{{conversation.labels.1}} on {{conversation.channel}}',
      }),
    )

    const start = (mode: 'test' | 'manual') =>
      world.runner.start({
        teamId: 'team',
        workflow: tried,
        mode,
        trigger: { conversation: sample },
        variables: {},
        globals: {},
        secretNames: [],
        conversationId: null,
        idempotencyKey: null,
      }).run

    expect(start('test').steps.at(-1)?.output).toEqual({
      ...sample,
      labels: ['old', 'new'],
      assignee: 'new on whatsapp',
    })
    expect(start('manual').error).toContain('belongs to no conversation')
    expect(world.runs().map((record) => record.parent)).toEqual(['tried', 'tried'])
    expect(world.store.list('facts', null)).toEqual([])
  })
})
