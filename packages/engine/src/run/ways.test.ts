import { describe, expect, test } from 'vitest'
import type { Condition } from '../condition.ts'
import { edge, node, workflow } from './fixtures/graph.ts'
import { type Host, createHost } from './fixtures/host.ts'
import { judge } from './judge.ts'

const manual = node('start', 'manual')
const say = (id: string) => node(id, 'send-message', { text: id })
const is = (path: string, value: string): Condition => ({ path, operator: 'equals', value })
const choices = (host: Host) =>
  host.effects.flatMap((effect) => (effect.type === 'choose-edge' ? [effect.candidates] : []))

describe('conditional edges (I23, I26)', () => {
  const graph = workflow(
    [manual, say('vip'), say('late'), say('else')],
    [
      edge('start -> else'),
      edge('start -> late', { type: 'conditional', condition: is('plan', 'gold'), priority: 2 }),
      edge('start -> vip', { type: 'conditional', condition: is('status', 'VIP'), priority: 1 }),
    ],
  )

  test.each([
    [{ status: 'vip', plan: 'gold' }, 'vip'],
    [{ status: 'x', plan: 'gold' }, 'late'],
    [{ status: 'x', plan: 'x' }, 'else'],
  ])('are asked in the order of priority, before the direct one: %j', (variables, expected) => {
    const host = createHost(graph, { variables })

    host.start()

    expect(host.visits).toEqual(['start', expected])
    expect(choices(host)).toEqual([])
  })

  test('keep the order of the list where their priority is the same', () => {
    const yes = { all: [] }
    const host = createHost(
      workflow(
        [manual, say('a'), say('b')],
        [
          edge('start -> a', { type: 'conditional', condition: yes }),
          edge('start -> b', { type: 'conditional', condition: yes, priority: 0 }),
        ],
      ),
    )

    host.start()

    expect(host.visits).toEqual(['start', 'a'])
  })
})

describe('sentences', () => {
  const graph = workflow(
    [manual, say('one'), say('two'), say('sure'), say('never'), say('else')],
    [
      edge('start -> never', { id: 'n', type: 'conditional', condition: 'Never asked', priority: 9 }),
      edge('start -> sure', { id: 's', type: 'conditional', condition: is('plan', 'gold'), priority: 3 }),
      edge('start -> two', { id: 't', type: 'conditional', condition: 'They agreed', priority: 2 }),
      edge('start -> one', { id: 'o', type: 'conditional', condition: 'They paid', priority: 1 }),
      edge('start -> else', { id: 'd' }),
    ],
  )
  const gold = { variables: { plan: 'gold' } }
  const choose = (host: Host, edgeId: string | null) =>
    host.give({ type: 'edge-chosen', stepId: 'start', attempt: host.step('start').attempt, edgeId })

  test('are judged by a model, down to the first condition that is computed and holds', () => {
    const host = createHost(graph, gold)

    host.start()

    expect(host.effects).toContainEqual({
      type: 'choose-edge',
      key: 'r1:start:1:edge',
      stepId: 'start',
      attempt: 1,
      candidates: [
        { edgeId: 'o', condition: 'They paid' },
        { edgeId: 't', condition: 'They agreed' },
      ],
    })
    expect(host.run.status).toBe('running')
    expect(host.step('start').status).toBe('choosing')
  })

  test.each([
    ['t', 'two'],
    [null, 'sure'],
  ])('lead along what was chosen, else on: %s', (edgeId, expected) => {
    const host = createHost(graph, gold)
    host.start()

    choose(host, edgeId)

    expect(host.visits).toEqual(['start', expected])
    expect(choose(host, 'o')).toEqual([])
    expect(judge(host.run, { type: 'edge-chosen', stepId: 'start', attempt: 1, edgeId: 'o' }).type).toBe(
      'done',
    )
  })

  test('lead to the direct edge where nothing holds', () => {
    const host = createHost(graph)
    host.start()

    expect(choices(host)[0]?.map(({ edgeId }) => edgeId)).toEqual(['o', 't', 'n'])
    choose(host, null)

    expect(host.visits).toEqual(['start', 'else'])
  })

  test.each(['s', 'd', 'nowhere'])('lead nowhere by an edge that was not asked for: %s', (edgeId) => {
    const host = createHost(graph)
    host.start()

    choose(host, edgeId)

    expect(host.run).toMatchObject({ status: 'failed', error: expect.stringContaining(`“${edgeId}”`) })
  })

  test('that nobody could judge are asked again by a retry, and the node does not do its work twice', () => {
    const sms = node('sms', 'send-sms', { to: '+1', message: 'Hi' })
    const host = createHost(
      workflow(
        [manual, sms, say('a')],
        [edge('start -> sms'), edge('sms -> a', { type: 'conditional', condition: 'ok' })],
      ),
    )
    host.start()
    host.succeed('sms', { messageId: 'm' })

    host.fail('sms', 'The model is away.')
    expect(host.run.status).toBe('failed')
    const effects = host.give({ type: 'retry', stepId: 'sms' })

    expect(effects.map(({ type }) => type)).toEqual(['emit', 'choose-edge', 'set-alarm'])
    expect(host.step('sms')).toMatchObject({ status: 'choosing', attempt: 2, output: { messageId: 'm' } })
    expect(host.effects.filter(({ type }) => type === 'perform')).toHaveLength(1)
  })

  test('that take too long fail the step', () => {
    const host = createHost(graph)
    host.start()
    host.now += 120_000

    host.wake('start')

    expect(host.run.error).toContain('No model judged in time')
  })
})

