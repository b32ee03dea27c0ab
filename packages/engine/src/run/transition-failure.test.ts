import { describe, expect, test } from 'vitest'
import { activeSteps } from './active-steps.ts'
import { edge, node, workflow } from './fixtures/graph.ts'
import { createHost } from './fixtures/host.ts'
import { judge } from './judge.ts'

const manual = node('start', 'manual')
const call = (id: string, more = {}) =>
  node(id, 'tool', { tool: `tool-${id}`, saveAs: `${id}_made`, ...more })
const say = (id: string, text = `Said ${id}`) => node(id, 'send-message', { text })

describe('a step that fails', () => {
  const graph = (onFailure: string, withFalse = false) =>
    workflow(
      [manual, call('a', { onFailure }), say('b', 'After {{steps.a.error}}'), say('c')],
      [edge('start -> a'), edge('a -> b'), ...(withFalse ? [edge('a -> c', { type: 'false' })] : [])],
      { fallbackMessage: 'Sorry, {{date}} is not our day.' },
    )

  test('stops the run, says what was set up for it, and goes on when it is retried (I59, G26)', () => {
    const host = createHost(graph('stop'))
    host.start()

    host.fail('a', 'Broken')
    expect(host.run).toMatchObject({ status: 'failed', error: 'Broken', endedAt: 1000 })
    expect(host.events.slice(-3).map((event) => [event.type, 'text' in event && event.text])).toEqual([
      ['step-failed', false],
      ['said', 'Sorry, 1970-01-01 is not our day.'],
      ['workflow-failed', false],
    ])
    expect(activeSteps(host.run).map(({ id }) => id)).toEqual(['a'])
    const effects = host.give({ type: 'retry', stepId: 'a' })

    expect(effects).toContainEqual(expect.objectContaining({ type: 'perform', key: 'r1:a:2' }))
    expect(host.run).toMatchObject({ status: 'running', error: null, endedAt: null })
    expect(judge(host.run, { type: 'retry', stepId: 'a' }).type).toBe('done')
    expect(judge(host.run, { type: 'step-succeeded', stepId: 'a', attempt: 1, output: null }).type).toBe(
      'over',
    )
    host.succeed('a')
    expect(host.run.status).toBe('completed')
  })

  test.each([
    [true, 'c'],
    [false, 'b'],
  ])('goes on where the node says so, by false (%s), else by direct', (withFalse, next) => {
    const host = createHost(graph('continue', withFalse))
    host.start()

    host.fail('a', 'Broken')

    expect(host.visits).toEqual(['start', 'a', next])
    expect(host.run).toMatchObject({ status: 'completed', error: null })
    expect(host.step('a')).toMatchObject({ status: 'failed', error: 'Broken' })
    if (next === 'b') expect(host.events).toContainEqual(expect.objectContaining({ text: 'After Broken' }))
  })

  test('lets what companions do be answered meanwhile, and go on after the retry', () => {
    const host = createHost(
      workflow(
        [manual, call('a'), call('b'), call('c')],
        [edge('start -> a'), edge('start -> b', { type: 'companion' }), edge('b -> c')],
      ),
    )
    host.start()
    host.fail('a')

    host.succeed('b', { id: 1 })
    expect(host.visits).toEqual(['start', 'a', 'b'])
    expect(host.run.variables).toEqual({ b_made: { id: 1 } })
    host.give({ type: 'retry', stepId: 'a' })

    expect(host.visits).toEqual(['start', 'a', 'b', 'c'])
  })

  test.each([
    [node('a', 'teleport'), '“Node a” is of the type “teleport”, which nothing here can run; replace it.'],
    [node('a', 'http-request', { url: 'ftp://x' }), '“Node a” is not set up. A URL starts with http://'],
    [node('b', 'tool', {}), 'The workflow has no node “a”'],
  ])('is one that nobody can run: %j', (broken, error) => {
    const host = createHost(workflow([manual, broken], [edge('start -> a')]))

    host.start()

    expect(host.run.status).toBe('failed')
    expect(host.run.error).toContain(error)
  })

  test('is one that answered too late', () => {
    const host = createHost(workflow([manual, call('a')], [edge('start -> a')]))
    host.start()
    host.now = 31_000

    host.wake('a')

    expect(host.run).toMatchObject({ status: 'failed', error: expect.stringContaining('in time') })
    expect(judge(host.run, { type: 'step-succeeded', stepId: 'a', attempt: 1, output: null }).type).toBe(
      'over',
    )
  })

  test('is one whose output is nested without end', () => {
    const host = createHost(workflow([manual, call('a')], [edge('start -> a')]))
    host.start()
    const deep = JSON.parse('['.repeat(500) + ']'.repeat(500))

    host.succeed('a', deep)

    expect(host.run.error).toContain('nested more than 100 deep')
  })
})

describe('a delay', () => {
  const graph = workflow(
    [manual, node('wait', 'delay', { amount: 3, unit: 'days' })],
    [edge('start -> wait')],
  )
  const days = 86_400_000

  test('sleeps, and wakes at its time once (C59)', () => {
    const host = createHost(graph)

    expect(host.start()).toContainEqual({
      type: 'set-alarm',
      stepId: 'wait',
      attempt: 1,
      at: 1000 + 3 * days,
    })
    expect(host.run).toMatchObject({ status: 'waiting', activeMs: 0, activeSince: null })
    host.now = 1000 + 3 * days
    host.wake('wait')

    expect(host.run.status).toBe('completed')
    expect(host.run.activeMs).toBe(0)
    expect(host.wake('wait')).toEqual([])
  })

  test('that is woken too early asks to be woken again', () => {
    const host = createHost(graph)
    host.start()
    const { run } = host
    host.now = 2000

    expect(host.wake('wait')).toEqual([
      { type: 'set-alarm', stepId: 'wait', attempt: 1, at: 1000 + 3 * days },
    ])
    expect(host.run).toEqual(run)
  })
})
