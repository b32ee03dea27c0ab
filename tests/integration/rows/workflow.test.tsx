import { expect, test } from 'vitest'
import { openChat } from './open-chat.tsx'

const dataPoints = [
  { key: 'name', label: 'Full name', type: 'Text' },
  { key: 'email', label: 'Email', type: 'Email' },
]

test('WorkflowStarted gives the header the name and the state a word', async () => {
  const { screen, hub, header } = await openChat({}, { title: 'Returns assistant' })
  expect(header()).toContain('Returns assistant')

  hub(['WorkflowStarted', { name: 'Onboard a supplier' }])

  await expect.poll(header).toContain('Onboard a supplier')
  await expect
    .element(screen.getByRole('status', { name: 'Conversation status' }))
    .toHaveAttribute('data-twk-phase', 'skill-running')
})

test('WorkflowStepStarted adds a shimmering row with the message, and earlier steps stay', async () => {
  const { screen, hub, article } = await openChat()

  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Checking the register' }],
    ['WorkflowStepCompleted', { stepId: 's1' }],
    ['WorkflowStepStarted', { stepId: 's2', message: 'Opening the account' }],
  )

  await expect.poll(() => article('workflow').querySelectorAll('li').length).toBe(2)
  const steps = [...article('workflow').querySelectorAll('li')]
  expect(steps.map((step) => step.dataset['status'])).toEqual(['completed', 'running'])
  expect(steps[1]?.querySelector('.twk-shimmer')?.textContent).toBe('Opening the account')
  expect(steps[0]?.querySelector('.twk-shimmer')).toBeNull()
  await expect.element(screen.getByText('Checking the register')).toBeVisible()
})

test('WorkflowInterventionRequired draws a form of the data points under the message', async () => {
  const { screen, hub } = await openChat()

  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowInterventionRequired', { stepId: 's1', message: 'Who are you?', dataPoints }],
  )

  const form = screen.getByRole('form', { name: 'Who are you?' })
  await expect.element(form.getByRole('textbox', { name: 'Full name' })).toBeVisible()
  await expect.element(form.getByRole('textbox', { name: 'Email' })).toBeVisible()
  await expect
    .element(screen.getByRole('status', { name: 'Conversation status' }))
    .toHaveAttribute('data-twk-phase', 'awaiting-input')
})

test('WorkflowStepCompleted marks the step as done in its own row', async () => {
  const { hub, article } = await openChat()
  const step = () => article('workflow').querySelector('li')
  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Checking' }],
  )
  await expect.poll(() => document.querySelectorAll('li[data-status="running"]').length).toBe(1)
  const before = step()

  hub(['WorkflowStepCompleted', { stepId: 's1' }])

  await expect.poll(() => step()?.dataset['status']).toBe('completed')
  expect(step()).toBe(before)
  expect(step()?.textContent).toBe('Checking, Done')
})

test('WorkflowStepFailed shows the error and a Retry that asks for this step once', async () => {
  const { screen, hub, transport } = await openChat()

  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Checking' }],
    ['WorkflowStepFailed', { stepId: 's1', error: 'The register answered 503.' }],
  )
  await expect.element(screen.getByText('The register answered 503.')).toBeVisible()
  await screen.getByRole('button', { name: 'Retry' }).dblClick()

  expect(transport.submitted.map(({ command }) => command)).toEqual([
    { type: 'retry-step', workflowId: 'w1', stepId: 's1' },
  ])
})

test('WorkflowCompleted clears the header and leaves a summary in the thread', async () => {
  const { hub, article, header } = await openChat({}, { title: 'Returns assistant' })
  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Checking' }],
  )
  await expect.poll(header).toContain('Onboard')

  hub(['WorkflowStepCompleted', { stepId: 's1' }], ['WorkflowCompleted'])

  await expect.poll(header).toContain('Returns assistant')
  expect(header()).not.toContain('Onboard')
  expect(article('workflow').textContent).toContain('Completed · 1 of 1')
})

test('after a failure no step looks as if it ran, the workflow says that it halted, and a person can be asked', async () => {
  const asked: string[] = []
  const { screen, hub, article } = await openChat({}, { onEscalate: ({ name }) => void asked.push(name) })

  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Checking' }],
    ['WorkflowStepStarted', { stepId: 's2', message: 'Filing' }],
    ['WorkflowStepFailed', { stepId: 's2', error: 'Refused.' }],
  )

  await expect.element(screen.getByText(/Nothing after it has run/)).toBeVisible()
  expect(article('workflow').dataset['twkStatus']).toBe('halted')
  expect(article('workflow').querySelector('.twk-shimmer, [data-status="running"]')).toBeNull()
  await screen.getByRole('button', { name: 'Ask a person for help' }).click()
  expect(asked).toEqual(['Onboard'])
})

