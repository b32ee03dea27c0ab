import { describe, expect, test } from 'vitest'
import { activeSteps, isOver } from './active-steps.ts'
import { edge, node, workflow } from './fixtures/graph.ts'
import { createHost } from './fixtures/host.ts'
import { judge } from './judge.ts'

const manual = node('start', 'manual')
const call = (id: string, more = {}) =>
  node(id, 'tool', { tool: `tool-${id}`, saveAs: `${id}_made`, ...more })
const say = (id: string, text = `Said ${id}`) => node(id, 'send-message', { text })

describe('a run', () => {
  const line = workflow(
    [manual, call('a'), say('b', 'Got {{a_made.id}}')],
    [edge('start -> a'), edge('a -> b')],
  )

  test('goes from its trigger along direct edges to its end (I22, I56, I58)', () => {
    const host = createHost(line)

    host.start()
    expect(host.run.status).toBe('running')
    host.succeed('a', { id: 7 })

    expect(host.visits).toEqual(['start', 'a', 'b'])
    expect(host.run.status).toBe('completed')
    expect(isOver(host.run)).toBe(true)
    expect(host.run.variables).toEqual({ a_made: { id: 7 } })
    expect(host.events.map(({ type }) => type)).toEqual([
      'workflow-started',
      'step-started',
      'step-completed',
      'step-started',
      'step-completed',
      'step-started',
      'said',
      'step-completed',
      'workflow-completed',
    ])
    expect(host.events).toContainEqual(expect.objectContaining({ type: 'said', text: 'Got 7' }))
  })

  test('numbers its events without gaps', () => {
    const host = createHost(line)

    host.start()
    host.succeed('a')

    expect(host.events.map(({ seq }) => seq)).toEqual(host.events.map((_, index) => index + 1))
    expect(host.run.seq).toBe(host.events.length)
  })

  test('names each attempt of an action in all the world, and sets an alarm for it', () => {
    const host = createHost(line)

    const effects = host.start()

    expect(effects.filter(({ type }) => type === 'perform' || type === 'set-alarm')).toEqual([
      {
        type: 'perform',
        key: 'r1:a:1',
        stepId: 'a',
        attempt: 1,
        action: { type: 'tool', tool: 'tool-a', input: {}, timeoutMs: 30_000 },
      },
      { type: 'set-alarm', stepId: 'a', attempt: 1, at: 31_000 },
    ])
  })

  test('changes nothing when an answer comes twice, late or for another attempt', () => {
    const host = createHost(line)
    host.start()
    host.succeed('a', { id: 7 })
    const { run } = host

    expect(host.give({ type: 'start' })).toEqual([])
    expect(host.succeed('a', { id: 8 })).toEqual([])
    expect(host.fail('a')).toEqual([])
    expect(host.give({ type: 'step-succeeded', stepId: 'nowhere', attempt: 1, output: null })).toEqual([])
    expect(host.give({ type: 'wake', stepId: 'a', attempt: 1 })).toEqual([])
    expect(host.give({ type: 'cancel' })).toEqual([])
    expect(host.run).toEqual(run)
    expect(judge(run, { type: 'step-succeeded', stepId: 'a', attempt: 1, output: null }).type).toBe('done')
    expect(judge(run, { type: 'step-succeeded', stepId: 'a', attempt: 2, output: null }).type).toBe('over')
    expect(judge(run, { type: 'retry', stepId: 'zz' }).type).toBe('unknown-step')
  })

  test('without a trigger fails, and says so', () => {
    const host = createHost(workflow([call('a')], []))

    host.start()

    expect(host.run).toMatchObject({ status: 'failed', error: expect.stringContaining('no trigger') })
  })

  test('gives a node that comes round again a number', () => {
    const host = createHost(workflow([manual, call('a')], [edge('start -> a'), edge('a -> a')]))

    host.start()
    host.succeed('a')
    host.succeed('a#2')

    expect(host.visits).toEqual(['start', 'a', 'a#2', 'a#3'])
    expect(
      host.effects.filter(({ type }) => type === 'perform').map((effect) => 'key' in effect && effect.key),
    ).toEqual(['r1:a:1', 'r1:a#2:1', 'r1:a#3:1'])
  })

  test('cancelled ends everything, and names what was under way (I60)', () => {
    const host = createHost(
      workflow(
        [manual, call('a'), call('b')],
        [edge('start -> a'), edge('start -> b', { type: 'companion' })],
      ),
    )
    host.start()

    host.give({ type: 'cancel' })

    expect(host.run.status).toBe('cancelled')
    expect(host.events.at(-1)).toMatchObject({ type: 'workflow-cancelled', stepIds: ['a', 'b'] })
    expect(host.run.steps.map(({ status }) => status)).toEqual(['completed', 'cancelled', 'cancelled'])
    expect(host.succeed('a')).toEqual([])
  })
})

describe('a companion (I24)', () => {
  const graph = workflow(
    [manual, call('main'), call('beside'), say('last')],
    [edge('start -> main'), edge('start -> beside', { type: 'companion' }), edge('beside -> last')],
  )

  test('runs in a lane of its own, and blocks nothing', () => {
    const host = createHost(graph)
    host.start()

    expect(host.run.steps.map(({ id, laneId }) => [id, laneId])).toEqual([
      ['start', 'main'],
      ['main', 'main'],
      ['beside', 'companion-1'],
    ])
    host.succeed('main')
    expect(host.run.status).toBe('running')
    host.succeed('beside')

    expect(host.visits).toEqual(['start', 'main', 'beside', 'last'])
    expect(host.run.status).toBe('completed')
  })

  test('that fails ends alone, and is shown', () => {
    const host = createHost(graph)
    host.start()

    host.fail('beside', 'No signal')
    expect(host.run.status).toBe('running')
    host.succeed('main')

    expect(host.run.status).toBe('completed')
    expect(host.events).toContainEqual(
      expect.objectContaining({ type: 'step-failed', stepId: 'beside', error: 'No signal', canRetry: false }),
    )
    expect(judge(host.run, { type: 'retry', stepId: 'beside' }).type).toBe('over')
  })

  test('is cancelled when the main lane ends the conversation (I19)', () => {
    const host = createHost(
      workflow(
        [manual, node('bye', 'end-conversation', { reason: 'Done' }), call('beside')],
        [edge('start -> bye'), edge('start -> beside', { type: 'companion' })],
      ),
    )
    host.start()

    host.succeed('bye')

    expect(host.run.status).toBe('completed')
    expect(host.step('beside').status).toBe('cancelled')
    expect(host.succeed('beside')).toEqual([])
  })

  test('that ends the conversation ends itself alone', () => {
    const host = createHost(
      workflow(
        [manual, call('main'), node('bye', 'end-conversation')],
        [edge('start -> main'), edge('start -> bye', { type: 'companion' })],
      ),
    )
    host.start()

    host.succeed('bye')

    expect(host.run.status).toBe('running')
    expect(activeSteps(host.run).map(({ id }) => id)).toEqual(['main'])
  })
})
