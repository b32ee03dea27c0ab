import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translateHistory, translateHubEvent } from './translate.ts'
import { decodeHubEvent, type HubEvent } from './wire-event.ts'
import { decodeHistory, type HeardHistory } from './wire-history.ts'
import { hubEventNames, type HubEventName } from './wire.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }

function heard(name: HubEventName, ...args: readonly unknown[]): HubEvent {
  const decoded = decodeHubEvent(name, args)
  if (decoded.status === 'malformed') throw new Error(decoded.problem)
  return decoded.value
}

function history(body: unknown): HeardHistory {
  const decoded = decodeHistory(body)
  if (decoded === null) throw new Error('The body is no history.')
  return decoded
}

describe('translateHubEvent', () => {
  test('is total: any JSON becomes at most one fact for each argument list', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hubEventNames), fc.array(fc.jsonValue()), (name, args) => {
        const decoded = decodeHubEvent(name, args)
        if (decoded.status === 'malformed') return

        const { facts } = translateHubEvent(decoded.value, 0)

        expect(facts).toHaveLength(1)
      }),
      seed,
    )
  })

  test('carries workflow, position and time when the wire gives them', () => {
    const event = heard('WorkflowStepStarted', {
      stepId: 's1',
      message: 'Collect',
      workflowId: 'w1',
      seq: 2,
      at: '1970-01-01T00:00:05Z',
    })

    const { facts } = translateHubEvent(event, 0)

    expect(facts).toEqual([
      {
        type: 'event',
        event: {
          type: 'step-started',
          runId: null,
          eventId: null,
          workflowId: 'w1',
          seq: 2,
          at: 5_000,
          stepId: 's1',
          message: 'Collect',
        },
      },
    ])
  })

  test('names the companion lane of a step, and no lane where it is the main one', () => {
    const started = (lane: string) =>
      translateHubEvent(heard('WorkflowStepStarted', { stepId: 's1', message: 'Notify', Lane: lane }), 0)
        .facts

    expect(started('bell')).toMatchObject([{ event: { stepId: 's1', lane: 'bell' } }])
    expect(JSON.stringify(started('main'))).not.toContain('lane')
  })

  test('carries what a step says of a retry, and who judged it', () => {
    const event = heard('WorkflowStepFailed', {
      stepId: 's1',
      error: 'no',
      canRetry: false,
      judgedBy: 'scripted',
    })

    expect(translateHubEvent(event, 0).facts).toMatchObject([
      { event: { canRetry: false, isScripted: true } },
    ])
  })

  test('tells a failure and a cancellation of the whole workflow', () => {
    const failed = translateHubEvent(heard('WorkflowFailed', { workflowId: 'w1', error: 'Too long.' }), 0)
    const cancelled = translateHubEvent(heard('WorkflowCancelled', 'w1'), 0)

    expect(failed.facts).toMatchObject([
      { event: { type: 'workflow-failed', workflowId: 'w1', error: 'Too long.' } },
    ])
    expect(cancelled.facts).toMatchObject([{ event: { type: 'workflow-cancelled', workflowId: 'w1' } }])
  })

  test('takes along what a message offers, and leaves out what it cannot read of it', () => {
    const actions = [{ Type: 'Link', Label: 'Open', Url: 'https://example.com' }, { type: 'button' }, 7]
    const event = heard('MessageReceived', { messageId: 'm1', content: 'hi', actions, judgedBy: 'scripted' })

    expect(translateHubEvent(event, 0).facts).toMatchObject([
      {
        message: {
          actions: [{ type: 'link', label: 'Open', url: 'https://example.com' }],
          isScripted: true,
        },
      },
    ])
  })

  test('says null where a bare event says nothing', () => {
    const { facts } = translateHubEvent(heard('WorkflowStepCompleted', 's1'), 0)

    expect(facts).toMatchObject([
      { event: { type: 'step-completed', workflowId: null, seq: null, at: null, stepId: 's1' } },
    ])
  })

  test('decodes the fields of a form and names the faulty ones', () => {
    const dataPoints = [{ Key: 'email', Label: 'E-mail', Type: 'Email' }, { Label: 'no key' }]

    const { facts, problems } = translateHubEvent(
      heard('WorkflowInterventionRequired', 's2', 'Your details', dataPoints),
      0,
    )

    expect(facts).toMatchObject([
      {
        event: {
          type: 'form-required',
          message: 'Your details',
          dataPoints: [{ key: 'email', label: 'E-mail', type: 'Email' }],
        },
      },
    ])
    expect(problems).toEqual([expect.stringContaining('has no key')])
  })

  test('makes a received message a message of the history, with the intent that it was sent under', () => {
    const event = heard('MessageReceived', {
      messageId: 'm1',
      source: 'user',
      content: 'hello',
      createdAt: '1970-01-01T00:00:05Z',
      clientMessageId: 'i1',
    })

    const { facts } = translateHubEvent(event, 0)

    expect(facts).toEqual([
      {
        type: 'history-message',
        message: {
          messageId: 'm1',
          role: 'user',
          text: 'hello',
          runId: null,
          at: 5_000,
          intentId: 'i1',
          revision: 0,
        },
      },
    ])
  })

  test('dates a message that came without a time by the newest one known', () => {
    const { facts } = translateHubEvent(heard('MessageReceived', 'm1', 'agent', 'hi'), 7_000)

    expect(facts).toMatchObject([{ message: { role: 'agent', at: 7_000 } }])
  })
})

