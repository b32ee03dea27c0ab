import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { OriginPolicyProvider, type OriginPolicy } from '../policy/OriginPolicy.tsx'
import { sampleConnection, sampleSkip } from './connection-samples.ts'
import { ConnectionCard } from './ConnectionCard.tsx'

const policy: OriginPolicy = {
  linkOrigins: ['https://login.example.com'],
  imageOrigins: [],
  isLoopbackTrusted: false,
}

const meta = {
  title: 'Cards/Connection',
  component: ConnectionCard,
  decorators: [
    (Story) => (
      <OriginPolicyProvider value={policy}>
        <Story />
      </OriginPolicyProvider>
    ),
  ],
  args: {
    item: sampleConnection,
    onOpen: fn(),
    onRenew: fn(() => Promise.resolve()),
    onSkip: fn(),
  },
} satisfies Meta<typeof ConnectionCard>
export default meta
type Story = StoryObj<typeof meta>

const link = (url: string) => ({
  ...sampleConnection,
  link: { url, expiresAt: null, connectorName: 'Salesforce' },
})

export const Waiting: Story = {
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement).getByRole('region', { name: 'Connection: Salesforce' })

    await expect(within(card).getByRole('button', { name: 'Connect to your account' })).toBeVisible()
    await expect(card).toHaveTextContent('opens login.example.com')
    await userEvent.click(within(card).getByRole('button', { name: 'Skip' }))
    await userEvent.click(within(card).getByRole('button', { name: 'Skip' }))
    await expect(args.onSkip).toHaveBeenCalledTimes(1)
  },
}

export const LinkOpened: Story = {
  play: async ({ canvasElement, args }) => {
    const open = window.open
    const opened: unknown[][] = []
    window.open = (...parameters) => {
      opened.push(parameters)
      return null
    }

    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Connect to your account' }))
    window.open = open

    await expect(opened).toEqual([[sampleConnection.link?.url, '_blank', 'noopener,noreferrer']])
    await expect(args.onOpen).toHaveBeenCalledWith('attempt-1')
    await expect(canvasElement).toHaveTextContent('Continue in the window that opened')
  },
}

export const Expired: Story = {
  args: {
    item: { ...sampleConnection, link: { ...sampleConnection.link!, expiresAt: sampleConnection.at } },
  },
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)

    await expect(card.queryByRole('button', { name: 'Connect to your account' })).toBeNull()
    await userEvent.click(card.getByRole('button', { name: 'Get a new link' }))
    await expect(args.onRenew).toHaveBeenCalledWith('attempt-1')
  },
}

export const NoLinkYet: Story = {
  args: { item: { ...sampleConnection, link: null } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Get a new link' })).toBeVisible()
  },
}

export const NoNewLinkCame: Story = {
  args: {
    item: { ...sampleConnection, link: null },
    onRenew: fn(() => Promise.reject(new Error('No link came.'))),
  },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)

    await userEvent.click(card.getByRole('button', { name: 'Get a new link' }))

    await expect(await card.findByText('No new link came. Try again in a moment.')).toBeVisible()
  },
}

const refused =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const card = within(canvasElement)

    await expect(card.queryByRole('button', { name: 'Connect to your account' })).toBeNull()
    await expect(card.queryByRole('link')).toBeNull()
    await expect(canvasElement).toHaveTextContent(text)
  }

export const UnknownSite: Story = {
  args: { item: link('https://login.example.com.evil.test/') },
  play: refused('login.example.com.evil.test is not on this app’s list'),
}

export const NotEncrypted: Story = {
  args: { item: link('http://login.example.com/') },
  play: refused('not encrypted'),
}

export const NotAnAddress: Story = {
  args: { item: link('javascript:alert(1)') },
  play: refused('not a web address'),
}

export const ThisMachineInDevelopment: Story = {
  args: { item: link('http://127.0.0.1:4300/consent') },
  decorators: [
    (Story) => (
      <OriginPolicyProvider value={{ ...policy, isLoopbackTrusted: true }}>
        <Story />
      </OriginPolicyProvider>
    ),
  ],
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('opens 127.0.0.1:4300')
  },
}

export const Failed: Story = {
  args: { item: { ...sampleConnection, status: 'failed', error: 'Salesforce refused the sign-in.' } },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)

    await expect(canvasElement).toHaveTextContent('Salesforce refused the sign-in.')
    await expect(card.getByRole('button', { name: 'Get a new link' })).toBeVisible()
  },
}

export const Skipping: Story = {
  args: { item: { ...sampleConnection, submission: sampleSkip('sending') } },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('Skipping…')
  },
}

export const SkipMayHaveArrived: Story = {
  args: { item: { ...sampleConnection, submission: sampleSkip('unknown') } },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('The skip may have arrived.')
  },
}

export const SkipNotSent: Story = {
  args: {
    item: { ...sampleConnection, submission: sampleSkip('failed', 'The server could not be reached.') },
  },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Skip' }))

    await expect(args.onSkip).toHaveBeenCalledTimes(1)
  },
}

const settled =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByRole('button')).toBeNull()
    await expect(canvasElement).toHaveTextContent(text)
  }

export const Authorized: Story = {
  args: { item: { ...sampleConnection, status: 'authorized' } },
  play: settled('Salesforce is connected.'),
}

export const AuthorizedAndWaiting: Story = {
  args: { item: { ...sampleConnection, status: 'authorized' }, isTurnOpen: true },
  play: settled('The assistant goes on in a moment.'),
}

export const Skipped: Story = {
  args: { item: { ...sampleConnection, status: 'skipped' } },
  play: settled('You skipped this.'),
}

export const Closed: Story = {
  args: { item: { ...sampleConnection, status: 'closed' } },
  play: settled('The conversation went on without this.'),
}
