import '@threadwork/react/chart.css'
import { userEvent, waitFor, within, expect, spyOn } from 'storybook/test'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { createWorld, type World, type WorldOptions } from './create-world.ts'
import { WholeApp } from './WholeApp.tsx'

interface Loaded {
  readonly world: World
}

const meta: Meta = {
  title: 'Whole app/Scenarios',
  tags: ['!autodocs'],
  render: (_, { loaded }) => <WholeApp world={(loaded as Loaded).world} />,
  parameters: {
    docs: {
      description: {
        component:
          'The backend that the mocks serve runs in this page, and the real adapter reads it. Reload to begin anew.',
      },
    },
  },
}
export default meta
type Story = StoryObj

const inWorld = (options: WorldOptions = {}): NonNullable<Story['loaders']> => [
  async (): Promise<Loaded> => ({ world: await createWorld(options) }),
]
const patience = { timeout: 20_000 }

const open = (canvasElement: HTMLElement) => {
  const page = within(canvasElement)
  return {
    page,
    say: async (text: string): Promise<void> => {
      await userEvent.type(await page.findByRole('textbox', { name: 'Message' }, patience), text)
      await userEvent.click(page.getByRole('button', { name: 'Send' }))
    },
    reach: (phase: string): Promise<void> =>
      waitFor(
        () =>
          expect(page.getByRole('status', { name: 'Conversation status' })).toHaveAttribute(
            'data-twk-phase',
            phase,
          ),
        patience,
      ),
    region: (name: string) => page.findByRole('region', { name }, patience),
  }
}

// A card that just moved takes no press: it waits until it has stood still.
const press = async (button: HTMLElement): Promise<void> => {
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'), patience)
  await userEvent.click(button)
}

export const RefundWithAnApproval: Story = {
  loaders: inWorld(),
  play: async ({ canvasElement }) => {
    const app = open(canvasElement)
    await app.say('Order A-1042 arrived broken. Can I get my money back?')
    const card = await app.region('Approval: Create refund')
    await app.reach('awaiting-approval')

    await press(within(card).getByRole('button', { name: 'Approve' }))

    await app.reach('idle')
    await expect(app.page.queryByRole('button', { name: 'Approve' })).toBeNull()
  },
}

export const SeveralApprovals: Story = {
  loaders: inWorld(),
  play: async ({ canvasElement }) => {
    const app = open(canvasElement)
    await app.say('Cancel orders A-1043 and A-1044')
    await app.reach('awaiting-approval')

    await waitFor(
      () => expect(app.page.getAllByRole('button', { name: 'Approve' })).toHaveLength(2),
      patience,
    )
  },
}

export const ResultAsAChart: Story = {
  loaders: inWorld(),
  play: async ({ canvasElement }) => {
    const app = open(canvasElement)
    await app.say('How many refunds did we make in the last 30 days?')
    await app.reach('idle')

    await app.page.findByRole('img', { name: 'Result of Report refunds' }, patience)
  },
}

export const AccountToConnect: Story = {
  loaders: inWorld(),
  beforeEach: () => {
    // The other service's page has no place in the catalogue: the play answers it.
    const opened = spyOn(window, 'open').mockReturnValue(null)
    return () => opened.mockRestore()
  },
  play: async ({ canvasElement, loaded }) => {
    const { world } = loaded as Loaded
    const app = open(canvasElement)
    await app.say('Open a Salesforce case for order A-1042')
    await app.region('Connection: Salesforce')
    await app.reach('awaiting-connection')

    const link = await world.reach(`/api/chat/conversations/events?conversation_id=${world.conversationId}`)
    const [path, attempt, token] = /\/dev\/connect\/([^?"]+)\?token=([^"&]+)/u.exec(await link.text()) ?? []
    await expect(path).toBeDefined()
    await world.reach(`/dev/connect/${attempt}`, {
      method: 'POST',
      body: new URLSearchParams({ token: token ?? '', decision: 'allow' }),
    })

    await app.reach('idle')
  },
}

export const WorkflowWithAForm: Story = {
  loaders: inWorld(),
  play: async ({ canvasElement }) => {
    const app = open(canvasElement)
    await app.say('Onboard a new supplier')
    const form = within(
      await app.page.findByRole('form', { name: 'A few details of the new supplier' }, patience),
    )
    await userEvent.type(form.getByLabelText('Company name'), 'Olaria do Sul, Lda')
    await userEvent.type(form.getByLabelText(/Contact email/u), 'ines@olaria.example')
    await userEvent.selectOptions(form.getByLabelText('Category'), 'Ceramics')
    await userEvent.type(form.getByLabelText('Employees'), '14')
    await userEvent.type(form.getByLabelText('First delivery on'), '2026-03-02')
    await userEvent.click(form.getByLabelText('The supplier accepts our terms'))

    await userEvent.click(form.getByRole('button', { name: 'Send details' }))

    await app.page.findByText(/is on board/u, {}, patience)
  },
}

export const LineThatBreaks: Story = {
  loaders: inWorld(),
  play: async ({ canvasElement }) => {
    const app = open(canvasElement)
    await app.say('Count the stock in all warehouses')

    await app.reach('idle')
    await expect(app.page.getAllByRole('article', { name: /Count inventory/u })).toHaveLength(1)
  },
}
