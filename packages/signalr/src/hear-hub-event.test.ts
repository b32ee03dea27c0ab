import { expect, test } from 'vitest'
import { hearHubEvent } from './hear-hub-event.ts'

test('hears an event in any form, and nothing in what it does not know', () => {
  expect(hearHubEvent('workflowstarted', ['w1', 'Refund'])).toMatchObject([
    { type: 'event', event: { type: 'workflow-started', workflowId: 'w1', name: 'Refund' } },
  ])
  expect(hearHubEvent('WorkflowStarted', [{}])).toEqual([])
  expect(hearHubEvent('Teleported', [{ workflowId: 'w1' }])).toEqual([])
})
