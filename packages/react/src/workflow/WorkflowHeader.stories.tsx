import type { StepId, StepStatus, WorkflowStep } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { WorkflowHeader } from './WorkflowHeader.tsx'

const step = (message: string, status: StepStatus): WorkflowStep => ({
  stepId: message as StepId,
  message,
  status,
  error: null,
  attempts: 1,
  lane: null,
})

const meta: Meta<typeof WorkflowHeader> = {
  title: 'Conversation/WorkflowHeader',
  component: WorkflowHeader,
  args: {
    title: 'Returns assistant',
    workflow: {
      name: 'Refund request',
      status: 'awaiting-input',
      steps: [
        step('verify the order', 'completed'),
        step('confirm the amount', 'awaiting-input'),
        step('file the courier claim', 'pending'),
        step('send confirmation', 'pending'),
      ],
    },
  },
}
type Story = StoryObj<typeof WorkflowHeader>
export default meta

export const Running: Story = {
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Step 2 of 4: confirm the amount')
  },
}

export const ClearsOnCompletion: Story = {
  args: { workflow: { name: 'Refund request', status: 'completed', steps: [] } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByText('Refund request')).toBeNull()
    await within(canvasElement).findByText('Returns assistant')
  },
}
