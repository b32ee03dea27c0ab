import { describe, expect, test } from 'vitest'
import { lineNode, lineWorkflow } from '../fixtures/line-kernel.ts'
import { type RunnerWorld, type Sink, createRunnerWorld } from '../fixtures/runner-world.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { type VirtualClock, createVirtualClock } from '../virtual-clock.ts'
import type { Limits } from './run-ports.ts'

/** A sink that takes a second and counts who is in it, in all and by workflow. */
function countingSink(clock: VirtualClock) {
  const inside = new Map<string, number>()
  const peaks = new Map<string, number>()
  const order: string[] = []
  const move = (name: string, by: number): void => {
    const now = (inside.get(name) ?? 0) + by
    inside.set(name, now)
    peaks.set(name, Math.max(peaks.get(name) ?? 0, now))
  }
  const sink: Sink = (_, { workflowId, runId }) => {
    order.push(runId)
    for (const name of ['all', workflowId]) move(name, 1)
    return new Promise((resolve) =>
      clock.after(1000, () => {
        for (const name of ['all', workflowId]) move(name, -1)
        resolve({ type: 'succeeded', output: null })
      }),
    )
  }
  return { sink, peaks, order }
}

const work = (id: string) => lineWorkflow(id, [lineNode('perform', 'a'), lineNode('perform', 'b')])

const isDone = (world: RunnerWorld): boolean =>
  world.runner.list({ teamId: 'team' }).every((record) => record.run.status === 'completed')

async function measure(limitsOf: (teamId: string, workflowId: string) => Limits) {
  const clock = createVirtualClock()
  const counted = countingSink(clock)
  const world = createRunnerWorld({ clock, sink: counted.sink, ports: { limitsOf } })
  const started = Array.from(
    { length: 60 },
    (_, index) => world.start(work(index % 3 === 0 ? 'capped' : 'free')).id,
  )
  await clock.advance(200_000)
  return { ...counted, world, started }
}

describe('slots, measured at the sink', () => {
  test('are never more than the team’s limit, nor a workflow’s own lower cap (I53, I54)', async () => {
    const { peaks, world } = await measure((_, workflowId) => ({
      team: 7,
      workflow: workflowId === 'capped' ? 2 : 0,
    }))

    expect(Object.fromEntries(peaks)).toEqual({ all: 7, capped: 2, free: 5 })
    expect(isDone(world)).toBe(true)
    console.info('60 runs, team 7, cap 2: at once at the sink', Object.fromEntries(peaks))
  })

  test('are counted for runs that a listener starts, too', async () => {
    const clock = createVirtualClock()
    const { sink, peaks } = countingSink(clock)
    const world = createRunnerWorld({ clock, sink, limits: () => ({ team: 3, workflow: 0 }) })
    let left = 1
    world.runner.onEvent(({ event }) => {
      if (event.type !== 'workflow-started' || (left -= 1) < 0) return
      for (let index = 0; index < 9; index += 1) world.start(work('more'))
    })

    world.start(work('first'))
    await clock.advance(60_000)

    expect(peaks.get('all')).toBe(3)
    expect(isDone(world)).toBe(true)
  })

  test('are the team’s for a workflow whose cap is 0 (I55)', async () => {
    const { peaks } = await measure(() => ({ team: 5, workflow: 0 }))

    expect(Math.max(...peaks.values())).toBe(5)
  })

  test('are what holds the sink down: without a limit it sees every run at once', async () => {
    const { peaks } = await measure(() => ({ team: Infinity, workflow: 0 }))

    expect(peaks.get('all')).toBe(60)
  })

  test('are given in the order in which the runs were started', async () => {
    const { order, started } = await measure(() => ({ team: 1, workflow: 0 }))

    expect([...new Set(order)]).toEqual(started)
  })

  test('of one workflow that is full keep nobody else waiting', async () => {
    const clock = createVirtualClock()
    const { sink, order } = countingSink(clock)
    const limitsOf = (_: string, workflowId: string): Limits => ({
      team: 9,
      workflow: workflowId === 'capped' ? 1 : 0,
    })
    const world = createRunnerWorld({ clock, sink, ports: { limitsOf } })
    world.start(work('capped'))
    world.start(work('capped'))

    const { id } = world.start(work('free'))

    expect(order).toContain(id)
  })

  test('go to whoever is behind a run whose own workflow is full', () => {
    const limitsOf = (_: string, workflowId: string): Limits => ({
      team: 2,
      workflow: workflowId === 'capped' ? 1 : 0,
    })
    const world = createRunnerWorld({ sink: () => new Promise(() => undefined), ports: { limitsOf } })
    world.start(work('capped'))
    const ending = world.start(work('free'))
    const stuck = world.start(work('capped'))
    const behind = world.start(work('free'))

    world.runner.cancel('team', ending.id)

    expect([world.run(stuck).slot, world.run(behind).slot]).toEqual(['queued', 'held'])
  })

  test('are counted among runs that start in one transaction', () => {
    const limits = (): Limits => ({ team: 2, workflow: 0 })
    const world = createRunnerWorld({ sink: () => new Promise(() => undefined), limits })

    const started = world.unit.run(() => Array.from({ length: 5 }, () => world.start(work('w'))))

    expect(started.map((record) => world.run(record).slot)).toEqual([
      'held',
      'held',
      'queued',
      'queued',
      'queued',
    ])
  })

  test('are not taken by a run whose transaction fails', () => {
    const limits = (): Limits => ({ team: 1, workflow: 0 })
    const world = createRunnerWorld({ sink: () => new Promise(() => undefined), limits })
    const failing = (): void =>
      world.unit.run(() => {
        world.start(work('lost'))
        throw new Error('half way')
      })

    expect(failing).toThrow('half way')

    expect(world.start(work('next')).slot).toBe('held')
  })

  test('of one team are not another’s', () => {
    const world = createRunnerWorld({
      sink: () => new Promise(() => undefined),
      limits: () => ({ team: 1, workflow: 0 }),
    })
    world.start(work('one'))

    const other = world.start(work('two'), { teamId: 'other' })

    expect(other.run.status).toBe('running')
  })
})

