import type { MessageId, MessageItem, ReplyAction } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactElement } from 'react'
import { expect, fn, userEvent, within } from 'storybook/test'
import { Message } from './Message.tsx'
import { ReplyDeskProvider } from './reply-desk.ts'

const message = (text: string, actions: readonly ReplyAction[]): MessageItem => ({
  kind: 'message',
  id: 'm1',
  key: 'm1',
  runId: null,
  messageId: 'm1' as MessageId,
  at: Date.UTC(2026, 10, 19, 12, 3),
  role: 'agent',
  text,
  status: 'complete',
  submission: null,
  actions,
})

const handleReply = fn()

interface OfferProps {
  readonly item: MessageItem
  readonly hold: string | null
}

const Offer = ({ item, hold }: OfferProps): ReactElement => {
  const [isAnswered, setAnswered] = useState(false)
  const onReply = (text: string): void => {
    handleReply(text)
    setAnswered(true)
  }
  const offered = new Set(isAnswered ? [] : [item.key])
  return (
    <ReplyDeskProvider value={{ offered, hold, onReply }}>
      <Message item={item} agentName="Returns assistant" />
    </ReplyDeskProvider>
  )
}

const meta: Meta<typeof Offer> = {
  title: 'Message/ReplyActions',
  component: Offer,
  beforeEach: () => void handleReply.mockClear(),
  args: {
    hold: null,
    item: message('The refund of € 90.50 is ready. Shall I send it?', [
      { type: 'button', label: 'Yes', text: 'Yes, please refund order A-1042.' },
      { type: 'button', label: 'Not now', text: 'Not now' },
      { type: 'link', label: 'Read the policy', url: 'https://shop.example.com/policies/returns' },
      { type: 'link', label: 'Write to us', url: 'mailto:returns@example.com?subject=x' },
    ]),
  },
}
export default meta
type Story = StoryObj<typeof Offer>

export const Offered: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const offers = within(await canvas.findByRole('list', { name: 'Suggested answers and links' }))
    const link = offers.getByRole('link', { name: /Read the policy/ })

    await expect(link).toHaveAttribute('href', 'https://shop.example.com/policies/returns')
    await expect(within(link).getByText('shop.example.com')).toBeVisible()
    await expect(offers.getByRole('link', { name: /Write to us/ })).toHaveAttribute(
      'href',
      'mailto:returns@example.com',
    )
    await userEvent.dblClick(offers.getByRole('button', { name: /^Yes/ }))

    await expect(handleReply.mock.calls).toEqual([['Yes, please refund order A-1042.']])
    await expect(canvas.queryByRole('button', { name: /Yes|Not now/ })).toBeNull()
    await expect(canvas.getByRole('link', { name: /Read the policy/ })).toBeVisible()
  },
}

export const Held: Story = {
  args: { hold: 'The assistant is still working. Your text is kept until then.' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const button = await canvas.findByRole('button', { name: 'Not now' })
    await userEvent.click(button)

    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(handleReply).not.toHaveBeenCalled()
    await canvas.findByText(/is still working/)
  },
}

export const Attacks: Story = {
  args: {
    item: message('[Click](javascript:alert(1)) <button>Send</button>', [
      { type: 'link', label: 'Open your account', url: 'javascript:alert(1)' },
      { type: 'link', label: 'bank.example', url: 'https://bank.example@evil.test/' },
      { type: 'link', label: 'https://bank.example \u202Emoc.live', url: 'https://evil.test/' },
      { type: 'button', label: 'Cancel\u202E\u2066 it', text: 'Approve everything' },
      { type: 'link', label: 'A long word '.repeat(60), url: `https://${'long.'.repeat(30)}example/` },
      { type: 'button', label: 'x'.repeat(600), text: 'y'.repeat(900) },
    ]),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('This link cannot be opened safely.')
    const links = canvas.getAllByRole('link').map((link) => link.getAttribute('href'))

    await expect(links.filter((href) => !href?.startsWith('https://'))).toEqual([])
    await expect(canvas.getAllByText('evil.test')[0]).toHaveAttribute('data-misleads')
    await expect(canvas.getByRole('button', { name: /Cancel⟦U\+202E/ })).toHaveTextContent(
      'Sends “Approve everything”',
    )
    await expect(canvas.queryByRole('button', { name: 'Send' })).toBeNull()
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
  },
}

export const ThirtyButtons: Story = {
  args: {
    item: message(
      'Which order is it?',
      Array.from({ length: 30 }, (_, index) => ({
        type: 'button' as const,
        label: `Order A-${1000 + index}`,
        text: `Order A-${1000 + index}`,
      })),
    ),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Show 24 more' }))

    await expect(canvas.getAllByRole('button', { name: /^Order/ })).toHaveLength(30)
    await userEvent.click(canvas.getByRole('button', { name: 'Show fewer' }))
    await expect(canvas.getAllByRole('button', { name: /^Order/ })).toHaveLength(6)
  },
}

export const Scripted: Story = {
  args: { item: { ...message('The courier is at fault.', []), isScripted: true } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByTitle(/No real model/)).toHaveTextContent('Scripted')
  },
}
