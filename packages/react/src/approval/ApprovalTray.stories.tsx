import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactNode } from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { Chat } from '../chat/Chat.tsx'
import { sampleSchema } from './approval-samples.ts'
import {
  sampleSession,
  type SampleAsk,
  type SampleScript,
  type SampleSession,
} from './approval-session-samples.ts'

interface TrayChatProps {
  readonly script: SampleScript
  readonly onSession?: (sample: SampleSession) => void
}

const TrayChat = ({ script, onSession }: TrayChatProps): ReactNode => {
  const [sample] = useState(() => {
    const made = sampleSession(script)
    onSession?.(made)
    return made
  })
  return (
    <div style={{ blockSize: 620 }}>
      <Chat session={sample.session} title="Orders" theme="light" />
    </div>
  )
}

const cancel = (order: string, value: string): SampleAsk => ({
  skillName: 'Cancel order',
  parameters: { order, value, restock: true },
  schema: [
    sampleSchema('order', 'Order'),
    sampleSchema('value', 'Value'),
    sampleSchema('restock', 'Put back in stock'),
  ],
})
const three: readonly SampleAsk[] = [
  cancel('A-1043', '32.00 EUR'),
  cancel('A-1044', '118.00 EUR'),
  {
    skillName: 'Send email',
    parameters: { to: 'ada.moreau@example.com', body: 'Your orders are cancelled. '.repeat(40).trim() },
  },
]

const meta = {
  title: 'Chat/Approval tray',
  component: TrayChat,
  args: { script: { asks: three } },
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof TrayChat>
export default meta
type Story = StoryObj<typeof meta>

const patience = { timeout: 8000 }
const trayIn = (canvas: HTMLElement): Promise<HTMLElement> =>
  within(canvas).findByRole('group', { name: 'Open approvals' }, patience)
const titleOf = (canvas: HTMLElement, index: number): Element | undefined =>
  [...canvas.querySelectorAll('[data-twk-kind="approval"] .twk-card__title')][index]

export const SeveralOpen: Story = {
  play: async ({ canvasElement }) => {
    const tray = await trayIn(canvasElement)
    const next = within(tray).getByRole('button', { name: 'Next approval' })
    await expect(tray).toHaveTextContent('3 approvals wait for you')

    await userEvent.click(next)
    await waitFor(() => expect(titleOf(canvasElement, 0)).toHaveFocus(), patience)
    await expect(tray).toHaveTextContent('1 of 3: Cancel order')
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(() => expect(titleOf(canvasElement, 1)).toHaveFocus(), patience)
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
    await waitFor(() => expect(titleOf(canvasElement, 2)).toHaveFocus(), patience)

    await expect(tray).toHaveTextContent('3 of 3: Send email')
    // Two of one skill are two regions with names of their own.
    await expect(within(canvasElement).getByRole('region', { name: 'Approval: Cancel order' })).toBeVisible()
    await expect(
      within(canvasElement).getByRole('region', { name: 'Approval: Cancel order (2)' }),
    ).toBeVisible()
  },
}

export const AnsweredTogether: Story = {
  play: async ({ canvasElement }) => {
    const tray = await trayIn(canvasElement)
    // The email's text is folded, so its values are not seen.
    const next = within(tray).getByRole('button', { name: 'Next approval' })
    await userEvent.click(next)
    // On its way a card is not seen long enough.
    await waitFor(() => expect(titleOf(canvasElement, 0)).toHaveFocus(), patience)
    await userEvent.click(next)
    const open = await within(tray).findByRole('button', { name: 'Approve 2 seen…' }, patience)
    await expect(tray).toHaveTextContent('2 of 3 seen in full')

    await userEvent.click(open)
    const dialog = await screen.findByRole('dialog', { name: 'Approve these 2?' })
    await expect(dialog).toHaveTextContent('Order: A-1043')
    await expect(dialog).not.toHaveTextContent('Send email')
    const approve = within(dialog).getByRole('button', { name: 'Approve 2' })
    await expect(approve).not.toHaveFocus()
    await expect(approve).toHaveAttribute('aria-disabled', 'true')
    await waitFor(() => expect(approve).toHaveAttribute('aria-disabled', 'false'), patience)
    await userEvent.click(approve)

    await waitFor(() => expect(dialog).toHaveTextContent('2 of 2 decisions arrived.'), patience)
  },
}

export const OneOfThemFails: Story = {
  args: {
    script: {
      asks: three.slice(0, 2),
      refuse: ({ callId }) => (callId === 'call-2' ? 'server-error' : null),
    },
  },
  play: async ({ canvasElement }) => {
    const tray = await trayIn(canvasElement)
    const next = within(tray).getByRole('button', { name: 'Next approval' })
    await userEvent.click(next)
    // On its way a card is not seen long enough.
    await waitFor(() => expect(titleOf(canvasElement, 0)).toHaveFocus(), patience)
    await userEvent.click(next)
    await userEvent.click(await within(tray).findByRole('button', { name: 'Reject 2 seen…' }, patience))
    const dialog = await screen.findByRole('dialog', { name: 'Reject these 2?' })

    await userEvent.click(within(dialog).getByRole('button', { name: 'Reject 2' }))

    await waitFor(() => expect(dialog).toHaveTextContent('1 of 2 decisions arrived, 1 did not.'), patience)
    await expect(dialog).toHaveTextContent('You rejected this.')
    await expect(dialog).toHaveTextContent('The server had a fault')
    await expect(within(dialog).getByRole('button', { name: 'Retry' })).toBeVisible()

    await userEvent.click(within(dialog).getByRole('button', { name: 'Show' }))
    await waitFor(() => expect(titleOf(canvasElement, 1)).toHaveFocus(), patience)
  },
}

export const InALongThread: Story = {
  args: {
    script: {
      said: Array.from({ length: 260 }, (_, index) => `Line ${index + 1} of a long story.`),
      asks: three,
    },
  },
  play: async ({ canvasElement }) => {
    const tray = await trayIn(canvasElement)

    await userEvent.click(within(tray).getByRole('button', { name: 'Next approval' }))

    await waitFor(() => expect(titleOf(canvasElement, 0)).toHaveFocus(), patience)
  },
}
