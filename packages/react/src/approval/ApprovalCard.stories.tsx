import { digestOfCall, type ApprovalItem } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { sampleApproval, sampleDecision, sampleTyped } from './approval-samples.ts'
import { ApprovalCard } from './ApprovalCard.tsx'

const meta = {
  title: 'Cards/Approval',
  component: ApprovalCard,
  args: { item: sampleApproval, onDecide: fn(), onRetry: fn() },
} satisfies Meta<typeof ApprovalCard>
export default meta
type Story = StoryObj<typeof meta>
type Play = NonNullable<Story['play']>

const approveButton = (canvas: HTMLElement): HTMLElement =>
  within(canvas).getByRole('button', { name: 'Approve' })

export const Waiting: Story = {
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement).getByRole('region', { name: 'Approval: Create refund' })
    await expect(card).toHaveTextContent('90.50 EUR')
    await expect(approveButton(card)).not.toHaveFocus()

    await waitFor(() => expect(approveButton(card)).toHaveAttribute('aria-disabled', 'false'), {
      timeout: 5000,
    })
    await userEvent.dblClick(approveButton(card))

    await expect(args.onDecide).toHaveBeenCalledTimes(1)
    await expect(args.onDecide).toHaveBeenCalledWith('call-1', 'approved', {
      shown: digestOfCall(sampleApproval),
    })
  },
}

export const WaitingUntouched: Story = {
  play: async ({ canvasElement }) => {
    await expect(approveButton(canvasElement)).not.toHaveFocus()
  },
}

export const Rejecting: Story = {
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)

    await userEvent.click(card.getByRole('button', { name: 'Reject' }))

    await waitFor(() => expect(card.getByRole('textbox', { name: 'Reason (optional)' })).toHaveFocus())
    await expect(canvasElement).toHaveTextContent('may quote it')
  },
}

export const RejectedWithoutReason: Story = {
  play: async ({ canvasElement, args }) => {
    const card = within(canvasElement)

    await userEvent.click(card.getByRole('button', { name: 'Reject' }))
    await userEvent.click(await card.findByRole('button', { name: 'Reject' }))

    await expect(args.onDecide).toHaveBeenCalledWith('call-1', 'rejected', {
      shown: digestOfCall(sampleApproval),
    })
  },
}

export const EveryType: Story = {
  args: { item: { ...sampleApproval, ...sampleTyped } },
  play: async ({ canvasElement }) => {
    const values = within(canvasElement).getByLabelText('Values')
    const rowOf = (label: string): HTMLElement =>
      within(values).getByText(label).closest('.twk-parameters__row') as HTMLElement
    await expect(rowOf('Article number')).toHaveTextContent('"1"')
    await expect(rowOf('Order')).toHaveTextContent('As printed on the parcel')
    await expect(rowOf('Pick up on')).toHaveTextContent('Friday, November 20, 2026')
    await expect(rowOf('Service')).toHaveTextContent('Means “Express, next morning”')
    await expect(rowOf('Tracking page')).toHaveTextContent('Leads to courier.example')
    await expect(rowOf('Name on the doorbell')).toHaveTextContent('Missing, though the skill needs it')
    await expect(rowOf('priority')).toHaveTextContent('Not described by the skill')
    await expect(rowOf('Floor')).toHaveTextContent('Text, where the skill describes a whole number')
    await expect(rowOf('Ledger')).toHaveTextContent('Too large to be shown exactly')
    await expect(rowOf('amount')).toHaveTextContent('12500.5€12,500.50')
    await expect(rowOf('Parcels')).toHaveTextContent('[ ] 2 entries')

    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Show raw JSON' }))

    await expect(within(canvasElement).getByRole('group', { name: 'Raw JSON' })).toHaveTextContent(
      '"quantity": 1',
    )
  },
}

export const NoSchema: Story = {
  args: { item: { ...sampleApproval, ...sampleTyped, schema: [] } },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('pick_up_on')
    await expect(canvasElement).not.toHaveTextContent('Not described')
    await expect(canvasElement).not.toHaveTextContent('Missing')
  },
}

export const HiddenCharacters: Story = {
  args: {
    item: {
      ...sampleApproval,
      skillName: 'Send pаyment',
      parameters: {
        payee: 'pаypal',
        account: '44\u200B02',
        file: 'invoice\u202Efdp.exe',
        greeting: 'Привет, Zoë',
      },
      schema: [],
    },
  },
  play: async ({ canvasElement }) => {
    for (const code of ['⟦U+0430⟧', '⟦U+200B⟧', '⟦U+202E⟧'])
      await expect(canvasElement).toHaveTextContent(code)
    await expect(canvasElement).toHaveTextContent('Привет, Zoë')
  },
}

