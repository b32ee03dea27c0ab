import type { IntentId, MessageItem, MessageId, RunId, Submission } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { FeedbackProvider } from './FeedbackProvider.tsx'
import { Message } from './Message.tsx'
import { Notice } from './Notice.tsx'

const agent: MessageItem = {
  kind: 'message',
  id: 'message:1',
  key: 'message:1',
  // Samples name their ids by hand; a brand costs nothing at run time.
  runId: 'run-1' as RunId,
  messageId: 'message-1' as MessageId,
  at: Date.UTC(2026, 10, 19, 12, 3),
  role: 'agent',
  status: 'complete',
  submission: null,
  text: `I found the order. It qualifies under the **30-day policy**:

| Item | Reason | Refund |
| :-- | :-- | --: |
| Ceramic lamp | Damaged in transit | € 84.00 |
| Delivery | Carrier fault | € 6.50 |

I need your go-ahead before I call \`create_refund\`.`,
}
const person: MessageItem = {
  ...agent,
  role: 'user',
  text: 'Order A-1042 arrived broken. Can I get my money back?',
}

const sending = (status: Submission['status'], problem: string | null = null): MessageItem => ({
  ...person,
  status: 'pending',
  at: null,
  submission: { intentId: 'intent-1' as IntentId, status, choice: null, problem, fieldErrors: {} },
})

const meta = {
  title: 'Message/Message',
  component: Message,
  args: { item: agent, agentName: 'Returns assistant', onRetry: fn(), onDiscard: fn() },
} satisfies Meta<typeof Message>
export default meta
type Story = StoryObj<typeof meta>

const says =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('article')).toHaveTextContent(text)
  }

export const FromAgent: Story = {
  play: async ({ canvasElement }) => {
    const message = within(canvasElement).getByRole('article', { name: /^Returns assistant, \d\d:\d\d$/ })

    await expect(message).toHaveAttribute('data-twk-role', 'agent')
    await expect(within(message).getAllByRole('row')).toHaveLength(3)
  },
}
export const FromPerson: Story = {
  args: { item: person },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('article', { name: /^You, \d\d:\d\d$/ })).toHaveTextContent(
      'A-1042',
    )
  },
}
export const MarkdownStaysTextForAPerson: Story = {
  args: { item: { ...person, text: 'I **did** it:\n  1. <b>so</b>' } },
  play: says('I **did** it'),
}
export const FollowUp: Story = { args: { hasHeader: false }, play: says('30-day policy') }
export const Streaming: Story = {
  args: { item: { ...agent, status: 'streaming', text: 'I found the order. It **qual' } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('qual')).toBeVisible()
  },
}
export const Queued: Story = { args: { item: sending('queued') }, play: says('Waiting to be sent') }
export const Sending: Story = { args: { item: sending('sending') }, play: says('Sending…') }
export const MayHaveArrived: Story = { args: { item: sending('unknown') }, play: says('It may have arrived') }
export const NotSent: Story = {
  args: { item: sending('failed', 'You are offline.') },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Retry' }))
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Discard' }))

    await expect(args.onRetry).toHaveBeenCalledWith('intent-1')
    await expect(args.onDiscard).toHaveBeenCalledWith('intent-1')
  },
}

const notice = (kind: 'events-expired' | 'conversation-closed'): Story => ({
  render: () => (
    <Notice item={{ kind: 'notice', id: 'notice:1', key: 'notice:1', runId: null, at: null, notice: kind }} />
  ),
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('article')).toHaveAttribute('data-twk-kind', 'notice')
  },
})
export const EventsExpired: Story = notice('events-expired')
export const ConversationClosed: Story = notice('conversation-closed')

export const Copied: Story = {
  play: async ({ canvasElement }) => {
    const { clipboard } = navigator
    const writeText = fn(async () => {})
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })

    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Copy message' }))

    await expect(writeText).toHaveBeenCalledWith(agent.text)
    await within(canvasElement).findByRole('button', { name: 'Copied' })
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
  },
}

const handleFeedback = fn(async () => {})

export const GoodReply: Story = {
  render: (args) => (
    <FeedbackProvider onFeedback={handleFeedback}>
      <Message {...args} />
    </FeedbackProvider>
  ),
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Good reply' }))

    await expect(handleFeedback).toHaveBeenCalledWith(args.item, { reaction: 'positive', comment: null })
    await within(canvasElement).findByText('Thanks for telling us.')
  },
}

const refused = async (): Promise<void> => {
  throw new Error('You are offline.')
}

export const BadReplyNotSent: Story = {
  render: (args) => (
    <FeedbackProvider onFeedback={refused}>
      <Message {...args} />
    </FeedbackProvider>
  ),
  play: async ({ canvasElement }) => {
    const message = within(canvasElement)
    await userEvent.click(await message.findByRole('button', { name: 'Bad reply' }))
    await userEvent.type(message.getByRole('textbox'), 'The sum is wrong.')

    await userEvent.click(message.getByRole('button', { name: 'Send feedback' }))

    await message.findByText(/not sent. You are offline/u)
  },
}

export const BadReplyAsked: Story = {
  render: (args) => (
    <FeedbackProvider onFeedback={handleFeedback}>
      <Message {...args} />
    </FeedbackProvider>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Bad reply' }))

    await expect(within(canvasElement).getByRole('form', { name: 'Bad reply' })).toBeInTheDocument()
  },
}
