import { type ConversationEventType, conversationEventTypes } from '@threadwork/engine'
import { describe, expect, test } from 'vitest'
import { ada, chainOf, createAutomationWorld, graphNode } from '../fixtures/automation-world.ts'
import type { FactsChange } from './change-facts.ts'

const halfHour = 1_800_000
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
const listener = (type: string, config = {}) =>
  chainOf(type, graphNode(type, 'trigger', config), graphNode('end'))

const cause: Readonly<Record<ConversationEventType, FactsChange | null>> = {
  'conversation-created': null,
  'session-started': null,
  'ai-assigned': { type: 'assign', to: 'ai', assignee: 'Iris' },
  'human-assigned': { type: 'assign', to: 'human', assignee: 'bob' },
  'conversation-opened': { type: 'set-status', status: 'open' },
  'conversation-resolved': { type: 'set-status', status: 'resolved' },
  'conversation-starred': { type: 'set-starred', isStarred: true },
  'label-added': { type: 'add-labels', labels: ['vip'] },
  'label-removed': { type: 'remove-labels', labels: ['vip'] },
}

describe('the nine events', () => {
  test.each(conversationEventTypes)(
    '%s starts the workflow that listens to it, and no other (C26–C34)',
    (type) => {
      const workflows = conversationEventTypes.map((each) => listener(each))
      const world = createAutomationWorld(workflows)
      if (type === 'session-started') {
        world.facts.noteMessage(ada, 'Hello')
        world.clock.now = (
          (now) => () =>
            now + halfHour
        )(world.clock.now())
      }
      if (type === 'conversation-opened') world.facts.change(ada, { type: 'end' })
      if (type === 'label-removed') world.facts.change(ada, { type: 'add-labels', labels: ['vip'] })
      const before = world.runs().length

      const change = cause[type]
      if (change) world.facts.change(ada, change)
      else world.facts.noteMessage(ada, 'Hello')

      const started = world.runs().slice(before)
      const expected = type === 'conversation-created' ? [type, 'session-started'] : [type]
      expect(started.map((record) => record.parent)).toEqual(expected)
      expect(started[0]).toMatchObject({
        conversationId: 'c1',
        run: { mode: 'production', status: 'completed' },
      })
      expect(started[0]?.run.trigger).toMatchObject({ type, chain: 1, conversation: { id: 'c1' } })
      expect(world.defects).toEqual([])
    },
  )

  test('hand over the message, and the conversation as it is after them', () => {
    const world = createAutomationWorld([listener('conversation-created')])

    world.facts.noteMessage(ada, 'This is urgent')

    expect(world.runs()[0]?.run.trigger).toEqual({
      type: 'conversation-created',
      chain: 1,
      message: { text: 'This is urgent' },
      conversation: {
        id: 'c1',
        status: 'open',
        labels: [],
        channel: 'webchat',
        starred: false,
        escalated: false,
        assignee: null,
      },
    })
  })

  test('are kept with the runs that they start, or not at all', () => {
    const world = createAutomationWorld([listener('label-added')])
    world.facts.open(ada)
    const failing = (): void =>
      world.unit.run(() => {
        world.facts.change(ada, { type: 'add-labels', labels: ['vip'] })
        throw new Error('half way')
      })

    expect(failing).toThrow('half way')

    expect(world.facts.get('team', 'c1')?.labels).toEqual([])
    expect(world.runs()).toEqual([])
  })

  test('of one team start nothing of another', () => {
    const world = createAutomationWorld([listener('label-added')])

    world.facts.change(
      { ...ada, conversationId: 'c2', teamId: 'other' },
      { type: 'add-labels', labels: ['vip'] },
    )

    expect(world.runner.list({ teamId: 'other' })).toEqual([])
    expect(world.facts.get('team', 'c2')).toBeNull()
  })
})

describe('a session', () => {
  test('goes on with every message, and begins anew after a long silence with an empty memory', async () => {
    const world = createAutomationWorld([])
    const first = world.facts.noteMessage(ada, 'One')
    world.facts.rememberInSession(ada, { topic: 'refund' })
    await world.clock.advance(halfHour - 1)

    const same = world.facts.noteMessage(ada, 'Two')
    await world.clock.advance(halfHour)
    const next = world.facts.noteMessage(ada, 'Three')

    expect(same.session).toEqual({ id: first.session.id, memory: { topic: 'refund' } })
    expect(next.session.id).not.toBe(first.session.id)
    expect(next.session.memory).toEqual({})
  })

  test('takes a resolved conversation up again with a message', () => {
    const world = createAutomationWorld([listener('conversation-opened')])
    world.facts.noteMessage(ada, 'One')
    world.facts.change(ada, { type: 'end' })

    const facts = world.facts.noteMessage(ada, 'Still here')

    expect([facts.status, facts.endedAt]).toEqual(['open', null])
    expect(world.runs().map((record) => record.parent)).toEqual(['conversation-opened'])
  })
})

describe('workflows that start each other', () => {
  const circle = [
    chainOf(
      'adds',
      graphNode('conversation-resolved', 't'),
      graphNode('add-label', 'add', { labels: ['x'] }),
    ),
    chainOf('removes', graphNode('label-added', 't'), graphNode('remove-label', 'remove', { labels: ['x'] })),
    chainOf('opens', graphNode('label-removed', 't'), graphNode('open-conversation', 'open')),
    chainOf('resolves', graphNode('conversation-opened', 't'), graphNode('resolve-conversation', 'resolve')),
  ]

  test('end after eight with a failure that says why, and what was refused is not done (C46)', () => {
    const world = createAutomationWorld(circle)

    world.facts.change(ada, { type: 'end' })

    const runs = world.runs()
    expect(runs.map((record) => record.run.status)).toEqual([...Array(7).fill('completed'), 'failed'])
    expect(runs.map((record) => record.run.trigger['chain'])).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(runs.at(-1)?.run.error).toBe(
      'This would start “adds” at the end of 8 runs that started each other, which is as long as such a chain may be. The workflows most likely go round in a circle: take one of their actions or triggers out.',
    )
    expect(world.facts.get('team', 'c1')?.status).toBe('open')
    expect(world.defects).toEqual([])
  })

  test('do not count what a person does between', () => {
    const world = createAutomationWorld(circle.slice(0, 3))
    for (let round = 0; round < 12; round += 1)
      world.facts.change(ada, { type: 'set-status', status: 'resolved' })

    expect(world.runs().every((record) => record.run.status === 'completed')).toBe(true)
    expect(world.runs()).toHaveLength(36)
  })
})

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