describe('a run without a slot', () => {
  const full = { sink: () => new Promise<never>(() => undefined), limits: () => ({ team: 1, workflow: 0 }) }

  test('says why it waits, with the limit', () => {
    const world = createRunnerWorld(full)
    world.start(work('first'))
    const capped = createRunnerWorld({ ...full, limits: () => ({ team: 9, workflow: 2 }) })
    capped.start(work('Order intake'))
    capped.start(work('Order intake'))

    const byTeam = world.start(work('second'))
    const byWorkflow = capped.start(work('Order intake'))

    expect(byTeam.run.status).toBe('queued')
    expect(byTeam.queuedBecause).toBe(
      'The team may have 1 run at once, and it is under way. This one goes on as soon as that one ends or waits.',
    )
    expect(byWorkflow.queuedBecause).toBe(
      '“Order intake” may have 2 runs at once, and all are under way. This one goes on as soon as one of them ends or waits.',
    )
  })

  test('begins when a person cancels the run before it, and says nothing any more', () => {
    const world = createRunnerWorld(full)
    const first = world.start(work('first'))
    const second = world.start(work('second'))

    world.runner.cancel('team', first.id)

    expect(world.run(second)).toMatchObject({ slot: 'held', queuedBecause: null, run: { status: 'running' } })
  })

  test('begins when the limit is raised', () => {
    let team = 1
    const world = createRunnerWorld({ ...full, limits: () => ({ team, workflow: 0 }) })
    world.start(work('first'))
    const second = world.start(work('second'))

    team = 2
    world.runner.sweep()

    expect(world.run(second).slot).toBe('held')
  })

  test('can be cancelled, and leaves the queue', () => {
    const world = createRunnerWorld(full)
    const first = world.start(work('first'))
    const second = world.start(work('second'))

    world.runner.cancel('team', second.id)
    world.runner.cancel('team', first.id)

    expect(world.run(second)).toMatchObject({ slot: 'none', run: { status: 'cancelled' } })
  })

  test('keeps its place over a restart', async () => {
    const store = createMemoryStore()
    const clock = createVirtualClock()
    const before = createRunnerWorld({ ...full, store, clock })
    const ids = Array.from({ length: 5 }, () => before.start(work('w')).id)
    before.close()
    const { sink, order } = countingSink(clock)

    const after = createRunnerWorld({ store, clock, sink, limits: full.limits })
    await clock.advance(60_000)

    expect([...new Set(order)]).toEqual(ids)
    expect(isDone(after)).toBe(true)
  })
})

describe('a run that waits for a person', () => {
  const asking = (holdsSlotWhileWaiting: boolean) =>
    lineWorkflow('form', [lineNode('ask', 'form'), lineNode('perform', 'after', { ms: 5000 })], {
      holdsSlotWhileWaiting,
    })
  const submit = { type: 'form-submitted', stepId: 'form', values: {} } as const
  const one = () => ({ team: 1, workflow: 0 })

  test('has no slot, and takes one again before anything is performed', async () => {
    const clock = createVirtualClock()
    const { sink, order } = countingSink(clock)
    const world = createRunnerWorld({ clock, sink, limits: one })
    const waiting = world.start(asking(false))
    const other = world.start(work('other'))
    expect(order).toEqual([other.id])

    world.runner.input('team', waiting.id, submit)

    expect(order).toEqual([other.id])
    expect(world.run(waiting)).toMatchObject({ slot: 'queued', run: { status: 'running' } })
    expect(world.run(waiting).queuedBecause).toContain('1 run at once')
    await clock.advance(2000)
    expect(order).toEqual([other.id, other.id, waiting.id])
    await clock.advance(2000)
    expect(isDone(world)).toBe(true)
  })

  test('is not failed by the time that it waited for a slot', async () => {
    const clock = createVirtualClock()
    const limits = { team: 1 }
    const world = createRunnerWorld({
      clock,
      sink: () => new Promise(() => undefined),
      limits: () => ({ ...limits, workflow: 0 }),
    })
    const waiting = world.start(asking(false))
    const other = world.start(work('other'))
    world.runner.input('team', waiting.id, submit)
    await clock.advance(60_000)
    expect(world.run(waiting).run.status).toBe('running')

    world.runner.cancel('team', other.id)
    await clock.advance(4999)
    expect(world.run(waiting).run.status).toBe('running')
    await clock.advance(1)

    expect(world.run(waiting).run).toMatchObject({ status: 'failed', activeMs: 5000 })
  })

  test('keeps its slot where the setting says so', () => {
    const world = createRunnerWorld({ limits: one })
    world.start(asking(true))

    const other = world.start(work('other'))

    expect(other.run.status).toBe('queued')
  })
})