describe('a way out', () => {
  test.each([
    [true, 'yes'],
    [false, 'no'],
  ])('of a node that decides is the one that it decided: %s (C50)', (isStarred, expected) => {
    const decision = node('d', 'decision', { conditions: [{ field: 'starred', value: true }] })
    const host = createHost(
      workflow(
        [manual, decision, say('yes'), say('no')],
        [edge('start -> d'), edge('d -> yes', { type: 'true' }), edge('d -> no', { type: 'false' })],
      ),
    )
    host.world = { conversation: { starred: isStarred } }

    host.start()

    expect(host.visits).toEqual(['start', 'd', expected])
  })

  test('that is missing ends the lane', () => {
    const decision = node('d', 'decision', { conditions: [{ field: 'starred', value: true }] })
    const host = createHost(
      workflow([manual, decision, say('no')], [edge('start -> d'), edge('d -> no', { type: 'direct' })]),
    )

    host.start()

    expect(host.run).toMatchObject({ status: 'completed' })
    expect(host.visits).toEqual(['start', 'd'])
  })

  test('of an end is none, whatever edges there are (C64)', () => {
    const host = createHost(
      workflow(
        [manual, node('end', 'end'), say('a'), say('b')],
        [edge('start -> end'), edge('end -> a'), edge('end -> b', { type: 'companion' })],
      ),
    )

    host.start()

    expect(host.visits).toEqual(['start', 'end'])
    expect(host.run.status).toBe('completed')
  })

  test.each([
    ['authorized', 'yes'],
    ['denied', 'other'],
    ['skipped', 'skip'],
  ] as const)('of a connection may depend on how it was answered: %s', (outcome, expected) => {
    const skipped = is('steps.c.output.outcome', 'skipped')
    const host = createHost(
      workflow(
        [manual, node('c', 'connection', { connector: 'Gmail' }), say('yes'), say('skip'), say('other')],
        [
          edge('start -> c'),
          edge('c -> yes', { type: 'true' }),
          edge('c -> skip', { type: 'conditional', condition: skipped }),
          edge('c -> other', { type: 'conditional', condition: { not: skipped }, priority: 1 }),
        ],
      ),
    )
    host.start()

    host.give({ type: 'connection-settled', stepId: 'c', outcome })

    expect(host.visits).toEqual(['start', 'c', expected])
  })
})
