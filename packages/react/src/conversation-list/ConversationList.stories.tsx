import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { ConversationList } from './ConversationList.tsx'

const noon = new Date().setHours(12, 0, 0, 0)
const day = 86_400_000

const meta: Meta<typeof ConversationList> = {
  title: 'Conversation/ConversationList',
  component: ConversationList,
  args: {
    selectedId: 'c1',
    hasShortcut: true,
    onSelect: fn(),
    onCreate: fn(),
    onDelete: fn(async () => {}),
    conversations: [
      { id: 'c1', title: 'Refund for order A-1042', updatedAt: noon, state: 'needs-you' },
      {
        id: 'c2',
        title: 'Quarterly pipeline by region and by quarter',
        updatedAt: noon - 1,
        state: 'running',
      },
      { id: 'c3', title: 'Reset VPN access', updatedAt: noon - 2 },
      { id: 'c4', title: 'Onboard new supplier', updatedAt: noon - day, state: 'failed' },
      { id: 'c5', title: 'Book the Lisbon offsite', updatedAt: noon - day - 1 },
      { id: 'c6', title: '', updatedAt: noon - 40 * day },
    ],
  },
  render: (args) => (
    <div style={{ inlineSize: 248, minBlockSize: 420, display: 'grid' }}>
      <ConversationList {...args} />
    </div>
  ),
}
type Story = StoryObj<typeof ConversationList>
export default meta

export const Filled: Story = {
  play: async ({ canvasElement, args }) => {
    const nav = within(within(canvasElement).getByRole('navigation', { name: 'Conversations' }))
    nav.getByRole('button', { name: /Refund for order/ }).focus()

    await userEvent.keyboard('{ArrowDown}{Enter}')

    await expect(args.onSelect).toHaveBeenLastCalledWith('c2')
    await expect(nav.getByRole('button', { name: /Refund for order/ })).toHaveAccessibleName(/Needs you/)
  },
}

export const Shortcut: Story = {
  play: async ({ args }) => {
    await userEvent.keyboard('{Control>}k{/Control}')

    await expect(args.onCreate).toHaveBeenCalledOnce()
  },
}

export const Loading: Story = {
  args: { conversations: [], status: 'loading' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent('Loading conversations')
  },
}

export const Empty: Story = {
  args: { conversations: [] },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/No conversations yet/)
  },
}

export const Failed: Story = {
  args: { conversations: [], status: 'failed', onRetry: fn() },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Retry' }))

    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
}

export const DeletesAfterAQuestion: Story = {
  play: async ({ canvasElement, args }) => {
    const nav = within(within(canvasElement).getByRole('navigation', { name: 'Conversations' }))
    await userEvent.click(nav.getByRole('button', { name: 'Delete', description: 'Reset VPN access' }))
    await expect(args.onDelete).not.toHaveBeenCalled()

    await userEvent.click(nav.getByRole('button', { name: 'Delete for good' }))

    await expect(args.onDelete).toHaveBeenCalledWith('c3')
    await expect(nav.getByRole('button', { name: /Onboard new supplier/, current: false })).toHaveFocus()
  },
}

export const KeepsWhatWasAskedAbout: Story = {
  play: async ({ canvasElement, args }) => {
    const opener = within(canvasElement).getByRole('button', {
      name: 'Delete',
      description: 'Reset VPN access',
    })
    await userEvent.click(opener)

    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Keep it' }))

    await expect(args.onDelete).not.toHaveBeenCalled()
    await expect(opener).toHaveFocus()
  },
}

export const NotDeleted: Story = {
  args: {
    onDelete: async () => {
      throw new Error('The server did not answer.')
    },
  },
  play: async ({ canvasElement }) => {
    const list = within(canvasElement)
    await userEvent.click(list.getByRole('button', { name: 'Delete', description: 'Reset VPN access' }))

    await userEvent.click(list.getByRole('button', { name: 'Delete for good' }))

    await expect(await list.findByRole('alert')).toHaveTextContent(
      'It was not deleted. The server did not answer.',
    )
  },
}

export const OlderPages: Story = {
  args: { onOlder: fn() },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Show older conversations' }))

    await expect(args.onOlder).toHaveBeenCalledOnce()
  },
}
