import { digestOfCall, type ApprovalItem } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock, type ManualClock } from '../clock/manual-clock.ts'
import { sampleApproval, sampleDecision, sampleSchema } from './approval-samples.ts'
import { ApprovalCard, type ApprovalCardProps } from './ApprovalCard.tsx'

const meta = {
  title: 'Cards/Approval states',
  component: ApprovalCard,
  args: { item: sampleApproval, onDecide: fn(), onRetry: fn(), onExpire: fn() },
} satisfies Meta<typeof ApprovalCard>
export default meta
type Story = StoryObj<typeof meta>

const patience = { timeout: 8000 }
const twoMinutes: ApprovalItem = { ...sampleApproval, expiresAt: (sampleApproval.at ?? 0) + 120_000 }

export const Expiring: Story = {
  args: { item: twoMinutes },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('timer')).toHaveTextContent('Expires in 2 min')
  },
}

let clock: ManualClock = createManualClock()

const notesOf = (ago: number): ApprovalCardProps['notes'] => ({
  read: () => String(clock.now() - ago),
  write: fn(),
})

/** The countdown goes on where it was. */
export const ExpiringAfterAReload: Story = {
  args: { item: twoMinutes, notes: notesOf(60_000) },
  decorators: [(Story) => <ClockProvider value={clock}>{Story()}</ClockProvider>],
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('timer')).toHaveTextContent('Expires in 60 s')
  },
}

/** The backend still waits: what this page remembers of the time cannot be. */
export const ExpiringAfterAClockWasSet: Story = {
  args: { item: twoMinutes, notes: notesOf(86_400_000) },
  decorators: [(Story) => <ClockProvider value={clock}>{Story()}</ClockProvider>],
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('timer')).toHaveTextContent('Expires in 2 min')
  },
}

export const Expired: Story = {
  args: { item: twoMinutes },
  beforeEach: () => {
    clock = createManualClock()
  },
  decorators: [(Story) => <ClockProvider value={clock}>{Story()}</ClockProvider>],
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)
    clock.advance(60_000)
    await waitFor(() => expect(card.getByRole('timer')).toHaveTextContent('Expires in 60 s'))

    clock.advance(61_000)

    await waitFor(() => expect(card.getByRole('timer')).toHaveTextContent('Expired'))
    await expect(card.getByRole('button', { name: 'Approve' })).toHaveAttribute('aria-disabled', 'true')
    await expect(card.getByRole('button', { name: 'Reject' })).toHaveAttribute('aria-disabled', 'true')
    await expect(canvasElement).toHaveTextContent('The time for a decision is over. Nothing ran.')
    await waitFor(() => expect(args.onExpire).toHaveBeenCalledTimes(1))
    await expect(args.onExpire).toHaveBeenCalledWith('call-1')
    await userEvent.click(card.getByRole('button', { name: 'Reject' }), { pointerEventsCheck: 0 })
    await expect(args.onDecide).not.toHaveBeenCalled()
  },
}

const resolved =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent(text)
    await expect(within(canvasElement).queryByRole('button', { name: 'Approve' })).toBeNull()
  }

export const ExpiredUnanswered: Story = {
  args: { item: { ...sampleApproval, status: 'expired' } },
  play: resolved('Expired before it was answered. Nothing ran.'),
}

export const AskedAnew: Story = {
  args: { item: { ...sampleApproval, status: 'changed' } },
  play: resolved('This is not what would have run, so nothing ran. The assistant asks anew below.'),
}

export const RejectedWithAPreset: Story = {
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)
    await userEvent.click(card.getByRole('button', { name: 'Reject' }))
    const field = await card.findByRole('textbox', { name: 'Reason (optional)' })

    await userEvent.click(card.getByRole('button', { name: 'Not now.' }))
    await expect(field).toHaveValue('Not now.')
    await expect(card.getByRole('button', { name: 'Not now.' })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(card.getByRole('button', { name: 'Reject' }))

    await expect(args.onDecide).toHaveBeenCalledTimes(1)
    await expect(args.onDecide).toHaveBeenCalledWith('call-1', 'rejected', {
      reason: 'Not now.',
      shown: digestOfCall(sampleApproval),
    })
  },
}

