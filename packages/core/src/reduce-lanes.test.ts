import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Conversation } from './conversation.ts'
import type { Fact, SnapshotStep, WorkflowSnapshot } from './facts.ts'
import type { StepId, WorkflowId } from './ids.ts'
import type { WorkflowItem } from './items.ts'
import { createLedger } from './ledger.ts'
import { reduce } from './reduce.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }

const view = (facts: readonly Fact[]): Conversation => {
  const ledger = createLedger()
  for (const fact of facts) ledger.add(fact)
  return reduce(ledger, [])
}

/** Hub events, numbered in their order: `start w1`, `begin s1`, `begin c1 lane`, `done c1 lane`, `fail …`. */
const hub = (...lines: readonly string[]): readonly Fact[] =>
  lines.map((line, index) => {
    const [word = '', id = '', lane] = line.split(' ')
    const types: Readonly<Record<string, object>> = {
      start: { type: 'workflow-started', workflowId: id, name: id },
      begin: { type: 'step-started', stepId: id, message: id, lane: lane ?? null },
      ask: {
        type: 'form-required',
        stepId: id,
        message: id,
        dataPoints: [],
        problems: [],
        lane: lane ?? null,
      },
      done: { type: 'step-completed', stepId: id, lane: lane ?? null },
      fail: { type: 'step-failed', stepId: id, error: `${id} broke`, lane: lane ?? null },
      end: { type: 'workflow-ended', workflowId: id },
      halt: { type: 'workflow-failed', workflowId: id, error: 'The budget is used up.' },
      cancel: { type: 'workflow-cancelled', workflowId: id },
    }
    const event = {
      runId: null,
      eventId: null,
      seq: index + 1,
      at: index + 1,
      workflowId: 'w1',
      ...types[word],
    }
    return { type: 'event', event } as unknown as Fact // bodies are written whole above
  })

const workflowIn = ({ items }: Conversation): WorkflowItem => {
  const item = items.find(({ kind }) => kind === 'workflow')
  if (item?.kind !== 'workflow') throw new Error('The conversation shows no workflow.')
  return item
}
const stepsOf = (conversation: Conversation): readonly string[] =>
  workflowIn(conversation).steps.map(({ stepId, status, lane }) => `${stepId} ${status} ${lane ?? 'main'}`)

const snapshot = (change: Partial<WorkflowSnapshot>): WorkflowSnapshot => ({
  workflowId: 'w1' as WorkflowId,
  name: 'w1',
  status: 'running',
  currentStep: null,
  steps: [],
  form: null,
  seq: null,
  at: 1,
  ...change,
})
const told = (stepId: string, status: SnapshotStep['status'], lane: string | null = null): SnapshotStep => ({
  stepId: stepId as StepId,
  message: stepId,
  status,
  error: null,
  lane,
})
const plural = (...snapshots: readonly WorkflowSnapshot[]): Fact => ({
  type: 'workflow-snapshots',
  snapshots,
})