describe('translateHistory', () => {
  test('is total: any JSON that is a history becomes facts with at most one snapshot, the last of them', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (messages, activeWorkflow) => {
        const { facts } = translateHistory(history({ messages, activeWorkflow }))

        const place = facts.findIndex((fact) => fact.type === 'workflow-snapshot')
        expect([-1, facts.length - 1]).toContain(place)
      }),
      seed,
    )
  })

  test('says that no workflow is active when the history names none', () => {
    const { facts } = translateHistory(history({ messages: [] }))

    expect(facts).toEqual([{ type: 'workflow-snapshot', snapshot: null }])
  })

  test('dates an undated message by the one before it', () => {
    const { facts } = translateHistory(
      history({ messages: [{ id: 'm1', createdAt: '1970-01-01T00:00:05Z' }, { id: 'm2' }] }),
    )

    expect(facts).toMatchObject([{ message: { at: 5_000 } }, { message: { at: 5_000 } }, {}])
  })

  test('says nothing about workflows when the active one cannot be read', () => {
    const { facts, problems } = translateHistory(
      history({ messages: [], activeWorkflow: { name: 'Onboard' } }),
    )

    expect(facts).toEqual([])
    expect(problems).toHaveLength(1)
  })

  test('takes the list of active workflows in the place of the one beside it (A28)', () => {
    const [one, other] = ['w1', 'w2'].map((workflowId) => ({
      workflowId,
      name: workflowId,
      status: 'running',
      currentStep: 's1',
      steps: [
        { stepId: 's1', message: 'Check', status: 'running' },
        { stepId: 'c1', message: 'Notify', status: 'failed', error: 'no', lane: 'bell', canRetry: false },
      ],
    }))

    const { facts } = translateHistory(
      history({ messages: [], activeWorkflow: other, activeWorkflows: [one, other] }),
    )

    expect(facts).toMatchObject([
      {
        type: 'workflow-snapshots',
        snapshots: [
          { workflowId: 'w1', steps: [{ stepId: 's1' }, { stepId: 'c1', lane: 'bell', canRetry: false }] },
          { workflowId: 'w2' },
        ],
      },
    ])
  })

  test('an empty list says that no workflow is active, and one that cannot be read says nothing', () => {
    const none = translateHistory(history({ messages: [], activeWorkflows: [] }))
    const unreadable = translateHistory(history({ messages: [], activeWorkflows: [{ name: 'Onboard' }] }))

    expect(none.facts).toEqual([{ type: 'workflow-snapshots', snapshots: [] }])
    expect(unreadable.facts).toEqual([])
    expect(unreadable.problems).toHaveLength(1)
  })

  test('makes ActiveWorkflow a snapshot with its pending form', () => {
    const activeWorkflow = {
      workflowId: 'w1',
      name: 'Onboard',
      status: 'awaiting_input',
      currentStep: 's2',
      steps: [{ stepId: 's2', message: 'Details', status: 'awaiting_input' }],
      pendingIntervention: { stepId: 's2', message: 'Yours', dataPoints: [{ key: 'email', type: 'Email' }] },
      updatedAt: '1970-01-01T00:00:09Z',
      seq: 4,
    }

    const { facts } = translateHistory(history({ messages: [], activeWorkflow }))

    expect(facts).toMatchObject([
      {
        snapshot: {
          workflowId: 'w1',
          name: 'Onboard',
          status: 'awaiting-input',
          currentStep: 's2',
          steps: [{ stepId: 's2', message: 'Details', status: 'awaiting-input', error: null }],
          form: { stepId: 's2', message: 'Yours', dataPoints: [{ key: 'email', type: 'Email' }] },
          seq: 4,
          at: 9_000,
        },
      },
    ])
  })

  test('dates ActiveWorkflow by its beginning, where the live events have put it', () => {
    const times = { startedAt: '1970-01-01T00:00:03Z', updatedAt: '1970-01-01T00:00:09Z' }

    const { facts } = translateHistory(
      history({ messages: [], activeWorkflow: { workflowId: 'w1', name: 'Onboard', ...times } }),
    )

    expect(facts).toMatchObject([{ snapshot: { at: 3_000 } }])
  })
})
