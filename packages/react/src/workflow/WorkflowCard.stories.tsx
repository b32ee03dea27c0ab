import type { IntentId, StepId, StepStatus, WorkflowId, WorkflowItem, WorkflowStep } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { WorkflowCard } from './WorkflowCard.tsx'

const step = (message: string, status: StepStatus, change: Partial<WorkflowStep> = {}): WorkflowStep => ({
  stepId: message as StepId,
  message,
  status,
  error: null,
  attempts: 1,
  lane: null,
  ...change,
})

const workflow = (change: Partial<WorkflowItem>): WorkflowItem => ({
  kind: 'workflow',
  id: 'wf-1',
  key: 'wf-1',
  runId: null,
  at: null,
  workflowId: 'w1' as WorkflowId,
  name: 'Refund request',
  status: 'running',
  steps: [],
  submission: null,
  ...change,
})

const meta: Meta<typeof WorkflowCard> = {
  title: 'Cards/WorkflowCard',
  component: WorkflowCard,
  args: { onRetryStep: fn(), onEscalate: fn() },
}
type Story = StoryObj<typeof WorkflowCard>
export default meta

export const Running: Story = {
  args: {
    item: workflow({
      steps: [
        step('Verify the order', 'completed'),
        step('Confirm the amount', 'running', { attempts: 2 }),
        step('File the courier claim', 'pending'),
        step('Send confirmation', 'pending'),
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    const region = within(within(canvasElement).getByRole('region', { name: 'Workflow: Refund request' }))
    await expect(region.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1')
    await expect(region.getByText('×2')).toBeInTheDocument()
  },
}

export const AwaitingInput: Story = {
  args: {
    item: workflow({
      status: 'awaiting-input',
      steps: [
        step('Verify the order', 'completed'),
        step('Confirm the amount', 'awaiting-input'),
        step('File the courier claim', 'pending'),
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('Confirm the amount').closest('li')).toHaveAttribute(
      'aria-current',
      'step',
    )
  },
}

const haltedSteps = [
  step('Verify the order', 'completed'),
  step('File the courier claim', 'failed', { error: 'The courier API timed out after 10 s.', attempts: 3 }),
  step('Send confirmation', 'pending'),
]

export const Halted: Story = {
  args: { item: workflow({ status: 'halted', steps: haltedSteps }) },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Ask a person for help' }))

    await expect(args.onRetryStep).toHaveBeenCalledWith(args.item, 'File the courier claim')
    await expect(args.onEscalate).toHaveBeenCalledWith(args.item)
  },
}

export const Retrying: Story = {
  args: {
    item: workflow({
      status: 'halted',
      steps: haltedSteps,
      submission: {
        intentId: 'i1' as IntentId,
        status: 'sending',
        choice: null,
        problem: null,
        fieldErrors: {},
      },
    }),
  },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Retry' }))

    await expect(args.onRetryStep).not.toHaveBeenCalled()
  },
}

export const HaltedWithoutRetry: Story = {
  render: (args) => <WorkflowCard item={args.item} />,
  args: { item: workflow({ status: 'halted', steps: haltedSteps }) },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByRole('button')).toBeNull()
    await within(canvasElement).findByText(/Retry is not possible here/)
  },
}

export const Completed: Story = {
  args: {
    item: workflow({
      status: 'completed',
      steps: [step('Verify the order', 'completed'), step('Send confirmation', 'completed')],
    }),
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/Completed · 2 of 2/)
  },
}

export const EndedUnseen: Story = {
  args: {
    item: workflow({
      status: 'ended',
      steps: [step('Verify the order', 'completed'), step('Confirm the amount', 'unknown')],
    }),
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/Nobody said how the last step went/)
  },
}

export const NotStarted: Story = {
  args: { item: workflow({ name: '' }) },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('region', { name: 'Workflow: Workflow' })
  },
}

const bell = { lane: 'notify' }
const ledger = { lane: 'archive' }

