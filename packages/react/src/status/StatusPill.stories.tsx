import type { Link, Phase } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { TypingIndicator } from '../typing/TypingIndicator.tsx'
import { StatusPill } from './StatusPill.tsx'

const meta = { title: 'Foundations/Status', component: StatusPill, args: { phase: 'idle' } } satisfies Meta<
  typeof StatusPill
>
export default meta
type Story = StoryObj<typeof meta>

const state = (phase: Phase, text: string, link: Link = 'live'): Story => ({
  args: { phase, link },
  play: async ({ canvasElement }) => {
    const pill = within(canvasElement).getByRole('status', { name: 'Conversation status' })

    await expect(pill).toHaveAttribute('data-twk-phase', phase)
    await expect(pill).toHaveTextContent(text)
  },
})

export const Idle: Story = state('idle', 'Ready')
export const Sending: Story = state('sending', 'Sending')
export const Thinking: Story = state('ai-running', 'Thinking')
export const RunningASkill: Story = state('skill-running', 'Running a skill')
export const AwaitingApproval: Story = state('awaiting-approval', 'Waiting for your approval')
export const AwaitingConnection: Story = state('awaiting-connection', 'Waiting for your account')
export const AwaitingInput: Story = state('awaiting-input', 'Waiting for your details')
export const Failed: Story = state('failed', 'Failed')
export const Reconnecting: Story = state('ai-running', 'Reconnecting', 'recovering')
export const Offline: Story = state('idle', 'Offline', 'offline')

export const Typing: Story = {
  render: () => <TypingIndicator />,
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByLabelText('Assistant is working')).toBeVisible()
  },
}
