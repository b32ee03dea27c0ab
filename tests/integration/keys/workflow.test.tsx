import { expect, test } from 'vitest'
import { openFlow, shortcut } from './open-flow.tsx'

const dataPoints = [
  { key: 'name', label: 'Full name', type: 'Text', required: true },
  { key: 'email', label: 'Email', type: 'Email' },
  { key: 'kind', label: 'Kind', type: 'Select', options: ['Goods', 'Services'] },
]

test('filling a form: it is asked for at once, faults are said, and what was sent keeps the focus', async () => {
  const flow = await openFlow()

  await flow.hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowInterventionRequired', { stepId: 's1', message: 'Who are you?', dataPoints }],
  )
  await flow.heard('assertive: Details are needed: Who are you?')
  expect(flow.focus()).toBe('textarea Message')
  await expect.element(flow.screen.getByRole('textbox', { name: 'Full name' })).toBeVisible()
  await flow.press(shortcut('n'))
  expect(flow.focus()).toContain('Who are you?')
  await flow.tabTo('Email')
  await flow.press('nonsense')
  await flow.tabTo('Send details')
  await flow.press('{Enter}')
  await flow.heard(/3 fields need another look/)
  expect(flow.transport.submitted).toEqual([])

  // The summary of the faults leads to each field.
  await flow.tabTo('Full name')
  await flow.press('{Enter}')
  expect(flow.focus()).toContain('input Full name')
  await flow.press('Ada Moreau{Tab}{Control>}a{/Control}ada@example.test{Tab}')
  expect(flow.focus()).toContain('Kind')
  await flow.press('{ArrowDown}')
  await flow.tabTo('Send details')
  await flow.press('{Enter}')
  await expect
    .poll(() => flow.transport.submitted.map(({ command }) => command))
    .toMatchObject([
      { type: 'submit-form', values: { name: 'Ada Moreau', email: 'ada@example.test', kind: 'Goods' } },
    ])
  await flow.hub(['WorkflowStepCompleted', { stepId: 's1' }], ['WorkflowCompleted'])
  await flow.heard('polite: Onboard is complete.')

  expect(flow.focus()).toContain('Who are you?')
  expect(await flow.timesSaid('assertive: Details are needed: Who are you?')).toBe(1)
})

test('retrying a failed step: the failure is said with its reason, Retry is reached, and the card keeps the focus', async () => {
  const flow = await openFlow()

  await flow.hub(
    ['WorkflowStarted', { name: 'Export' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Write the file' }],
    ['WorkflowStepFailed', { stepId: 's1', error: 'The disk is full.' }],
  )
  await flow.heard('assertive: Export has halted at “Write the file”: The disk is full.')
  await flow.press('{Shift>}{F6}{/Shift}{End}')
  expect(flow.focus()).toBe('section Workflow: Export')
  await flow.heard('region, Workflow: Export')
  await flow.tabTo('Retry')
  await flow.press('{Enter}')
  expect(flow.transport.submitted.map(({ command }) => command)).toEqual([
    { type: 'retry-step', workflowId: 'w1', stepId: 's1' },
  ])
  await flow.hub(['WorkflowStepStarted', { stepId: 's1', message: 'Write the file' }])
  await expect.poll(flow.focus).toBe('section Workflow: Export')
  await flow.hub(['WorkflowStepCompleted', { stepId: 's1' }], ['WorkflowCompleted'])
  await flow.heard('polite: Export is complete.')

  expect(flow.focus()).toBe('section Workflow: Export')
})

test('a workflow from start to end: each step is said, and who writes is left in peace', async () => {
  const flow = await openFlow()
  await flow.press('While I wait')

  await flow.hub(
    ['WorkflowStarted', { name: 'Export' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Collect' }],
  )
  await flow.heard('polite: Export, step 1 of 1: Collect')
  await flow.hub(
    ['WorkflowStepCompleted', { stepId: 's1' }],
    ['WorkflowStepStarted', { stepId: 's2', message: 'Write the file' }],
  )
  await flow.heard('polite: Export, step 2 of 2: Write the file')
  await flow.hub(['WorkflowStepCompleted', { stepId: 's2' }], ['WorkflowCompleted'])
  await flow.heard('polite: Export is complete.')

  expect(flow.focus()).toBe('textarea Message')
  await expect.element(flow.screen.getByRole('textbox', { name: 'Message' })).toHaveValue('While I wait')
})
