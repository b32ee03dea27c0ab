import { describe, expect, test } from 'vitest'
import { decodeHistory } from './wire-history.ts'

const activeWorkflow = {
  workflowId: 'w1',
  name: 'Onboard',
  status: 'awaiting_input',
  currentStep: 's2',
  steps: [
    { stepId: 's1', message: 'Collect', status: 'completed' },
    { stepId: 's2', message: 'Details', status: 'awaiting_input' },
  ],
  pendingIntervention: { stepId: 's2', message: 'Your details', dataPoints: [{ key: 'email' }] },
  startedAt: '2026-01-01T12:00:03Z',
  updatedAt: '2026-01-01T12:00:05Z',
  seq: 4,
}

describe('decodeHistory', () => {
  test('reads the documented form', () => {
    const history = decodeHistory({
      messages: [{ messageId: 'm1', source: 'user', content: 'hello', createdAt: '2026-01-01T12:00:00Z' }],
      activeWorkflow,
    })

    expect(history).toEqual({
      messages: [
        {
          messageId: 'm1',
          role: 'user',
          text: 'hello',
          createdAt: Date.UTC(2026, 0, 1, 12),
          clientMessageId: null,
        },
      ],
      activeWorkflow: {
        workflowId: 'w1',
        name: 'Onboard',
        status: 'awaiting_input',
        currentStep: 's2',
        steps: [
          { stepId: 's1', message: 'Collect', status: 'completed', error: null },
          { stepId: 's2', message: 'Details', status: 'awaiting_input', error: null },
        ],
        pendingIntervention: { stepId: 's2', message: 'Your details', dataPoints: [{ key: 'email' }] },
        furtherInterventions: [],
        seq: 4,
        startedAt: Date.UTC(2026, 0, 1, 12, 0, 3),
        updatedAt: Date.UTC(2026, 0, 1, 12, 0, 5),
      },
      problems: [],
    })
  })

  test('reads ActiveWorkflow in PascalCase and inside a result as it reads the documented form', () => {
    const pascal = {
      WorkflowId: 'w1',
      Name: 'Onboard',
      Status: 'AwaitingInput',
      CurrentStep: 's2',
      Steps: activeWorkflow.steps.map(({ stepId, message, status }) => ({
        StepId: stepId,
        Message: message,
        Status: status,
      })),
      PendingIntervention: { StepId: 's2', Message: 'Your details', DataPoints: [{ key: 'email' }] },
      StartedAt: activeWorkflow.startedAt,
      UpdatedAt: activeWorkflow.updatedAt,
      Seq: 4,
    }

    const history = decodeHistory({ result: { Messages: [], ActiveWorkflow: pascal } })

    expect(history).toEqual(decodeHistory({ messages: [], activeWorkflow }))
  })

  test('makes the current step stand for a list that the backend does not give', () => {
    const history = decodeHistory({
      messages: [],
      ActiveWorkflow: { workflowId: 'w1', currentStep: { stepId: 's2', message: 'Details' } },
    })

    expect(history?.activeWorkflow).toMatchObject({
      status: 'running',
      currentStep: 's2',
      steps: [{ stepId: 's2', message: 'Details', status: 'running' }],
    })
  })

  test('says that a workflow without an id is unreadable instead of saying that there is none', () => {
    const history = decodeHistory({ messages: [], activeWorkflow: { name: 'Onboard' } })

    expect(history).toMatchObject({
      activeWorkflow: 'unreadable',
      problems: [expect.stringContaining('workflowId')],
    })
  })

  test('leaves out a message without an id and says so', () => {
    const history = decodeHistory({ messages: [{ content: 'hello' }, { id: 'm1', text: 'hi' }, 7] })

    expect(history?.messages.map((message) => message.messageId)).toEqual(['m1'])
    expect(history?.problems).toEqual([expect.stringContaining('2 messages')])
  })

  test.each([null, 'a login page', 7, [], {}, { html: '<p>' }])(
    'is null for %j, which is no history',
    (body) => {
      expect(decodeHistory(body)).toBeNull()
    },
  )
})
