import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { OriginPolicyProvider, type OriginPolicy } from '../policy/OriginPolicy.tsx'
import { noted, sampleConnection, sampleLink, sampleOther, sampleSkip } from './connection-samples.ts'
import { ConnectionCard } from './ConnectionCard.tsx'
import { ledTo, stubWindowOpen, type OpenedWindows } from './window-samples.ts'

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
    onRenew: fn(() => Promise.resolve(null)),
    onSkip: fn(),
  },
} satisfies Meta<typeof ConnectionCard>
export default meta
type Story = StoryObj<typeof meta>

const link = (url: string) => ({
  ...sampleConnection,
  link: { url, expiresAt: null, connectorName: 'Salesforce' },
})

/** A click that a browser would let open a window, with the windows in the story's hands. */
const clickWith = async (
  canvasElement: HTMLElement,
  name: string,
  isBlocked = false,
): Promise<OpenedWindows> => {
  const windows = stubWindowOpen(isBlocked)
  await userEvent.click(within(canvasElement).getByRole('button', { name }))
  windows.restore()
  return windows
}

export const Required: Story = {
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement).getByRole('region', { name: 'Connection: Salesforce' })
    const connect = within(card).getByRole('button', { name: 'Connect to your account' })

    await expect(connect).toHaveAccessibleDescription('opens login.example.com')
    await expect(card).toHaveTextContent('The link works for another 10 minutes at most.')
    await userEvent.click(within(card).getByRole('button', { name: 'Skip' }))
    await userEvent.click(within(card).getByRole('button', { name: 'Skip' }))
    await expect(args.onSkip).toHaveBeenCalledTimes(1)
  },
}

export const WindowOpen: Story = {
  play: async ({ canvasElement, args }) => {
    const windows = await clickWith(canvasElement, 'Connect to your account')

    await expect(windows.led).toEqual([ledTo(sampleLink.url)])
    await expect(args.onOpen).toHaveBeenCalledWith('attempt-1')
    await expect(canvasElement).toHaveTextContent('Continue in the window that opened')
    await expect(within(canvasElement).getByRole('link', { name: 'No window? Open it here.' })).toBeVisible()
  },
}

export const WindowClosed: Story = {
  args: { notes: noted({ wasOpened: true }) },
  play: async ({ canvasElement, args }) => {
    await expect(canvasElement).toHaveTextContent('Finished? We are checking.')
    await expect(within(canvasElement).getByRole('button', { name: 'Connect to your account' })).toBeVisible()
    await expect(args.onOpen).toHaveBeenCalledWith('attempt-1')
  },
}

export const PopupBlocked: Story = {
  play: async ({ canvasElement, args }) => {
    await clickWith(canvasElement, 'Connect to your account', true)
    const card = within(canvasElement)

    await expect(card.getByRole('link', { name: 'Open login.example.com' })).toHaveAttribute(
      'href',
      sampleLink.url,
    )
    await expect(card.getByRole('button', { name: 'Copy link' })).toBeVisible()
    await expect(args.onOpen).not.toHaveBeenCalled()
  },
}

export const OpeningWithAFreshLink: Story = {
  args: { onRenew: fn(() => new Promise<null>(() => {})) },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Get a new link' }))

    const windows = await clickWith(canvasElement, 'Connect to your account')

    await expect(windows.led).toEqual([])
    await expect(canvasElement).toHaveTextContent('A new link is on its way to the window that opened…')
  },
}

export const ExpiresSoon: Story = {
  args: { notes: noted({ seenAt: Date.now() - 560_000 }) },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent(/works for another \d+ seconds? at most/)
  },
}

export const Expired: Story = {
  args: { item: { ...sampleConnection, link: { ...sampleLink, expiresAt: sampleConnection.at } } },
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)

    await expect(card.queryByRole('button', { name: 'Connect to your account' })).toBeNull()
    await userEvent.click(card.getByRole('button', { name: 'Get a new link' }))
    await expect(args.onRenew).toHaveBeenCalledWith('attempt-1')
  },
}

export const ExpiredWhileTheWindowWasOpen: Story = {
  args: { notes: noted({ wasOpened: true, seenAt: Date.now() - 600_000 }) },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('The link expired while its window was open.')
    await expect(within(canvasElement).getByRole('button', { name: 'Get a new link' })).toBeVisible()
  },
}

export const RenewedWhileTheWindowWasOpen: Story = {
  args: {
    item: {
      ...sampleConnection,
      link: { ...sampleLink, url: 'https://login.example.com/authorize?again=1' },
    },
    notes: noted({ wasOpened: true }),
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('Here is a new link.')
    await expect(within(canvasElement).getByRole('button', { name: 'Connect to your account' })).toBeVisible()
  },
}

export const NoLinkYet: Story = {
  args: { item: { ...sampleConnection, link: null } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Get a new link' })).toBeVisible()
  },
}

export const Renewing: Story = {
  args: { onRenew: fn(() => new Promise<null>(() => {})) },
  play: async ({ canvasElement }) => {
    const renew = within(canvasElement).getByRole('button', { name: 'Get a new link' })

    await userEvent.click(renew)

    await expect(renew).toHaveAttribute('aria-disabled', 'true')
    await expect(canvasElement).toHaveTextContent('Getting a new link…')
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
  play: async ({ canvasElement, args }) => {
    await expect(canvasElement).toHaveTextContent('Salesforce refused the sign-in.')

    const windows = await clickWith(canvasElement, 'Try again')

    await expect(windows.asked()).toBe(1)
    await expect(args.onRenew).toHaveBeenCalledWith('attempt-1')
  },
}

export const SkipNeedsAWord: Story = {
  args: { notes: noted({ wasOpened: true }) },
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)

    await userEvent.click(card.getByRole('button', { name: 'Skip' }))

    await expect(canvasElement).toHaveTextContent('Go on without the account?')
    await expect(card.getByRole('button', { name: 'Keep waiting' })).toBeVisible()
    await expect(args.onSkip).not.toHaveBeenCalled()
  },
}

export const SeveralAtOnce: Story = {
  render: (args) => (
    <>
      <ConnectionCard {...args} />
      <br />
      <ConnectionCard {...args} item={sampleOther} />
    </>
  ),
  play: async ({ canvasElement, args }) => {
    const jira = within(canvasElement).getByRole('region', { name: 'Connection: Jira' })

    await clickWith(jira, 'Connect to your account')

    await expect(args.onOpen).toHaveBeenCalledOnce()
    await expect(args.onOpen).toHaveBeenCalledWith('attempt-2')
    await expect(within(canvasElement).getAllByText(/Continue in the window/)).toHaveLength(1)
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