export const ReasonsOfTheHost: Story = {
  args: { reasons: ['Above my limit', 'Needs a second pair of eyes'] },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    await userEvent.click(card.getByRole('button', { name: 'Reject' }))

    const presets = within(await card.findByRole('group', { name: 'Suggestions' }))

    await expect(presets.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Above my limit',
      'Needs a second pair of eyes',
    ])
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(card.getByRole('button', { name: 'Reject' })).toHaveFocus())
  },
}

const refund: ApprovalItem = {
  ...sampleApproval,
  parameters: { order_id: 'A-1042', amount: 90.5, notify: true, note: 'Sorry about the lamp.' },
  schema: [
    sampleSchema('order_id', 'Order'),
    sampleSchema('amount', 'Amount', { type: 'number' }),
    sampleSchema('notify', 'Tell the customer', { type: 'boolean', isOptional: true }),
    sampleSchema('note', 'Note to customer', { isOptional: true, controlType: 'text-area' }),
  ],
}

export const Editing: Story = {
  args: { item: refund, canEdit: true },
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)
    await userEvent.click(card.getByRole('button', { name: 'Edit values' }))
    const amount = await card.findByLabelText('Amount', {}, patience)
    await waitFor(() => expect(card.getByText(/Nothing runs until/u)).toHaveFocus())

    await userEvent.clear(amount)
    await userEvent.click(card.getByRole('button', { name: 'Review changes' }))

    await waitFor(() => expect(amount).toBeInvalid())
    await expect(args.onDecide).not.toHaveBeenCalled()
  },
}

export const BeforeAndAfter: Story = {
  args: { item: refund, canEdit: true },
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)
    await userEvent.click(card.getByRole('button', { name: 'Edit values' }))
    const amount = await card.findByLabelText('Amount', {}, patience)
    await userEvent.clear(amount)
    await userEvent.type(amount, '84')
    await userEvent.click(card.getByRole('button', { name: 'Review changes' }))

    const changes = within(await card.findByLabelText('1 value changed', {}, patience))
    await expect(changes.getByText('90.5')).toBeVisible()
    await expect(changes.getByText('84')).toBeVisible()
    await expect(card.getByLabelText('Values')).not.toHaveTextContent('Amount')

    const approve = card.getByRole('button', { name: 'Approve with changes' })
    await waitFor(() => expect(approve).toHaveAttribute('aria-disabled', 'false'), patience)
    await userEvent.dblClick(approve)

    await expect(args.onDecide).toHaveBeenCalledTimes(1)
    await expect(args.onDecide).toHaveBeenCalledWith('call-1', 'approved', {
      parameters: { ...refund.parameters, amount: 84 },
      shown: digestOfCall(refund),
    })
  },
}

export const NothingChanged: Story = {
  args: { item: refund, canEdit: true },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    await userEvent.click(card.getByRole('button', { name: 'Edit values' }))
    await userEvent.click(await card.findByRole('button', { name: 'Review changes' }, patience))

    await expect(await card.findByText('Nothing is changed yet.', {}, patience)).toHaveFocus()
    await expect(card.getByRole('button', { name: 'Approve with changes' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await userEvent.click(card.getByRole('button', { name: 'Back' }))
    await expect(card.getByRole('button', { name: 'Approve' })).toBeVisible()
  },
}

export const ApprovedWithChanges: Story = {
  args: {
    item: {
      ...refund,
      status: 'approved',
      by: 'me',
      edited: { ...refund.parameters, amount: 84, note: undefined },
    },
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('You approved this with changes.')

    await userEvent.click(within(canvasElement).getByText('Values'))

    await expect(within(canvasElement).getByLabelText('2 values changed')).toHaveTextContent('90.5')
  },
}

export const ChangesNotSent: Story = {
  args: {
    item: {
      ...refund,
      submission: sampleDecision({ status: 'failed', problem: 'The server could not be reached.' }),
    },
    canEdit: true,
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('The server could not be reached.')
    await expect(within(canvasElement).getByRole('button', { name: 'Edit values' })).toHaveAttribute(
      'aria-disabled',
      'false',
    )
  },
}
