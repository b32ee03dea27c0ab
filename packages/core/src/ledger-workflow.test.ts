import { describe, expect, test } from 'vitest'
import type { ConversationEvent } from './events.ts'
import type { Fact, WorkflowSnapshot } from './facts.ts'
import { createLedger } from './ledger.ts'
import { reduce } from './reduce.ts'

const event = (body: Readonly<Record<string, unknown>>): Fact => ({
  type: 'event',
  // Bodies are written whole below.
  event: {
    runId: null,
    seq: null,
    at: null,
    eventId: null,
    workflowId: null,
    ...body,
  } as unknown as ConversationEvent,
})
const none: Fact = { type: 'workflow-snapshot', snapshot: null }
const active = (body: Readonly<Record<string, unknown>>): Fact => ({
  type: 'workflow-snapshot',
  snapshot: {
    workflowId: 'w1',
    name: 'Onboard',
    at: null,
    form: null,
    ...body,
  } as unknown as WorkflowSnapshot, // as above
})
const noIntents: Parameters<typeof reduce>[1] = []
const workflowsAfter = (facts: readonly Fact[]) => {
  const ledger = createLedger()
  for (const fact of facts) {
    ledger.add(fact)
    // Somebody looks all the time.
    reduce(ledger, noIntents)
  }
  const { items, phase } = reduce(ledger, noIntents)
  const workflows = items.flatMap((item) =>
    item.kind === 'workflow'
      ? [`${item.id} ${item.status}: ${item.steps.map((step) => `${step.stepId} ${step.status}`).join(', ')}`]
      : [],
  )
  return { workflows, phase }
}