describe('companion lanes', () => {
  test('go on beside the main lane, each step below the one beside which it began', () => {
    const facts = hub(
      'start w1',
      'begin s1',
      'done s1',
      'begin c1 bell',
      'begin s2',
      'done c1 bell',
      'begin c2 bell',
    )

    expect(stepsOf(view(facts))).toEqual([
      's1 completed main',
      'c1 completed bell',
      'c2 running bell',
      's2 running main',
    ])
  })

  test('fail alone: the main lane goes on, and completes', () => {
    const facts = hub('start w1', 'begin s1', 'begin c1 bell', 'fail c1 bell', 'done s1', 'end w1')

    expect(workflowIn(view(facts.slice(0, 4))).status).toBe('running')
    expect(workflowIn(view(facts))).toMatchObject({
      status: 'completed',
      steps: [{ status: 'completed' }, { status: 'failed', error: 'c1 broke' }],
    })
  })

  test('keep nobody from going on, while the main lane does', () => {
    const both = hub('start w1', 'begin s1', 'begin c1 bell')
    const beside = hub('start w1', 'begin s1', 'begin c1 bell', 'done s1')

    expect(view(both).phase).toBe('skill-running')
    expect(view(beside).phase).toBe('idle')
  })

  test('make the workflow wait while one of them asks, and no longer', () => {
    const asking = hub('start w1', 'begin s1', 'ask c1 bell', 'done s1', 'begin s2')
    const answered = hub('start w1', 'begin s1', 'ask c1 bell', 'done s1', 'begin s2', 'done c1 bell')

    expect([workflowIn(view(asking)).status, view(asking).phase]).toEqual([
      'awaiting-input',
      'awaiting-input',
    ])
    expect([workflowIn(view(answered)).status, view(answered).phase]).toEqual(['running', 'skill-running'])
  })

  test('are not said to be done by an end that may have cut them short', () => {
    const facts = hub('start w1', 'begin s1', 'begin c1 bell', 'done s1', 'end w1')

    expect(stepsOf(view(facts))).toEqual(['s1 completed main', 'c1 unknown bell'])
    expect(workflowIn(view(facts)).status).toBe('completed')
  })

  test('come back from a snapshot, above the steps that are still to come', () => {
    const steps = [
      told('s1', 'completed'),
      told('s2', 'running'),
      told('s3', 'pending'),
      told('c1', 'running', 'bell'),
    ]

    const rebuilt = view([
      { type: 'workflow-snapshot', snapshot: snapshot({ currentStep: 's2' as StepId, steps }) },
    ])

    expect(stepsOf(rebuilt)).toEqual([
      's1 completed main',
      's2 running main',
      'c1 running bell',
      's3 pending main',
    ])
  })

  test('a snapshot that events have overtaken moves none of them back', () => {
    const stale = snapshot({
      currentStep: 's1' as StepId,
      steps: [told('s1', 'running'), told('c1', 'running', 'bell')],
    })
    const facts = hub('start w1', 'begin s1', 'begin c1 bell', 'done c1 bell')

    expect(stepsOf(view([...facts, { type: 'workflow-snapshot', snapshot: stale }]))).toEqual([
      's1 running main',
      'c1 completed bell',
    ])
  })

  test('leave the main lane as it is, wherever their events come between its own', () => {
    const main = ['begin s1', 'done s1', 'begin s2', 'fail s2', 'begin s2', 'done s2', 'begin s3']
    const lines = fc.array(
      fc.tuple(fc.nat({ max: main.length }), fc.constantFrom('begin', 'done', 'fail'), fc.nat({ max: 2 })),
      { maxLength: 12 },
    )
    const mainOf = (item: WorkflowItem): unknown => item.steps.filter(({ lane }) => lane === null)
    fc.assert(
      fc.property(lines, fc.nat({ max: main.length }), (beside, length) => {
        const alone = main.slice(0, length)
        const mixed = alone.flatMap((line, index) => [
          ...beside.flatMap(([place, word, id]) => (place === index ? [`${word} c${id} lane${id % 2}`] : [])),
          line,
        ])

        const [one, other] = [view(hub('start w1', ...alone)), view(hub('start w1', ...mixed))]

        expect(mainOf(workflowIn(other))).toEqual(mainOf(workflowIn(one)))
        expect(workflowIn(other).status).toBe(workflowIn(one).status)
      }),
      seed,
    )
  })
})

describe('a workflow that is stopped as a whole', () => {
  test('halts with its own sentence, and no step looks as if it ran', () => {
    const facts = hub('start w1', 'begin s1', 'begin c1 bell', 'halt w1')

    expect(workflowIn(view(facts))).toMatchObject({
      status: 'halted',
      error: 'The budget is used up.',
      steps: [{ status: 'unknown' }, { status: 'unknown' }],
    })
    expect(view(facts).phase).toBe('failed')
  })

  test('goes on, without that sentence, when a retry begins', () => {
    const facts = hub('start w1', 'begin s1', 'fail s1', 'halt w1', 'begin s1')

    expect(workflowIn(view(facts))).toMatchObject({
      status: 'running',
      steps: [{ status: 'running', attempts: 2 }],
    })
    expect(workflowIn(view(facts)).error).toBeUndefined()
  })

  test('says that it was cancelled, whatever comes late', () => {
    const facts = hub('start w1', 'begin s1', 'begin c1 bell', 'cancel w1', 'fail s1', 'begin s2', 'end w1')

    expect(stepsOf(view(facts))).toEqual(['s1 cancelled main', 'c1 cancelled bell'])
    expect([workflowIn(view(facts)).status, view(facts).phase]).toEqual(['cancelled', 'idle'])
  })

  test('says so from a snapshot, too', () => {
    const over = snapshot({
      status: 'cancelled',
      currentStep: 's2' as StepId,
      steps: [told('s1', 'completed'), told('s2', 'cancelled'), told('s3', 'pending')],
    })

    expect(workflowIn(view([{ type: 'workflow-snapshot', snapshot: over }]))).toMatchObject({
      status: 'cancelled',
      steps: [{ status: 'completed' }, { status: 'cancelled' }, { status: 'pending' }],
    })
  })
})

