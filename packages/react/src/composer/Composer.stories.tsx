import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { Composer } from './Composer.tsx'

const meta: Meta<typeof Composer> = {
  title: 'Conversation/Composer',
  component: Composer,
  args: { onSend: fn(), onStop: fn(), placeholder: 'Message the returns assistant…' },
}
type Story = StoryObj<typeof Composer>
export default meta

export const Idle: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)

    await userEvent.type(
      canvas.getByRole('textbox', { name: 'Message' }),
      'One{Shift>}{Enter}{/Shift}Two{Enter}',
    )

    await expect(args.onSend).toHaveBeenLastCalledWith('One\nTwo')
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveValue('')
  },
}

export const WithADraft: Story = {
  args: {
    draftName: 'composer',
    readDraft: () =>
      'Order A-1042 arrived broken.\nCan I get my money back?\n\nThe lamp has a crack from top to bottom.',
  },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Send' }))

    await expect(args.onSend).toHaveBeenCalledOnce()
  },
}

export const Running: Story = {
  args: { phase: 'ai-running', draftName: 'composer', readDraft: () => 'And the delivery?', stop: 'cancel' },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), '{Enter}')
    await expect(args.onSend).not.toHaveBeenCalled()

    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }))

    await expect(args.onStop).toHaveBeenCalledOnce()
  },
}

export const StopOnlyStopsListening: Story = {
  args: { phase: 'skill-running', stop: 'stop-listening' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Stop' })).toHaveAccessibleDescription(
      /run goes on/,
    )
  },
}

export const WaitingForApproval: Story = {
  args: { phase: 'awaiting-approval', draftName: 'composer', readDraft: () => 'Wait, which card is that?' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/waits for your approval above/)
  },
}

export const Closed: Story = {
  args: { isClosed: true },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/This conversation is closed/)
  },
}