describe('a history that is ahead of what still comes', () => {
  const start = event({ type: 'workflow-started', workflowId: 'w1', name: 'Onboard' })
  const first = event({ type: 'step-started', stepId: 's1', message: '' })
  const rest = [
    event({ type: 'step-completed', stepId: 's1' }),
    event({ type: 'step-started', stepId: 's2', message: '' }),
    event({ type: 'step-completed', stepId: 's2' }),
  ]

  test('leaves no second workflow behind when bare steps come before the end that names theirs', () => {
    const end = event({ type: 'workflow-ended', workflowId: 'w1' })

    const { workflows, phase } = workflowsAfter([start, first, none, ...rest, end])

    expect(workflows).toEqual(['workflow:w1 completed: s1 completed, s2 completed'])
    expect(phase).toBe('idle')
  })

  test.each([
    ['their end', event({ type: 'workflow-ended', workflowId: 'w1' }), 1],
    [
      'a second word of the history',
      active({ status: 'completed', currentStep: null, seq: null, steps: [] }),
      2,
    ],
  ])('a workflow told as completed goes on in no other: %s', (_, last, most) => {
    const told = active({ status: 'completed', currentStep: null, seq: null, steps: [] })

    const { workflows, phase } = workflowsAfter([start, first, told, ...rest, last])

    expect(workflows).toContainEqual(expect.stringMatching(/^workflow:w1 completed/u))
    expect(workflows).toHaveLength(most)
    expect(phase).toBe('idle')
  })

  test('takes back a single bare step', () => {
    const last = event({ type: 'step-completed', stepId: 's1' })
    const end = event({ type: 'workflow-ended', workflowId: 'w1' })

    const { workflows, phase } = workflowsAfter([start, first, none, last, end])

    expect(workflows).toEqual(['workflow:w1 completed: s1 completed'])
    expect(phase).toBe('idle')
  })

  test('leaves to a workflow that it called over what still comes of that, when it names the next', () => {
    const steps = [
      { stepId: 's1', message: '', status: 'completed', error: null },
      { stepId: 's2', message: '', status: 'completed', error: null },
    ]
    const told = active({ status: 'completed', currentStep: null, seq: null, steps })
    const next = active({
      workflowId: 'w2',
      status: 'running',
      currentStep: 's1',
      seq: null,
      steps: [{ stepId: 's1', message: '', status: 'running', error: null }],
    })

    const { workflows } = workflowsAfter([start, first, told, ...rest, next])

    expect(workflows).toEqual([
      'workflow:w1 completed: s1 completed, s2 completed',
      'workflow:w2 running: s1 running',
    ])
  })

  test('keeps bare steps that a workflow does not know apart from it', () => {
    const next = active({
      workflowId: 'w2',
      status: 'running',
      currentStep: 's9',
      seq: null,
      steps: [{ stepId: 's9', message: '', status: 'running', error: null }],
    })

    const { workflows } = workflowsAfter([none, ...rest, next])

    expect(workflows).toContain('workflow:w2 running: s9 running')
  })

  test('lets no companion go on in a workflow that halted and is gone', () => {
    const aside = event({ type: 'step-started', stepId: 'aside', message: '', lane: 'companion' })
    const failed = event({ type: 'step-failed', stepId: 's1', error: 'no' })

    const { workflows } = workflowsAfter([start, first, aside, failed, none])

    expect(workflows).toEqual(['workflow:w1 halted: s1 failed, aside unknown'])
  })

  test('tells of a companion that failed unseen, when the workflow is over', () => {
    const end = event({ type: 'workflow-ended', workflowId: 'w1' })
    const told = active({
      status: 'completed',
      currentStep: null,
      seq: null,
      steps: [
        { stepId: 's1', message: '', status: 'completed', error: null },
        { stepId: 'aside', message: '', status: 'failed', error: 'no', lane: 'companion' },
      ],
    })

    const { workflows } = workflowsAfter([start, first, end, told])

    expect(workflows).toEqual(['workflow:w1 completed: s1 completed, aside failed'])
  })

  describe('a step that another workflow completed', () => {
    const halted = active({
      status: 'halted',
      currentStep: 's1',
      seq: null,
      steps: [{ stepId: 's1', message: '', status: 'failed', error: 'no' }],
    })
    const stale = event({ type: 'step-completed', stepId: 's1' })

    test('has failed once the history says so twice with nothing heard between', () => {
      const { workflows, phase } = workflowsAfter([start, first, stale, halted, halted])

      expect(workflows).toEqual(['workflow:w1 halted: s1 failed'])
      expect(phase).toBe('failed')
    })

    test('has failed so wherever it was put', () => {
      const late = active({
        status: 'halted',
        currentStep: 's1',
        seq: null,
        steps: [
          { stepId: 's0', message: '', status: 'completed', error: null },
          { stepId: 's1', message: '', status: 'failed', error: 'no' },
        ],
      })
      const before = event({ type: 'step-completed', stepId: 's0' })

      const { workflows } = workflowsAfter([start, first, stale, before, late, late])

      expect(workflows).toEqual(['workflow:w1 halted: s0 completed, s1 failed'])
    })

    test('goes on after a page that may be stale', () => {
      const { workflows } = workflowsAfter([start, first, stale, halted, stale, halted])

      expect(workflows).toEqual(['workflow:w1 running: s1 completed'])
    })
  })

  test('gives bare steps to the workflow whose end is the first that names it', () => {
    const end = event({ type: 'workflow-cancelled', workflowId: 'w1' })

    const { workflows } = workflowsAfter([none, ...rest, end])

    expect(workflows).toEqual([expect.stringMatching(/cancelled: s1 completed, s2 completed$/u)])
  })

  test('keeps bare steps apart from a workflow that was heard of after them', () => {
    const next = event({ type: 'workflow-started', workflowId: 'w2', name: 'Renew' })
    const end = event({ type: 'workflow-ended', workflowId: 'w2' })

    const { workflows } = workflowsAfter([first, next, end])

    expect(workflows).toEqual([expect.stringMatching(/ended: s1 unknown$/u), 'workflow:w2 completed: '])
  })

  test('gives bare steps to the workflow that starts, also where the history knew of a later one', () => {
    const told = active({ workflowId: 'w2', status: 'running', currentStep: null, seq: null, steps: [] })
    const failed = event({ type: 'step-failed', stepId: 's1', error: 'no' })
    const next = event({ type: 'workflow-started', workflowId: 'w2', name: 'Renew' })

    const { workflows } = workflowsAfter([start, told, start, first, failed, next, first])

    expect(workflows).toContain('workflow:w1 halted: s1 failed')
    expect(workflows).toContain('workflow:w2 running: s1 running')
  })

  test('does not bring back to life what older numbers tell of', () => {
    const told = active({ status: 'awaiting-input', currentStep: 's1', seq: 3, steps: [] })
    const late = [
      event({ type: 'step-started', workflowId: 'w1', seq: 2, stepId: 's1', message: '' }),
      event({
        type: 'form-required',
        workflowId: 'w1',
        seq: 3,
        stepId: 's1',
        message: '',
        dataPoints: [],
        problems: [],
      }),
    ]

    const { workflows, phase } = workflowsAfter([told, none, ...late])

    expect(workflows).toEqual(['workflow:w1 ended: s1 unknown'])
    expect(phase).toBe('idle')
  })

  test('ends again what a newer number brought back to life', () => {
    const told = active({ status: 'halted', currentStep: 's1', seq: 3, steps: [] })
    const retried = event({ type: 'step-started', workflowId: 'w1', seq: 4, stepId: 's1', message: '' })

    const going = workflowsAfter([told, none, retried])
    const over = workflowsAfter([told, none, retried, none])

    expect(going.workflows).toEqual(['workflow:w1 running: s1 running'])
    expect(over.workflows).toEqual(['workflow:w1 ended: s1 unknown'])
  })
})
