import { describe, expect, test } from 'vitest'
import type { Workflow } from '@threadwork/engine'
import { heldSink, succeeded } from '../fixtures/held-sink.ts'
import { lineNode, lineWorkflow } from '../fixtures/line-kernel.ts'
import { graphHouse } from '../fixtures/trial-house.ts'
import { type Sink, createRunnerWorld } from '../fixtures/runner-world.ts'
import { createMask } from '../secrets/mask.ts'
import { createMemoryStore } from '../store/memory-store.ts'

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

describe('a run', () => {
  test('goes from step to step, and every step is kept with its output', async () => {
    const world = createRunnerWorld({ sink: () => Promise.resolve(succeeded) })
    const events: string[] = []
    world.runner.onEvent(({ event }) => events.push(event.type))

    const { id } = world.start(lineWorkflow('two', [lineNode('perform', 'a'), lineNode('perform', 'b')]))
    await settle()

    const { run, slot } = world.run({ id })
    expect(run.status).toBe('completed')
    expect(run.steps.map((step) => [step.id, step.output])).toEqual([
      ['a', { ok: true }],
      ['b', { ok: true }],
    ])
    expect(slot).toBe('none')
    expect(events).toEqual([
      'workflow-started',
      'step-started',
      'step-completed',
      'step-started',
      'step-completed',
      'workflow-completed',
    ])
    expect(world.defects).toEqual([])
  })

  test('is journaled as sent before it is sent, and as answered with the next step', async () => {
    const store = createMemoryStore()
    const seen: unknown[] = []
    const sink: Sink = (_, { key }) => {
      const row = store.get('effects', key)
      seen.push([row?.status, row?.sends, row?.label])
      return Promise.resolve(succeeded)
    }
    const world = createRunnerWorld({ store, sink })

    const { id } = world.start(lineWorkflow('one', [lineNode('perform', 'a')]))
    await settle()

    expect(seen).toEqual([['sent', 1, 'open']])
    expect(store.get('effects', `${id}:a:1`)).toMatchObject({ status: 'answered', answer: succeeded })
    expect(store.listLabelled('effects', 'open')).toEqual([])
  })

  test('is begun once for an idempotency key, however often it is started', async () => {
    const world = createRunnerWorld()
    const workflow = lineWorkflow('one', [lineNode('ask', 'a')])

    const first = world.start(workflow, { idempotencyKey: 'k' })
    const again = world.start(workflow, { idempotencyKey: 'k' })
    const other = world.start(lineWorkflow('two', [lineNode('ask', 'a')]), { idempotencyKey: 'k' })

    expect(again.id).toBe(first.id)
    expect(other.id).not.toBe(first.id)
    expect(world.runner.list({ teamId: 'team' })).toHaveLength(2)
  })

  test('is there for its own team alone', () => {
    const world = createRunnerWorld()
    const { id } = world.start(lineWorkflow('one', [lineNode('ask', 'a')]))

    const cancelled = world.runner.cancel('other', id)

    expect(cancelled).toBeNull()
    expect(world.runner.get('other', id)).toBeNull()
    expect(world.runner.list({ teamId: 'other' })).toEqual([])
    expect(world.runner.forget('other', 'one')).toBe(0)
    expect(world.run({ id }).run.status).toBe('waiting')
  })

  test('aborts what is under way when it is cancelled, and takes no later answer', async () => {
    const { sink, aborted, answer } = heldSink()
    const world = createRunnerWorld({ sink })
    const { id } = world.start(lineWorkflow('one', [lineNode('perform', 'a', { ms: 1000 })]))

    const verdict = world.runner.cancel('team', id)
    answer(`${id}:a:1`)
    await settle()

    expect(verdict).toEqual({ type: 'taken' })
    expect(aborted).toEqual([`${id}:a:1`])
    expect(world.run({ id }).run.status).toBe('cancelled')
    expect(world.store.list('alarms', id)).toEqual([])
    expect(world.store.get('effects', `${id}:a:1`)?.answer).toEqual({ type: 'dropped' })
    expect(world.runner.cancel('team', id)).toEqual({ type: 'over' })
  })

  test('begins its failed step anew under another key', async () => {
    const keys: string[] = []
    const sink: Sink = (_, { key }) => {
      keys.push(key)
      return Promise.resolve(keys.length === 1 ? { type: 'failed', error: 'No.' } : succeeded)
    }
    const world = createRunnerWorld({ sink })
    const { id } = world.start(lineWorkflow('one', [lineNode('perform', 'a')]))
    await settle()
    expect(world.run({ id }).run).toMatchObject({ status: 'failed', error: 'No.' })

    world.runner.retry('team', id)
    await settle()

    expect(world.run({ id }).run.status).toBe('completed')
    expect(keys).toEqual([`${id}:a:1`, `${id}:a:2`])
  })

  test('begins the step anew that halts it, not one that failed later beside the main lane', async () => {
    let isBroken = true
    const performed: string[] = []
    const sink: Sink = async (tool) => {
      performed.push(tool)
      if (tool === 'beside') await settle()
      return isBroken ? { type: 'failed', error: 'No.' } : succeeded
    }
    const tool = (id: string) => ({ id, type: 'tool', name: id, config: { tool: id } })
    const workflow: Workflow = {
      ...lineWorkflow('lanes', [{ ...tool('start'), type: 'manual' }, tool('main'), tool('beside')]),
      edges: [
        { id: 'e1', source: 'start', target: 'main', type: 'direct' },
        { id: 'e2', source: 'start', target: 'beside', type: 'companion' },
      ],
    }
    const world = createRunnerWorld({ sink, ports: { kernel: graphHouse.kernel } })
    const { id } = world.start(workflow)
    await settle()
    await settle()
    isBroken = false

    const verdict = world.runner.retry('team', id)
    await settle()

    expect(verdict).toEqual({ type: 'taken' })
    expect(performed.toSorted((a, b) => a.localeCompare(b))).toEqual(['beside', 'main', 'main'])
    expect(world.run({ id }).run.status).toBe('completed')
  })

  test('fails with a general sentence when what performs it throws, and the defect is told', async () => {
    const world = createRunnerWorld({ sink: () => Promise.reject(new Error('password=hunter2')) })
    const { id } = world.start(lineWorkflow('one', [lineNode('perform', 'a')]))

    await settle()

    expect(world.run({ id }).run.error).toContain('defect of the server')
    expect(world.run({ id }).run.error).not.toContain('hunter2')
    expect(String(world.defects[0])).toContain('hunter2')
  })

  test('keeps outputs and errors masked (I33)', async () => {
    const sink: Sink = (tool) =>
      Promise.resolve(
        tool === 'a'
          ? { type: 'succeeded', output: 'it is hunter2' }
          : { type: 'failed', error: 'hunter2 was refused' },
      )
    const maskOf = () => Promise.resolve(createMask(['hunter2']))
    const world = createRunnerWorld({ sink, ports: { maskOf } })

    world.start(lineWorkflow('two', [lineNode('perform', 'a'), lineNode('perform', 'b')]))
    await settle()

    const kept = JSON.stringify([world.store.list('runs', null), world.store.list('effects', null)])
    expect(kept).toContain('•••••• was refused')
    expect(kept).not.toContain('hunter2')
  })

  test('hears nobody whose transaction failed, and nobody is told of what was not kept', () => {
    const world = createRunnerWorld()
    const { id } = world.start(lineWorkflow('one', [lineNode('ask', 'a')]))
    const told: string[] = []
    world.runner.onEvent(({ event }) => told.push(event.type))
    const stop = world.runner.onKeep(() => {
      throw new Error('cannot keep the card')
    })

    expect(() => world.runner.cancel('team', id)).toThrow('cannot keep the card')

    expect(world.run({ id }).run.status).toBe('waiting')
    expect(told).toEqual([])
    stop()
    world.runner.cancel('team', id)
    expect(told).toEqual(['workflow-cancelled'])
  })

  test('goes with its workflow when that is forgotten, journal, alarms and all (I52)', async () => {
    const { sink, aborted } = heldSink()
    const world = createRunnerWorld({ sink })
    const { id } = world.start(lineWorkflow('gone', [lineNode('perform', 'a', { ms: 1000 })]))
    world.start(lineWorkflow('stays', [lineNode('ask', 'a')]))

    const count = world.runner.forget('team', 'gone')
    await world.clock.advance(5000)

    expect(count).toBe(1)
    expect(aborted).toEqual([`${id}:a:1`])
    expect(world.runner.list({ teamId: 'team' }).map((record) => record.parent)).toEqual(['stays'])
    expect([world.store.list('effects', null), world.store.list('alarms', null)]).toEqual([[], []])
  })
})
