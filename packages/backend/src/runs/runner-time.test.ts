import { describe, expect, test } from 'vitest'
import { heldSink, succeeded } from '../fixtures/held-sink.ts'
import { lineNode, lineWorkflow } from '../fixtures/line-kernel.ts'
import { type Sink, createRunnerWorld } from '../fixtures/runner-world.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { createVirtualClock } from '../virtual-clock.ts'
import { longestTimerMs } from './alarms.ts'

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
const dayMs = 86_400_000

describe('time', () => {
  test('wakes a run once, at its moment, also beyond what one timer can count', async () => {
    const clock = createVirtualClock()
    const asked: number[] = []
    const counted = {
      ...clock,
      after: (ms: number, callback: () => void) => (asked.push(ms), clock.after(ms, callback)),
    }
    const world = createRunnerWorld({ clock: counted })
    const { id } = world.start(lineWorkflow('nap', [lineNode('sleep', 'a', { ms: 60 * dayMs })]))

    await clock.advance(60 * dayMs - 1)
    expect(world.run({ id }).run.status).toBe('waiting')
    await clock.advance(1)

    expect(world.run({ id }).run.status).toBe('completed')
    expect(Math.max(...asked)).toBeLessThanOrEqual(longestTimerMs)
    expect(world.store.list('alarms', null)).toEqual([])
  })

  test('fires what fell due while the server was stopped, once and at once', async () => {
    const clock = createVirtualClock()
    const store = createMemoryStore()
    const before = createRunnerWorld({ clock, store })
    const { id } = before.start(
      lineWorkflow('nap', [lineNode('sleep', 'a', { ms: dayMs }), lineNode('ask', 'b')]),
    )
    before.close()
    await clock.advance(3 * dayMs)
    expect(before.run({ id }).run.steps).toHaveLength(1)

    const after = createRunnerWorld({ clock, store })
    await clock.advance(0)
    await clock.advance(dayMs)

    expect(after.run({ id }).run.steps.map((step) => [step.id, step.status])).toEqual([
      ['a', 'completed'],
      ['b', 'asking'],
    ])
  })

  test('gives an action its whole time again when it is sent again', async () => {
    const clock = createVirtualClock()
    const store = createMemoryStore()
    const before = createRunnerWorld({ clock, store, sink: heldSink().sink })
    const { id } = before.start(lineWorkflow('one', [lineNode('perform', 'a', { ms: 1000 })]))
    before.close()
    await clock.advance(dayMs)

    const after = createRunnerWorld({ clock, store, sink: heldSink().sink })
    await clock.advance(999)
    expect(after.run({ id }).run.status).toBe('running')
    await clock.advance(1)

    expect(after.run({ id }).run).toMatchObject({ status: 'failed', error: 'took too long' })
  })
})

describe('the budget of active time', () => {
  const budget = { steps: 500, hops: 100, activeMs: 5000 }

  test('ends a step that would use up more of it, and names it', async () => {
    const { sink, aborted } = heldSink()
    const world = createRunnerWorld({ sink })
    const { id } = world.start(lineWorkflow('slow', [lineNode('perform', 'a', { ms: 60_000 })], { budget }))

    await world.clock.advance(4999)
    expect(world.run({ id }).run.status).toBe('running')
    await world.clock.advance(1)

    expect(world.run({ id }).run).toMatchObject({ status: 'failed', activeMs: 5000 })
    expect(world.run({ id }).run.error).toContain('active for 5 s')
    expect(aborted).toEqual([`${id}:a:1`])
  })

  test('is not used up by waiting for a person', async () => {
    const world = createRunnerWorld({ sink: () => Promise.resolve(succeeded) })
    const nodes = [lineNode('ask', 'form'), lineNode('perform', 'a')]
    const { id } = world.start(lineWorkflow('patient', nodes, { budget }))

    await world.clock.advance(30 * dayMs)
    world.runner.input('team', id, { type: 'form-submitted', stepId: 'form', values: {} })
    await settle()

    expect(world.run({ id }).run.status).toBe('completed')
  })
})

describe('a restart', () => {
  test('sends again once what was sent and never answered, then says what cannot be known', async () => {
    const store = createMemoryStore()
    const keys: string[] = []
    const sink: Sink = (_, { key }) => {
      keys.push(key)
      return new Promise(() => undefined)
    }
    const first = createRunnerWorld({ store, sink })
    const { id } = first.start(lineWorkflow('one', [lineNode('perform', 'charge')]))
    first.close()
    createRunnerWorld({ store, sink }).close()

    const third = createRunnerWorld({ store, sink })
    await settle()

    expect(keys).toEqual([`${id}:charge:1`, `${id}:charge:1`])
    expect(third.run({ id }).run.status).toBe('failed')
    expect(third.run({ id }).run.error).toBe(
      '“charge” was sent twice, and both times the server stopped before the answer: whether it took effect cannot be known. Look where it was sent to, then retry the step or cancel the run.',
    )
  })

  test('counts no time in which the server was stopped as active', async () => {
    const clock = createVirtualClock()
    const store = createMemoryStore()
    const before = createRunnerWorld({ clock, store, sink: heldSink().sink })
    const { id } = before.start(lineWorkflow('one', [lineNode('perform', 'a')]))
    before.close()
    await clock.advance(dayMs)

    const after = createRunnerWorld({ clock, store, sink: () => Promise.resolve(succeeded) })
    await settle()

    expect(after.run({ id }).run).toMatchObject({ status: 'completed', activeMs: 0 })
  })
})
