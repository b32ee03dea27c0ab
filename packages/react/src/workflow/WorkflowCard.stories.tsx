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
  step('File the courier claim', 'failed', {
    error: 'The courier API timed out after 10 s.',
    attempts: 3,
    lane: null,
  }),
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
