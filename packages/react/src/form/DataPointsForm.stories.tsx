import type { IntentId, Submission } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { DataPointsForm } from './DataPointsForm.tsx'
import type { FieldRendererProps } from '../renderers/renderers.ts'

const claim = [
  { key: 'name', label: 'Full name', type: 'Text' },
  { key: 'email', label: 'Email', type: 'Email', placeholder: 'name@example.com' },
  { key: 'damage', label: 'Damage', type: 'Select', options: ['Cracked', 'Missing parts', 'Wet'] },
  { key: 'found', label: 'Discovered on', type: 'Date' },
  { key: 'story', label: 'What happened?', type: 'TextArea', help: 'A sentence or two is enough.' },
] as const

const answers = {
  name: 'Ada Moreau',
  email: 'ada.moreau@example.com',
  damage: 'Cracked',
  found: '2026-11-19',
  story: 'The box was open when it arrived.',
}

const submission = (change: Partial<Submission>): Submission => ({
  intentId: 'intent-1' as IntentId,
  status: 'sending',
  choice: null,
  problem: null,
  fieldErrors: {},
  ...change,
})

const meta: Meta<typeof DataPointsForm> = {
  title: 'Cards/DataPointsForm',
  component: DataPointsForm,
  args: {
    id: 'form-1',
    message: 'A few details for the courier claim',
    workflowName: 'Refund request',
    position: { step: 2, steps: 4 },
    dataPoints: claim,
    submission: null,
    onSubmit: fn(),
  },
}
type Story = StoryObj<typeof DataPointsForm>
export default meta

export const Awaiting: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const form = await canvas.findByRole('form', { name: 'A few details for the courier claim' })

    await userEvent.click(within(form).getByRole('button', { name: 'Send details' }))

    await waitFor(() => expect(within(form).getByRole('group', { name: /5 fields need/ })).toHaveFocus())
    await expect(args.onSubmit).not.toHaveBeenCalled()
  },
}

export const Filled: Story = {
  args: {
    draftName: 'form:s2',
    readDraft: () => JSON.stringify({ ...answers, email: 'ada.moreau@' }),
    writeDraft: fn(),
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const email = await canvas.findByRole('textbox', { name: 'Email' })
    await expect(email).toHaveValue('ada.moreau@')

    await userEvent.type(await canvas.findByRole('textbox', { name: 'Full name' }), '!')
    await userEvent.click(canvas.getByRole('button', { name: 'Send details' }))

    await waitFor(() => expect(email).toHaveFocus())
    await expect(email).toHaveAccessibleDescription(/full email address/)
    await expect(args.writeDraft).toHaveBeenCalled()
  },
}

export const Sending: Story = {
  args: { submission: submission({}), draftName: 'f', readDraft: () => JSON.stringify(answers) },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const send = await canvas.findByRole('button', { name: 'Send details' })

    await userEvent.click(send)

    await expect(send).toHaveAttribute('aria-disabled', 'true')
    await expect(args.onSubmit).not.toHaveBeenCalled()
  },
}

export const RefusedByTheBackend: Story = {
  args: {
    draftName: 'f',
    readDraft: () => JSON.stringify(answers),
    submission: submission({
      status: 'failed',
      problem: 'The details were not accepted. Mend the marked fields and send them again.',
      fieldErrors: { email: ['This address has no account.'], found: ['The claim is older than 30 days.'] },
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const email = await canvas.findByRole('textbox', { name: 'Email' })
    await waitFor(() => expect(email).toHaveAccessibleDescription('This address has no account.'))

    await expect(document.body).toHaveFocus()
  },
}

export const OutcomeUnknown: Story = {
  args: { submission: submission({ status: 'unknown' }), onRetry: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)

    await userEvent.click(await canvas.findByRole('button', { name: 'Send again' }))

    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
}

export const Queued: Story = {
  args: { submission: submission({ status: 'queued' }) },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/go out when the connection is back/)
  },
}

export const Submitted: Story = {
  args: { status: 'submitted', answers },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.queryByRole('form')).toBeNull()
    await canvas.findByText('ada.moreau@example.com')
  },
}

