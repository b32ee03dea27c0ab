import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { Composer } from './Composer.tsx'
import { sampleHeldQueue, sampleQueue } from './queue-samples.ts'
import { QueuedMessages } from './QueuedMessages.tsx'

const meta = {
  title: 'Conversation/Waiting messages',
  component: QueuedMessages,
  args: {
    messages: sampleQueue,
    phase: 'ai-running',
    onEdit: fn(),
    onPause: fn(),
    onRemove: fn(),
    onSendNow: fn(),
  },
  render: (args) => (
    <div>
      <QueuedMessages {...args} />
      <Composer onSend={fn()} onStop={fn()} phase={args.phase} whileBusy="queue" stop="stop-listening" />
    </div>
  ),
} satisfies Meta<typeof QueuedMessages>
export default meta
type Story = StoryObj<typeof meta>

export const WaitForTheTurn: Story = {
  play: async ({ canvasElement, args }) => {
    const queue = within(canvasElement).getByRole('region', { name: 'Waiting messages' })

    await expect(queue).toHaveTextContent('2 messages wait Goes out when the assistant has finished.')
    await userEvent.click(within(queue).getAllByRole('button', { name: 'Remove' })[1]!)
    await expect(args.onRemove).toHaveBeenCalledWith('two')
  },
}

export const WaitForAnAnswer: Story = {
  args: { phase: 'awaiting-approval', messages: sampleQueue.slice(0, 1) },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent(
      '1 message waits Goes out when you have answered above and the assistant has finished.',
    )
  },
}

export const Editing: Story = {
  play: async ({ canvasElement, args }) => {
    const queue = within(canvasElement).getByRole('region', { name: 'Waiting messages' })

    await userEvent.click(within(queue).getAllByRole('button', { name: 'Edit' })[0]!)

    await expect(within(queue).getByRole('textbox', { name: 'Waiting message' })).toHaveFocus()
    await expect(args.onPause).toHaveBeenLastCalledWith('one', true)
  },
}

export const HeldUpByAFailure: Story = {
  args: { phase: 'failed', messages: sampleHeldQueue },
  play: async ({ canvasElement, args }) => {
    const queue = within(canvasElement).getByRole('region', { name: 'Waiting messages' })

    await userEvent.click(within(queue).getAllByRole('button', { name: 'Send now' })[0]!)

    await expect(args.onSendNow).toHaveBeenCalledWith('one')
  },
}