describe('several workflows at once (A28)', () => {
  const other = snapshot({ workflowId: 'w2' as WorkflowId, name: 'w2' })
  const step = (workflowId: string, stepId: string): Fact =>
    ({
      type: 'event',
      event: {
        type: 'step-started',
        workflowId,
        stepId,
        message: stepId,
        runId: null,
        eventId: null,
        seq: null,
        at: 5,
      },
    }) as unknown as Fact // as above

  test('keep a card each, where the backend tells a list', () => {
    const { items } = view([plural(snapshot({})), step('w1', 's1'), step('w2', 's1')])

    expect(items).toMatchObject([
      { workflowId: 'w1', status: 'running', steps: [{ status: 'running' }] },
      { workflowId: 'w2', status: 'running', steps: [{ status: 'running' }] },
    ])
  })

  test('one takes the place of the other, where it tells none', () => {
    const { items } = view([step('w1', 's1'), step('w2', 's1')])

    expect(items).toMatchObject([{ status: 'ended' }, { status: 'running' }])
  })

  test('what the list names no longer is over, and the rest goes on', () => {
    const { items } = view([plural(snapshot({}), other), plural(other)])

    expect(items).toMatchObject([
      { workflowId: 'w1', status: 'ended' },
      { workflowId: 'w2', status: 'running' },
    ])
  })

  test('the same list again is no news', () => {
    const ledger = createLedger()
    ledger.add(plural(snapshot({}), other))

    expect(ledger.add(plural(snapshot({}), other))).toBe(false)
  })

  test('each of them counts for what is going on', () => {
    const waiting = snapshot({
      currentStep: 's1' as StepId,
      status: 'awaiting-input',
      steps: [told('s1', 'awaiting-input')],
      form: { stepId: 's1' as StepId, message: 'Details', dataPoints: [], problems: [] },
    })

    expect(view([plural(waiting, other)]).phase).toBe('awaiting-input')
  })
})

describe('what a step and a message carry along', () => {
  test('a step that cannot run again, and one that the scripted model judged, say so', () => {
    const [start, begin] = hub('start w1', 'begin s1')
    const failed = {
      ...hub('', '', 'fail s1')[2],
    } as { readonly event: object }
    const fact = { type: 'event', event: { ...failed.event, canRetry: false, isScripted: true } } as Fact
    if (!start || !begin) throw new Error('The events are missing.')

    expect(workflowIn(view([start, begin, fact])).steps).toMatchObject([
      { canRetry: false, isScripted: true },
    ])
  })

  test('a message keeps what the stream told of its actions, until the history tells otherwise', () => {
    const actions = [{ type: 'button', label: 'Yes', text: 'Yes' }] as const
    const base = { messageId: 'm1', text: 'Go on?', runId: 'r1' }
    const live = {
      type: 'event',
      event: { type: 'message', seq: 1, at: 1, eventId: null, ...base, actions, isScripted: true },
    } as unknown as Fact // as above
    const copy = (more: object) =>
      ({
        type: 'history-message',
        message: { ...base, role: 'agent', at: 1, intentId: null, revision: 0, ...more },
      }) as unknown as Fact // as above
    const other = [{ type: 'link', label: 'Open', url: 'https://example.com' }] as const

    expect(view([live, copy({})]).items).toMatchObject([{ actions, isScripted: true }])
    expect(view([live, copy({ actions: other })]).items).toMatchObject([{ actions: other }])
    expect(view([copy({ actions: other, isScripted: true })]).items).toMatchObject([
      { actions: other, isScripted: true },
    ])
  })
})