export const LongValue: Story = {
  args: {
    item: {
      ...sampleApproval,
      parameters: { body: 'All of this is going to be sent. '.repeat(60).trim() },
      schema: [],
    },
  },
  play: async ({ canvasElement }) => {
    const toggle = within(canvasElement).getByRole('button', { name: /^Show all/u })

    await userEvent.click(toggle)

    await expect(toggle).toHaveAttribute('aria-expanded', 'true')
  },
}

export const NoValues: Story = {
  args: { item: { ...sampleApproval, parameters: {}, schema: [] } },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('This runs without any values.')
  },
}

const sending =
  (text: string): Play =>
  async ({ canvasElement, args }) => {
    await expect(canvasElement).toHaveTextContent(text)
    await userEvent.click(approveButton(canvasElement), { pointerEventsCheck: 0 })
    await expect(args.onDecide).not.toHaveBeenCalled()
  }
const withDecision = (changes: Parameters<typeof sampleDecision>[0]): ApprovalItem => ({
  ...sampleApproval,
  submission: sampleDecision(changes),
})

export const Queued: Story = {
  args: { item: withDecision({ status: 'queued' }) },
  play: sending('goes out when the connection is back'),
}
export const Sending: Story = {
  args: { item: withDecision({ status: 'sending' }) },
  play: sending('Sending your approval…'),
}
export const SendingRejection: Story = {
  args: { item: withDecision({ status: 'sending', choice: 'rejected' }) },
  play: sending('Sending your rejection…'),
}
export const MayHaveArrived: Story = {
  args: { item: withDecision({ status: 'unknown' }) },
  play: sending('may have arrived'),
}
export const Sent: Story = {
  args: { item: withDecision({ status: 'sent' }) },
  play: sending('Approval sent.'),
}
export const NotSent: Story = {
  args: { item: withDecision({ status: 'failed', problem: 'The server could not be reached.' }) },
  play: async ({ canvasElement, args }) => {
    await expect(canvasElement).toHaveTextContent('The server could not be reached.')

    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Retry' }))

    await expect(args.onRetry).toHaveBeenCalledWith('intent-1')
  },
}

const resolved =
  (text: string): Play =>
  async ({ canvasElement }) => {
    const card = within(canvasElement)
    await expect(canvasElement).toHaveTextContent(text)
    await expect(card.queryByRole('button', { name: 'Approve' })).toBeNull()

    await userEvent.click(card.getByText('Values'))

    await expect(canvasElement).toHaveTextContent('A-1042')
  }
const as = (changes: Partial<ApprovalItem>): ApprovalItem => ({ ...sampleApproval, ...changes })

export const ApprovedByMe: Story = {
  args: { item: as({ status: 'approved', by: 'me' }) },
  play: resolved('You approved this.'),
}
export const ApprovedElsewhere: Story = {
  args: { item: as({ status: 'approved', by: 'elsewhere' }) },
  play: resolved('Approved elsewhere.'),
}
export const RejectedByMe: Story = {
  args: { item: as({ status: 'rejected', by: 'me' }) },
  play: resolved('You rejected this.'),
}
export const RejectedElsewhere: Story = {
  args: { item: as({ status: 'rejected', by: 'elsewhere' }) },
  play: resolved('Rejected elsewhere.'),
}
export const AnsweredElsewhere: Story = {
  args: { item: as({ status: 'resolved', by: 'elsewhere' }) },
  play: resolved('Answered elsewhere.'),
}
export const NoLongerWaiting: Story = {
  args: { item: as({ status: 'resolved' }) },
  play: resolved('No longer waiting for an answer.'),
}
export const Running: Story = {
  args: { item: as({ status: 'running', by: 'me' }) },
  play: resolved('Approved. Running…'),
}
export const Completed: Story = {
  args: { item: as({ status: 'completed', by: 'me' }) },
  play: resolved('Approved and done.'),
}
export const Failed: Story = {
  args: { item: as({ status: 'failed', by: 'me', error: 'The bank refused the transfer.' }) },
  play: resolved('The bank refused the transfer.'),
}
export const OutcomeUnknown: Story = {
  args: { item: as({ status: 'unknown', by: 'me' }) },
  play: resolved('Nobody said how it went.'),
}