export const SubmittedAndOver: Story = {
  args: { status: 'closed', answers },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('You sent these details.')
    await canvas.findByText('ada.moreau@example.com')
  },
}

export const AnsweredElsewhere: Story = {
  args: { status: 'submitted', answers: null },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent('Answered elsewhere.')
  },
}

export const NoLongerNeeded: Story = {
  args: { status: 'closed' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent('no longer needed')
  },
}

const countries =
  'Argentina,Australia,Austria,Belgium,Brazil,Canada,Chile,Denmark,Estonia,Finland,France,Germany,Greece,Iceland,India,Ireland,Italy,Japan,Kenya,Latvia,Mexico,Nepal,Norway,Peru,Portugal,Spain,Sweden,Türkiye,Uruguay'.split(
    ',',
  )

export const EveryFieldType: Story = {
  args: {
    message: 'Everything we can ask for',
    dataPoints: [
      { key: 'text', label: 'Text', type: 'Text' },
      { key: 'email', label: 'Email', type: 'Email' },
      { key: 'number', label: 'Number', type: 'Number', min: 1, max: 10, help: 'From 1 to 10.' },
      { key: 'date', label: 'Date', type: 'Date' },
      { key: 'time', label: 'Time', type: 'Time' },
      { key: 'phone', label: 'Phone', type: 'Phone', required: false },
      { key: 'url', label: 'Web address', type: 'Url', required: false },
      { key: 'secret', label: 'One-time code', type: 'Password' },
      { key: 'plan', label: 'Plan', type: 'Select', options: ['Free', 'Team', 'Enterprise'] },
      { key: 'country', label: 'Country', type: 'Select', options: countries },
      { key: 'speed', label: 'Delivery', type: 'Radio', options: ['Standard', 'Express'] },
      {
        key: 'days',
        label: 'Days that suit you',
        type: 'MultiSelect',
        options: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
      },
      { key: 'gift', label: 'Wrap it as a gift', type: 'Checkbox' },
      { key: 'iban', label: 'Account', type: 'Iban' },
      { key: 'note', label: 'Note', type: 'TextArea', maxLength: 400 },
      { key: 'terms', label: 'I agree that the courier may call me', type: 'Consent' },
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const country = await canvas.findByRole('combobox', { name: 'Country' })

    await userEvent.type(country, 'turk')
    await expect(canvas.getAllByRole('option', { name: 'Türkiye' })).toHaveLength(1)
    await userEvent.keyboard('{Enter}')

    await expect(country).toHaveValue('Türkiye')
    await expect(canvas.getByRole('textbox', { name: 'Account' })).toHaveAccessibleDescription(/“Iban”/)
  },
}

export const FaultyDefinition: Story = {
  args: {
    dataPoints: [
      { key: 'mail', label: 'Email', type: 'Email' },
      { key: 'mail', label: 'Email again', type: 'Email' },
      { key: '__proto__', label: 'Polluter', type: 'Text' },
      { key: 'plan', label: 'Plan', type: 'Select' },
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const faults = await canvas.findByRole('group', {
      name: '3 parts of this form cannot be shown or checked here',
    })
    await expect(within(faults).getAllByRole('listitem')).toHaveLength(3)
    await canvas.findByRole('textbox', { name: 'Email' })
  },
}

export const NothingToFillIn: Story = {
  args: { dataPoints: [] },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByRole('button')).toBeNull()
    await within(canvasElement).findByText(/lists no fields/)
  },
}

const Stars = ({ id, value, onChange }: FieldRendererProps) => (
  <input
    id={id}
    type="range"
    min={0}
    max={5}
    value={Number(value)}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

export const OwnFieldRenderer: Story = {
  args: {
    dataPoints: [{ key: 'stars', label: 'How was it?', type: 'Stars', default: '3' }],
    fieldRenderers: { Stars },
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('slider', { name: 'How was it?' })

    await userEvent.click(canvas.getByRole('button', { name: 'Send details' }))

    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledOnce())
  },
}