test('a form is sent once by resume-workflow with its keys, and what was sent stays to read', async () => {
  const { screen, hub, transport, items } = await openChat()
  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowInterventionRequired', { stepId: 's1', message: 'Who are you?', dataPoints }],
  )
  await screen.getByLabelText('Full name').fill('Ada Moreau')
  await screen.getByLabelText('Email').fill('ada@example.test')

  await screen.getByRole('button', { name: 'Send details' }).dblClick()
  await expect.poll(() => transport.submitted.length).toBe(1)
  hub(['WorkflowStepCompleted', { stepId: 's1' }], ['WorkflowCompleted'])

  await expect.element(screen.getByText('You sent these details.')).toBeVisible()
  await expect.element(screen.getByText('ada@example.test')).toBeVisible()
  expect(items()).not.toContain('form awaiting')
  expect(screen.container.querySelector('input')).toBeNull()
  expect(transport.submitted.map(({ command }) => command)).toEqual([
    {
      type: 'submit-form',
      workflowId: 'w1',
      stepId: 's1',
      values: { name: 'Ada Moreau', email: 'ada@example.test' },
    },
  ])
})

test('a step that took too long is told so in its sentence, and the person can go on at once (A26)', async () => {
  const sentence = 'The step did not answer within 30 s and was stopped.'
  const { screen, hub, article, transport } = await openChat()
  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Asking the register' }],
  )
  await expect.element(screen.getByText('Asking the register')).toBeVisible()

  hub(['WorkflowStepFailed', { stepId: 's1', error: sentence }])

  await expect.element(screen.getByText(sentence)).toBeVisible()
  expect(article('workflow').querySelector('.twk-shimmer, [data-status="running"]')).toBeNull()
  await expect.element(screen.getByRole('button', { name: 'Retry' })).toBeVisible()
  await screen.getByRole('textbox', { name: 'Message' }).fill('What now?')
  await screen.getByRole('button', { name: 'Send' }).click()
  expect(transport.submitted.map(({ command }) => command)).toMatchObject([
    { type: 'send-message', text: 'What now?' },
  ])
})

test('several workflows at once keep a card, a form and a Retry each (A28)', async () => {
  const { screen, hub, items, article, transport } = await openChat()
  transport.push({ type: 'workflow-snapshots', snapshots: [] })
  const other = { workflowId: 'w2' }

  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Checking' }],
    ['WorkflowStarted', { ...other, name: 'Refund' }],
    ['WorkflowInterventionRequired', { ...other, stepId: 's1', message: 'Which order?', dataPoints }],
    ['WorkflowStepFailed', { stepId: 's1', error: 'The register answered 503.' }],
  )

  await expect.poll(items).toEqual(['workflow halted', 'workflow awaiting-input', 'form awaiting'])
  expect(article('workflow', 0).textContent).toContain('The register answered 503.')
  expect(article('workflow', 1).textContent).toContain('Which order?')
  await screen.getByRole('button', { name: 'Retry' }).click()
  hub(
    ['WorkflowStepStarted', { stepId: 's1', message: 'Checking' }],
    ['WorkflowStepCompleted', { stepId: 's1' }],
  )
  hub(['WorkflowCompleted'])

  await expect.poll(items).toEqual(['workflow completed', 'workflow awaiting-input', 'form awaiting'])
  expect(transport.submitted.map(({ command }) => command)).toEqual([
    { type: 'retry-step', workflowId: 'w1', stepId: 's1' },
  ])
})

test('a companion runs in the background, and its failure stops nobody', async () => {
  const { screen, hub, article } = await openChat()
  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Checking' }],
    ['WorkflowStepStarted', { stepId: 'c1', message: 'Telling the warehouse', lane: 'notify' }],
    ['WorkflowStepFailed', { stepId: 'c1', error: 'No answer.', lane: 'notify' }],
    ['WorkflowStepCompleted', { stepId: 's1' }],
    ['WorkflowStepStarted', { stepId: 's2', message: 'Filing' }],
  )

  const beside = screen.getByRole('list', { name: 'In the background, since “Checking”' })
  await expect.element(beside.getByText('No answer.')).toBeVisible()
  expect(article('workflow').dataset['twkStatus']).toBe('running')
  await expect.element(screen.getByText('Step 2 of 2: Filing')).toBeVisible()
})

test('WorkflowCancelled says plainly that it was cancelled, and offers no Retry', async () => {
  const { screen, hub, article } = await openChat()
  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Checking' }],
    ['WorkflowCancelled'],
  )

  await expect.element(screen.getByText('This was cancelled. Nothing more of it will run.')).toBeVisible()
  expect(article('workflow').dataset['twkStatus']).toBe('cancelled')
  expect(screen.getByRole('button', { name: 'Retry' }).elements()).toEqual([])
})

test('WorkflowFailed halts with its own sentence', async () => {
  const { screen, hub, article } = await openChat()
  hub(
    ['WorkflowStarted', { name: 'Onboard' }],
    ['WorkflowStepStarted', { stepId: 's1', message: 'Checking' }],
    ['WorkflowFailed', { error: 'This used up its 200 steps and was stopped.' }],
  )

  await expect.element(screen.getByText('This used up its 200 steps and was stopped.')).toBeVisible()
  expect(article('workflow').dataset['twkStatus']).toBe('halted')
  expect(article('workflow').querySelector('.twk-shimmer, [data-status="running"]')).toBeNull()
})
