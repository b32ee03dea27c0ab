import type { IntentId } from '@threadwork/core'
import { decodeJsonSchema } from '@threadwork/core/forms'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { DataPointsForm } from './DataPointsForm.tsx'
import { tripSchema } from './form-samples.ts'

const meta: Meta<typeof DataPointsForm> = {
  title: 'Form/States',
  component: DataPointsForm,
  args: { id: 'form-1', message: 'A few details', submission: null, onSubmit: fn(), dataPoints: [] },
}
type Story = StoryObj<typeof DataPointsForm>
export default meta

export const Groups: Story = {
  args: {
    message: 'Your delivery',
    dataPoints: [
      { key: 'name', label: 'Full name', type: 'Text', group: 'You' },
      { key: 'mail', label: 'Email', type: 'Email', group: 'You' },
      {
        key: 'street',
        label: 'Street',
        type: 'Text',
        group: { label: 'Address', help: 'As on the parcel.' },
      },
      { key: 'city', label: 'City', type: 'Text', group: { label: 'Address', help: 'As on the parcel.' } },
      { key: 'note', label: 'Note', type: 'TextArea', required: false },
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const address = await canvas.findByRole('group', { name: 'Address' })
    await expect(address).toHaveAccessibleDescription('As on the parcel.')
    await expect(within(address).getAllByRole('textbox')).toHaveLength(2)
  },
}

export const DependentFields: Story = {
  args: {
    message: 'How shall we pay you back?',
    onSubmit: fn(),
    dataPoints: [
      { key: 'way', label: 'Way', type: 'Radio', options: ['Card', 'Bank', 'Voucher'] },
      { key: 'holder', label: 'Account holder', type: 'Text', visibleWhen: { way: ['Card', 'Bank'] } },
      { key: 'iban', label: 'IBAN', type: 'Text', visibleWhen: { way: 'Bank' } },
      { key: 'code', label: 'Voucher code', type: 'Text', visibleWhen: { way: 'Voucher' } },
    ],
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('radio', { name: 'Bank' }))
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Account holder' }), 'Ada Moreau')
    await canvas.findByText('Now also asked for: Account holder and IBAN.')
    await userEvent.click(canvas.getByRole('radio', { name: 'Voucher' }))
    await expect(canvas.getByRole('radio', { name: 'Voucher' })).toHaveFocus()
    await expect(canvas.queryByRole('textbox', { name: 'Account holder' })).toBeNull()
    await userEvent.click(canvas.getByRole('radio', { name: 'Card' }))

    await expect(await canvas.findByRole('textbox', { name: 'Account holder' })).toHaveValue('Ada Moreau')
    await userEvent.click(canvas.getByRole('button', { name: 'Send details' }))

    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledOnce())
    await expect({ ...(args.onSubmit as ReturnType<typeof fn>).mock.calls[0]?.[0] }).toEqual({
      way: 'Card',
      holder: 'Ada Moreau',
    })
  },
}

const many = Array.from({ length: 200 }, (_, index) => ({
  key: `part-${index + 1}`,
  label: `Part ${index + 1}`,
  type: index % 5 === 4 ? 'Select' : index % 3 === 2 ? 'Number' : 'Text',
  options: ['Keep', 'Replace', 'Drop'],
  required: index % 4 === 0,
  group: `Section ${Math.floor(index / 20) + 1}`,
}))

export const TwoHundredFields: Story = {
  args: { message: 'The whole inventory', dataPoints: many },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('group', { name: 'Section 10' })

    await userEvent.click(canvas.getByRole('button', { name: 'Send details' }))

    const summary = await canvas.findByRole('group', { name: '50 fields need another look' })
    await waitFor(() => expect(summary).toHaveFocus())
    await userEvent.click(within(summary).getByRole('button', { name: 'Part 197' }))
    await expect(canvas.getByRole('textbox', { name: 'Part 197' })).toHaveFocus()
  },
}

export const DraftWithoutSecrets: Story = {
  args: {
    dataPoints: [
      { key: 'user', label: 'User', type: 'Text' },
      { key: 'code', label: 'One-time code', type: 'Password' },
    ],
    draftName: 'form',
    readDraft: () => JSON.stringify({ user: 'ada' }),
    writeDraft: fn(),
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByRole('textbox', { name: 'User' })).toHaveValue('ada')
    await userEvent.type(canvas.getByLabelText('One-time code'), '4402')

    await canvas.findByText('Draft kept on this device, without secrets')
    await expect(JSON.stringify((args.writeDraft as ReturnType<typeof fn>).mock.calls)).not.toContain('4402')
  },
}

export const RefusedInAGroup: Story = {
  args: {
    definition: decodeJsonSchema(tripSchema),
    submission: {
      intentId: 'i' as IntentId,
      status: 'failed',
      choice: null,
      problem: 'The details were not accepted. Mend the marked fields and send them again.',
      fieldErrors: {
        '/traveller/email': ['This address has no account.'],
        budget: ['The budget of the department is used up.'],
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const email = await canvas.findByRole('textbox', { name: 'Email' })
    await waitFor(() => expect(email).toHaveAccessibleDescription(/no account/))
    await expect(document.body).toHaveFocus()
    await canvas.findByText(/budget: The budget of the department is used up/)

    await userEvent.click(canvas.getByRole('button', { name: 'Email' }))

    await expect(email).toHaveFocus()
  },
}

export const Summary: Story = {
  args: {
    definition: decodeJsonSchema(tripSchema),
    status: 'submitted',
    answers: {
      traveller: {
        name: 'Ada Moreau',
        email: 'ada@example.com',
        passport: { number: 'PT1234567', expires: '2029-03-01' },
      },
      reason: 'customer',
      nights: 2,
      needs: ['hotel', 'car'],
      companions: ['grace@example.com'],
      policy: 'EU-2026',
      kind: 'train',
      class: 1,
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('Visit to a customer')
    await canvas.findByText('Hotel, Rental car')
    await canvas.findByText('Mar 1, 2029')
    await canvas.findByText('By train')
    await expect(canvas.queryByText('From airport')).toBeNull()
  },
}

export const SummaryOfSecretsAndFiles: Story = {
  args: {
    dataPoints: [
      { key: 'code', label: 'One-time code', type: 'Password' },
      { key: 'photos', label: 'Photos', type: 'File', multiple: true },
      { key: 'agreed', label: 'I agree that the courier may call me', type: 'Consent' },
      { key: 'note', label: 'Note', type: 'TextArea', required: false },
      { key: 'stars', label: 'How did it go?', type: 'Rating' },
    ],
    status: 'closed',
    answers: { photos: ['f1', 'f2'], agreed: true, note: '', stars: 4 },
    draftName: 'form',
    readDraft: (name) => (name === 'form:files' ? JSON.stringify({ f1: 'lamp.png', f2: 'box.png' }) : null),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('lamp.png, box.png')
    await canvas.findByText('Sent, not kept here')
    await canvas.findByText('Left empty')
  },
}
