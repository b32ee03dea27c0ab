import { describe, expect, test } from 'vitest'
import { edge, node, workflow } from './fixtures/graph.ts'
import { createHost } from './fixtures/host.ts'
import { judge } from './judge.ts'

const manual = node('start', 'manual')
const budget = { steps: 500, hops: 100, activeMs: 600_000 }
const say = (id: string) => node(id, 'send-message', { text: id })

describe('a budget', () => {
  test('of hops ends a circle that waits for nothing', () => {
    const host = createHost(workflow([manual, say('a')], [edge('start -> a'), edge('a -> a')], { budget }))

    host.start()

    expect(host.run).toMatchObject({ status: 'failed', error: expect.stringContaining('budget of hops') })
    expect(host.visits).toHaveLength(101)
    expect(host.events.at(-1)).toMatchObject({ type: 'workflow-failed' })
  })

  test('of hops counts anew after each wait', () => {
    const wait = node('wait', 'delay', { amount: 1, unit: 'seconds' })
    const host = createHost(
      workflow([manual, say('a'), wait], [edge('start -> a'), edge('a -> wait'), edge('wait -> a')], {
        budget: { ...budget, hops: 2 },
      }),
    )
    host.start()

    for (const stepId of ['wait', 'wait#2', 'wait#3']) {
      host.now += 1000
      host.wake(stepId)
    }

    expect(host.run.status).toBe('waiting')
  })

  test('of steps ends a circle that waits, companions counted', () => {
    const call = node('a', 'tool', { tool: 't' })
    const host = createHost(
      workflow(
        [manual, call, say('b')],
        [edge('start -> a'), edge('a -> a'), edge('a -> b', { type: 'companion' })],
        {
          budget: { ...budget, steps: 6 },
        },
      ),
    )
    host.start()

    host.succeed('a')
    host.succeed('a#2')
    expect(host.run.status).toBe('running')
    host.succeed('a#3')

    expect(host.visits).toEqual(['start', 'a', 'a#2', 'b', 'a#3', 'b#2'])
    expect(host.run).toMatchObject({ status: 'failed', error: expect.stringContaining('budget of steps') })
    expect(judge(host.run, { type: 'retry', stepId: 'a#3' }).type).not.toBe('taken')
    expect(judge(host.run, { type: 'cancel' }).type).toBe('taken')
  })

  test('of active time counts while the host is at work, and not while a person or a delay is waited for', () => {
    const nodes = [
      manual,
      node('a', 'tool', { tool: 't' }),
      node('wait', 'delay', { amount: 9, unit: 'days' }),
    ]
    const edges = [edge('start -> a'), edge('a -> wait'), edge('wait -> a')]
    const host = createHost(workflow(nodes, edges, { budget: { ...budget, activeMs: 5000 } }))
    host.start()

    host.now += 3000
    host.succeed('a')
    host.now += 9 * 86_400_000
    host.wake('wait')
    expect(host.run).toMatchObject({ status: 'running', activeMs: 3000 })
    host.now += 3000
    host.succeed('a#2')

    expect(host.run).toMatchObject({
      status: 'failed',
      activeMs: 6000,
      error: expect.stringContaining('budget of active time'),
    })
    expect(host.step('a#2').status).toBe('completed')
  })

  test('never counts time backwards', () => {
    const host = createHost(workflow([manual, node('a', 'tool', { tool: 't' })], [edge('start -> a')]))
    host.start()
    host.now -= 900

    host.succeed('a')

    expect(host.run.activeMs).toBe(0)
  })
})
