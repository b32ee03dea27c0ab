import { describe, expect, test } from 'vitest'
import type { Fact, WorkflowSnapshot } from './facts.ts'
import { hub, snapshot, stepsOf, told, view, workflowIn } from './fixtures/hub-lines.ts'
import type { StepId, WorkflowId } from './ids.ts'
import { createLedger } from './ledger.ts'

const plural = (...snapshots: readonly WorkflowSnapshot[]): Fact => ({
  type: 'workflow-snapshots',
  snapshots,
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