export const WithCompanions: Story = {
  args: {
    item: workflow({
      steps: [
        step('Verify the order', 'completed'),
        step('Tell the warehouse', 'completed', bell),
        step('Wait for the pick-up slot', 'running', bell),
        step('Copy the photos to the archive', 'awaiting-input', ledger),
        step('Confirm the amount', 'running'),
        step('Send confirmation', 'pending'),
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const beside = canvas.getAllByRole('list', { name: 'In the background, since “Verify the order”' })

    await expect(beside).toHaveLength(2)
    await expect(beside[0]).toHaveTextContent('Tell the warehouse, DoneWait for the pick-up slot, Running')
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '1 of 3')
    await canvas.findByText('1 of 3 · 2 in the background')
    await expect(canvasElement.querySelectorAll('[aria-current=step]')).toHaveLength(1)
  },
}

export const CompanionFailed: Story = {
  args: {
    item: workflow({
      steps: [
        step('Verify the order', 'completed'),
        step('Tell the warehouse', 'failed', { ...bell, error: 'The warehouse did not answer within 10 s.' }),
        step('Confirm the amount', 'running'),
        step('Send confirmation', 'pending'),
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)

    await canvas.findByText('The warehouse did not answer within 10 s.')
    await canvas.findByText('Only this part stopped. The rest goes on.')
    await expect(canvas.queryByRole('button', { name: 'Retry' })).toBeNull()
    await expect(canvas.queryByText(/Nothing after it has run/)).toBeNull()
    await expect(canvas.getByText('Confirm the amount').closest('li')).toHaveAttribute('aria-current', 'step')
  },
}

export const SeveralWorkflows: Story = {
  render: (args) => (
    <div style={{ display: 'grid', gap: 14 }}>
      <WorkflowCard {...args} />
      <WorkflowCard
        {...args}
        item={workflow({
          id: 'wf-2',
          key: 'wf-2',
          workflowId: 'w2' as WorkflowId,
          name: 'Onboard a supplier',
          status: 'halted',
          steps: haltedSteps,
        })}
      />
    </div>
  ),
  args: {
    item: workflow({ steps: [step('Verify the order', 'completed'), step('Confirm the amount', 'running')] }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const running = within(canvas.getByRole('region', { name: 'Workflow: Refund request' }))
    const halted = within(canvas.getByRole('region', { name: 'Workflow: Onboard a supplier' }))

    await expect(running.getByRole('progressbar', { name: 'Progress of Refund request' })).toBeVisible()
    await expect(running.queryByRole('button')).toBeNull()
    await expect(halted.getByRole('button', { name: 'Retry' })).toBeVisible()
  },
}

export const TimedOut: Story = {
  args: {
    item: workflow({
      status: 'halted',
      steps: [
        step('Verify the order', 'completed'),
        step('File the courier claim', 'failed', {
          error: 'The step did not answer within 30 s and was stopped.',
        }),
        step('Send confirmation', 'pending'),
      ],
    }),
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await expect(canvasElement.querySelector('.twk-shimmer')).toBeNull()
    const row = canvas.getByText('The step did not answer within 30 s and was stopped.').closest('li')

    await expect(row).toHaveTextContent('File the courier claim, Failed')
    await userEvent.dblClick(canvas.getByRole('button', { name: 'Retry' }))
    await expect(args.onRetryStep).toHaveBeenCalledTimes(1)
  },
}

export const HaltedAsAWhole: Story = {
  args: {
    item: workflow({
      status: 'halted',
      error: 'This used up its 200 steps and was stopped.',
      steps: [
        step('Verify the order', 'completed'),
        step('Ask the courier again', 'unknown', { attempts: 198 }),
        step('Tell the warehouse', 'unknown', bell),
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)

    await canvas.findByText('This used up its 200 steps and was stopped.')
    await canvas.findByText(/Nothing more of it has run. Retry is not possible here/)
  },
}

export const CannotRunAgain: Story = {
  args: {
    item: workflow({
      status: 'halted',
      steps: [step('Charge the card', 'failed', { error: 'The card was refused.', canRetry: false })],
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)

    await expect(canvas.queryByRole('button', { name: 'Retry' })).toBeNull()
    await canvas.findByText(/Retry is not possible here/)
    await expect(canvas.getByRole('button', { name: 'Ask a person for help' })).toBeVisible()
  },
}

export const Cancelled: Story = {
  args: {
    item: workflow({
      status: 'cancelled',
      steps: [
        step('Verify the order', 'completed'),
        step('Tell the warehouse', 'cancelled', bell),
        step('Confirm the amount', 'cancelled'),
        step('Send confirmation', 'pending'),
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)

    await canvas.findByText('Cancelled · 1 of 3')
    await canvas.findByText('This was cancelled. Nothing more of it will run.')
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

export const ScriptedJudgement: Story = {
  args: {
    item: workflow({
      steps: [
        step('Decide who pays', 'completed', { isScripted: true }),
        step('Tell the warehouse', 'running', { ...bell, isScripted: true }),
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    const [tag] = within(canvasElement).getAllByTitle(/No real model was asked/)

    await expect(tag).toHaveTextContent('Scripted. The scripted model judged this.')
  },
}
