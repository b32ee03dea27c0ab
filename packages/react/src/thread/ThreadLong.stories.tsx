import type { Item, MessageId, MessageItem, NoticeItem } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactElement } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { Thread, type ThreadProps } from './Thread.tsx'

const noon = new Date().setHours(12, 3, 0, 0)
const minute = 60_000

const message = (key: string, change: Partial<MessageItem> = {}): MessageItem => ({
  kind: 'message',
  id: key,
  key,
  runId: null,
  at: noon,
  role: 'agent',
  messageId: key as MessageId,
  text: 'The courier has confirmed the pick-up, and the refund is on its way.',
  status: 'complete',
  submission: null,
  ...change,
})

const answers = [
  'The courier has confirmed the pick-up.',
  'I found the order. It qualifies under the **30-day policy**, so nothing else is needed from you.',
  'Two things are left:\n\n- the photo of the box\n- your bank’s answer, which takes *three to five* days',
  'Done.',
]

/** A conversation that goes on for days, oldest first, ending today. */
const longConversation = (count: number): readonly Item[] =>
  Array.from({ length: count }, (_, index) => {
    const isPerson = index % 3 === 0
    return message(`m${index}`, {
      at: noon - (count - index) * 20 * minute,
      role: isPerson ? 'user' : 'agent',
      text: isPerson ? `What about order A-${1000 + index}?` : (answers[index % answers.length] ?? ''),
    })
  })

const expired: NoticeItem = {
  kind: 'notice',
  id: 'edge',
  key: 'edge',
  runId: null,
  at: noon,
  notice: 'events-expired',
}

const logOf = (canvas: HTMLElement): HTMLElement => within(canvas).getByRole('log', { name: 'Conversation' })
const distance = (log: HTMLElement): number => log.scrollHeight - log.clientHeight - log.scrollTop
const atEnd = (log: HTMLElement): Promise<void> => waitFor(() => expect(distance(log)).toBeLessThanOrEqual(1))
const articles = (log: HTMLElement): number => log.querySelectorAll('article').length

const meta: Meta<typeof Thread> = {
  title: 'Conversation/Long thread',
  component: Thread,
  args: { phase: 'idle', agentName: 'Returns assistant', actions: {} },
  render: (args) => (
    <div style={{ blockSize: '90vh' }}>
      <Thread {...args} />
    </div>
  ),
}
type Story = StoryObj<typeof Thread>
export default meta

export const TwoHundredAndFiftyRows: Story = {
  args: { items: longConversation(250) },
  play: async ({ canvasElement }) => {
    const log = logOf(canvasElement)
    await atEnd(log)
    await expect(articles(log)).toBeLessThan(80)

    log.scrollTop = 0

    await within(log).findByText('What about order A-1000?')
  },
}

export const TenThousandRows: Story = {
  args: { items: longConversation(10_000), phase: 'ai-running' },
  play: async ({ canvasElement }) => {
    const log = logOf(canvasElement)
    await atEnd(log)

    await expect(articles(log)).toBeLessThan(80)
    await expect(within(log).getByLabelText('Assistant is working')).toBeVisible()
  },
}

/** A thread to which a button beside it adds messages. */
const Growing = (props: ThreadProps): ReactElement => {
  const [items, setItems] = useState(props.items ?? [])
  const add = () =>
    setItems((before) => [
      ...before,
      ...[1, 2, 3].map((each) => message(`new${before.length + each}`, { text: `News ${each}.` })),
    ])
  return (
    <div style={{ blockSize: '90vh', display: 'flex', flexDirection: 'column' }}>
      <button type="button" className="twk-button" data-variant="quiet" onClick={add}>
        Three messages come
      </button>
      <div style={{ flex: 1, minBlockSize: 0 }}>
        <Thread {...props} items={items} />
      </div>
    </div>
  )
}

const goAway = async (canvasElement: HTMLElement): Promise<HTMLElement> => {
  const canvas = within(canvasElement)
  const log = logOf(canvasElement)
  await atEnd(log)
  log.scrollTop -= 600
  await canvas.findByRole('button', { name: 'Jump to latest' })
  await userEvent.click(canvas.getByRole('button', { name: 'Three messages come' }))
  return log
}

export const AwayWithACount: Story = {
  args: { items: longConversation(60) },
  render: (args) => <Growing {...args} />,
  play: async ({ canvasElement }) => {
    const log = await goAway(canvasElement)

    await within(canvasElement).findByText('3 new')
    await expect(distance(log)).toBeGreaterThan(600)
  },
}

export const UnreadLine: Story = {
  args: { items: longConversation(60) },
  render: (args) => <Growing {...args} />,
  play: async ({ canvasElement }) => {
    const log = await goAway(canvasElement)

    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Jump to latest' }))

    await atEnd(log)
    await expect(within(log).getByText('New', { exact: true })).toBeVisible()
  },
}

/** A thread whose earlier pages come when they are asked for. */
const Paged = (props: ThreadProps): ReactElement => {
  const all = longConversation(120)
  const [first, setFirst] = useState(90)
  return (
    <div style={{ blockSize: '90vh' }}>
      <Thread
        {...props}
        items={all.slice(first)}
        hasOlder={first > 0}
        onOlder={() => setFirst((before) => Math.max(0, before - 30))}
      />
    </div>
  )
}

export const OlderPages: Story = {
  render: (args) => <Paged {...args} />,
  play: async ({ canvasElement }) => {
    const log = logOf(canvasElement)
    await atEnd(log)
    await expect(within(log).queryByText('What about order A-1060?')).toBeNull()

    log.scrollTop = 0

    await within(log).findByText('What about order A-1060?')
    await waitFor(() => expect(log.scrollTop).toBeGreaterThan(0))
  },
}

export const FullTranscript: Story = {
  args: { items: longConversation(400) },
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Full transcript' }))

    const dialog = await within(canvasElement).findByRole('dialog', { name: 'Full transcript' })
    await waitFor(() => expect(dialog.querySelectorAll('article')).toHaveLength(400), { timeout: 10_000 })
  },
}

export const WhereEventsHaveExpired: Story = {
  args: { items: [...longConversation(3), expired, message('after', { text: 'Good day.' })] },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/no longer kept/)
  },
}

export const SeveralMessagesATurn: Story = {
  args: {
    items: [
      message('u', { role: 'user', text: 'Where is my refund?' }),
      message('a', { text: 'Let me look.' }),
      message('b', { text: 'The bank has it.' }),
      message('c', { text: 'It arrives on Tuesday.' }),
    ],
  },
  play: async ({ canvasElement }) => {
    // The name is said once for the three that follow each other.
    await expect(within(canvasElement).getAllByText('Returns assistant')).toHaveLength(1)
  },
}

export const RightToLeft: Story = {
  args: { items: longConversation(250) },
  globals: { direction: 'rtl' },
  play: async ({ canvasElement }) => {
    const log = logOf(canvasElement)
    await atEnd(log)

    await expect(getComputedStyle(log).direction).toBe('rtl')
  },
}
