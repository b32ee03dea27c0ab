import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scenarios } from '../agent/choose-scenario.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { type Driver, createDriver } from '../fixtures/driver.ts'

type Step =
  | { readonly type: 'send'; readonly prompt: string; readonly wire: 'headless' | 'signalr' }
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'decide' | 'skip' | 'submit' | 'retry' | 'cancel' | 'restart'; readonly key: string }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('send' as const),
      prompt: fc.constantFrom(...scenarios.map((scenario) => scenario.prompt)),
      wire: fc.constantFrom('headless' as const, 'signalr' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.constantFrom(0, 700, 8000) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constantFrom('decide', 'skip', 'submit', 'retry', 'cancel', 'restart'),
      key: fc.constantFrom('k1', 'k2', 'k3'),
    }),
  },
)

const values: Readonly<Record<string, object>> = {
  details: {
    company: 'O',
    email: 'o@e.example',
    category: 'wood',
    employees: 1,
    start: '2026-12-01',
    terms: true,
  },
  damage: { name: 'A', email: 'a@b.example', damage: 'Cracked', discovered: '2026-11-19', story: 'x' },
}

/** One conversation, and everything that anybody may do about it. */
class World {
  store = createMemoryStore()
  driver: Driver = createDriver({ store: this.store })
  id = ''
  readonly statuses: number[] = []
  readonly decided = new Map<string, number>()

  async play(step: Step): Promise<void> {
    if (step.type === 'wait') return this.driver.clock.advance(step.ms)
    if (step.type === 'restart') return this.restart()
    await this.ask(step)
  }

  restart(): void {
    this.store = createMemoryStore(JSON.parse(JSON.stringify(this.store.exportState())))
    this.driver = createDriver({ store: this.store })
  }

  async post(path: string, body: object): Promise<number> {
    const { status } = await this.driver.request('POST', `/api/chat/${path}`, body)
    this.statuses.push(status)
    return status
  }

  async ask(step: Exclude<Step, { readonly type: 'wait' }>): Promise<void> {
    const workflow = { conversationId: this.id, workflowId: null }
    const card = this.store.list('tellings', this.id).findLast(({ hasCard }) => hasCard)
    const steps = (card && this.store.get('runs', card.id)?.run.steps) ?? []
    const stepId = steps.findLast(({ status }) => status === 'asking' || status === 'failed')?.id ?? 'none'
    switch (step.type) {
      case 'send': {
        const { prompt, wire } = step
        const clientMessageId = String(this.statuses.length)
        if (wire === 'headless') await this.post(`conversations/${this.id}/messages`, { message: prompt })
        else await this.post('messages', { conversationId: this.id, text: prompt, clientMessageId })
        return
      }
      case 'decide':
        return this.decideAll(step.key === 'k1' ? 'approved' : 'rejected')
      case 'skip':
        for (const attempt of this.store.list('attempts', this.id))
          await this.post(`runtime_connection/${attempt.id}/reject`, {})
        return
      case 'submit':
        await this.post('resume-workflow', {
          ...workflow,
          stepId,
          values: values[stepId] ?? { decision: 'approved', connection: 'skipped' },
          idempotencyKey: step.key,
        })
        return
      case 'retry':
        await this.post('retry-step', { ...workflow, stepId, idempotencyKey: step.key })
        return
      case 'cancel':
        await this.post('cancel-workflow', {
          ...workflow,
          idempotencyKey: `${step.key}-${this.statuses.length}`,
        })
        return
      case 'restart':
        return
    }
  }

  async decideAll(resolution: 'approved' | 'rejected'): Promise<void> {
    for (const { id, scope } of this.store.list('approvals', this.id)) {
      const status = await this.post(`conversations/${this.id}/${scope}_approval/${id}`, { resolution })
      if (status === 204) this.decided.set(id, (this.decided.get(id) ?? 0) + 1)
    }
  }
}

test('never fails, never gets stuck, decides once, and tells each run in order, whatever is done to it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 14 }), async (steps) => {
      const world = new World()
      world.id = await world.driver.newConversation()

      for (const step of steps) await world.play(step)
      await world.driver.clock.advance(30_000)
      for (const type of ['decide', 'skip', 'cancel'] as const) await world.play({ type, key: 'last' })
      await world.driver.clock.advance(60_000)
      const free = await world.post(`conversations/${world.id}/messages`, { message: 'help' })
      await world.driver.clock.advance(10_000)

      expect(world.statuses.filter((status) => status >= 500)).toEqual([])
      expect(free).toBe(200)
      expect([...world.decided.values()].every((count) => count === 1)).toBe(true)
      const records = world.store.list('events', world.id)
      for (const run of new Set(records.map((record) => record.runId))) {
        const events = records.filter((record) => record.runId === run)
        const names = events.map((record) => record.event.type)
        expect(events.map((record) => record.event.seq_num)).toEqual(events.map((_, index) => index + 1))
        expect(names.indexOf('processing.started')).toBe(0)
        expect(names.slice(0, -1)).not.toContain('processing.finished')
      }
    }),
    { numRuns: 100, ...(process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }) },
  )
}, 60_000)
