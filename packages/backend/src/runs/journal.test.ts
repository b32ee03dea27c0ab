import { describe, expect, test } from 'vitest'
import { lineKernel, lineNode, lineWorkflow } from '../fixtures/line-kernel.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { isAwaited, journal, markAnswered, markSent } from './journal.ts'

const effect = {
  type: 'perform',
  key: 'r1:a:1',
  stepId: 'a',
  attempt: 1,
  action: { type: 'tool', tool: 'a', input: {}, timeoutMs: 1000 },
} as const

describe('the journal', () => {
  test('notes what is to be sent, each sending, and the first answer alone', () => {
    const store = createMemoryStore()

    journal(store, 'r1', effect, 5)
    for (const row of store.listLabelled('effects', 'open')) markSent(store, row)
    const taken = markAnswered(store, effect.key, { type: 'succeeded', output: 1 })
    const again = markAnswered(store, effect.key, { type: 'succeeded', output: 2 })

    expect([taken, again]).toEqual([true, false])
    expect(store.get('effects', effect.key)).toEqual({
      id: 'r1:a:1',
      parent: 'r1',
      at: 5,
      effect,
      status: 'answered',
      sends: 1,
      answer: { type: 'succeeded', output: 1 },
    })
    expect(markAnswered(store, 'nothing', { type: 'dropped' })).toBe(false)
  })

  test('waits for the attempt that is under way, and for no other step or attempt', () => {
    const seed = {
      id: 'r1',
      mode: 'test',
      trigger: {},
      variables: {},
      globals: {},
      secretNames: [],
      invokeCount: 1,
    } as const
    const created = lineKernel.createRun(
      { ...seed, workflow: lineWorkflow('w', [lineNode('perform', 'a')]) },
      0,
    )
    const moment = { now: 0, random: 0, world: {} }
    const [run] = lineKernel.transition(created, { type: 'start' }, moment)
    const [over] = lineKernel.transition(run, { type: 'cancel' }, moment)

    const first = { stepId: 'a', attempt: 1 }

    expect(isAwaited(run, first)).toBe(true)
    expect(isAwaited(run, { stepId: 'a', attempt: 2 })).toBe(false)
    expect(isAwaited(run, { stepId: 'b', attempt: 1 })).toBe(false)
    expect(isAwaited(over, first)).toBe(false)
  })
})
