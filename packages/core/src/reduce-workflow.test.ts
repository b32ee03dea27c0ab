import { describe, expect, test } from 'vitest'
import type { Fact } from './facts.ts'
import type { IntentId, RunId, StepId, WorkflowId } from './ids.ts'
import { createLedger } from './ledger.ts'
import { createIntent, type Intent } from './outbox-intent.ts'
import { readIntents, writeIntents } from './outbox-note.ts'
import { reduce } from './reduce.ts'

const event = (run: string | null, seq: number | null, at: number | null, body: object): Fact => ({
  type: 'event',
  event: { runId: run as RunId | null, seq, at, eventId: null, ...body } as never, // bodies are written whole below
})
const view = (facts: readonly Fact[], intents: readonly Intent[] = []) => {
  const ledger = createLedger()
  for (const fact of facts) ledger.add(fact)
  return reduce(ledger, intents)
}

describe('workflows', () => {
  const form = {
    type: 'form-required',
    workflowId: 'w1',
    stepId: 's2',
    message: 'Details',
    dataPoints: [],
    problems: [],
  }
  const carried = [
    event('r1', 1, 1, { type: 'turn-started' }),
    event('r1', 2, 2, { type: 'workflow-started', workflowId: 'w1', name: 'Refund' }),
    event('r1', 3, 3, { type: 'step-started', workflowId: 'w1', stepId: 's1', message: 'Verify' }),
    event('r1', 4, 4, { type: 'step-completed', workflowId: 'w1', stepId: 's1' }),
    event('r1', 5, 5, { type: 'step-started', workflowId: 'w1', stepId: 's2', message: 'Ask' }),
    event('r1', 6, 6, form),
  ]

  test('come out the same in any order on a wire with runs', () => {
    const { items, phase } = view(carried)

    expect(phase).toBe('awaiting-input')
    expect(items.map(({ kind }) => kind)).toEqual(['workflow', 'form'])
    expect(view(carried.toReversed())).toEqual({ items, phase })
  })

  test('a turn that waits for a form is not ended by an idle', () => {
    expect(view([...carried, { type: 'backend-state', state: 'idle', at: 99 }]).phase).toBe('awaiting-input')
  })

  test('an answered form is closed and keeps what was sent, without secrets', () => {
    const dataPoints = [
      { key: 'name', isSecret: false },
      { key: 'pin', isSecret: true },
    ]
    const ask = event('r1', 6, 6, { ...form, dataPoints })
    const command = {
      type: 'submit-form',
      workflowId: 'w1' as WorkflowId,
      stepId: 's2' as StepId,
      values: { name: 'Ada', pin: '1234' },
    } as const
    const intent: Intent = { ...createIntent('i1' as IntentId, command, { round: 1 }), status: 'sent' }

    const done = event('r1', 7, 7, { type: 'step-completed', workflowId: 'w1', stepId: 's2' })
    const { items } = view([...carried.slice(0, 5), ask, done], [intent])

    expect(items.find(({ kind }) => kind === 'form')).toMatchObject({
      status: 'closed',
      answers: { name: 'Ada' },
    })
    expect(JSON.stringify(items)).not.toContain('1234')
  })

  test('answers of before a reload are shown of a closed form and leave an open one open', () => {
    const command = {
      type: 'submit-form',
      workflowId: 'w1' as WorkflowId,
      stepId: 's2' as StepId,
      values: { name: 'Ada' },
    } as const
    const sent: Intent = { ...createIntent('i1' as IntentId, command, { round: 1 }), status: 'sent' }
    const kept = readIntents(writeIntents([sent]))
    const done = event('r1', 7, 7, { type: 'step-completed', workflowId: 'w1', stepId: 's2' })

    const open = view(carried, kept).items.find(({ kind }) => kind === 'form')
    const closed = view([...carried, done], kept).items.find(({ kind }) => kind === 'form')

    expect(open).toMatchObject({ status: 'awaiting', answers: null, submission: null })
    expect(closed).toMatchObject({ status: 'closed', answers: { name: 'Ada' } })
  })

  test('a step that failed before the end is not made a success by it', () => {
    const hub = [
      event(null, null, null, { type: 'workflow-started', workflowId: 'w1', name: 'Refund' }),
      event(null, null, null, { type: 'step-failed', workflowId: null, stepId: 's1', error: 'no' }),
      event(null, null, null, { type: 'workflow-ended', workflowId: 'w1' }),
    ]

    expect(view(hub).items).toMatchObject([{ status: 'halted', steps: [{ status: 'failed' }] }])
  })

  test('a hub event that comes twice under one number counts once', () => {
    const start = event(null, 1, 1, { type: 'step-started', workflowId: 'w1', stepId: 's1', message: 'a' })
    const fail = event(null, 2, 2, { type: 'step-failed', workflowId: 'w1', stepId: 's1', error: 'no' })
    const again = event(null, 3, 3, { type: 'step-started', workflowId: 'w1', stepId: 's1', message: 'a' })

    expect(view([start, fail, again, again, fail]).items).toMatchObject([
      { steps: [{ status: 'running', attempts: 2 }] },
    ])
  })
})

describe('a form whose definition is faulty', () => {
  test('tells the fault to whoever draws it', () => {
    const facts = [
      event('r1', 1, 1, { type: 'workflow-started', workflowId: 'w1', name: 'Refund' }),
      event('r1', 2, 2, {
        type: 'form-required',
        workflowId: 'w1',
        stepId: 's1',
        message: 'Details',
        dataPoints: [],
        problems: ['The key “a” is used twice.'],
      }),
    ]

    expect(view(facts).items[1]).toMatchObject({ kind: 'form', problems: ['The key “a” is used twice.'] })
  })
})
