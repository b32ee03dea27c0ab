import { type ConversationEventType, conversationEventTypes } from '@threadwork/engine'
import { describe, expect, test } from 'vitest'
import { ada, chainOf, createAutomationWorld, graphNode } from '../fixtures/automation-world.ts'
import type { FactsChange } from './change-facts.ts'

const halfHour = 1_800_000
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
