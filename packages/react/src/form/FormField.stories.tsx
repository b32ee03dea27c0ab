import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import { DataPointsForm, type DataPointsFormProps } from './DataPointsForm.tsx'
import { countries, sampleFile, uploadSample } from './form-samples.ts'

const meta: Meta<typeof DataPointsForm> = {
  title: 'Form/Fields',
  component: DataPointsForm,
  args: { id: 'form-1', message: 'One field', submission: null, onSubmit: fn(), dataPoints: [] },
}
type Story = StoryObj<typeof DataPointsForm>
export default meta

/** A story for one field; `onSubmit` is its own, so that no other story's calls are counted. */
const one = (field: object, more: Partial<DataPointsFormProps> = {}): Partial<DataPointsFormProps> => ({
  dataPoints: [{ key: 'value', label: 'Value', ...field }],
  onSubmit: fn(),
  ...more,
})

const send = (canvas: ReturnType<typeof within>) =>
  userEvent.click(canvas.getByRole('button', { name: 'Send details' }))

const sent = (onSubmit: unknown, value: unknown) =>
  waitFor(() => expect(onSubmit).toHaveBeenCalledWith(expect.objectContaining({ value })))

export const Text: Story = {
  args: one({
    type: 'Text',
    label: 'Order number',
    pattern: '[A-Z]-\\d{4}',
    patternHint: 'A letter, a dash and four digits.',
    placeholder: 'A-1042',
  }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByRole('textbox', { name: 'Order number' })

    await userEvent.type(field, '1042')
    await send(canvas)
    await waitFor(() => expect(field).toHaveAccessibleDescription(/four digits.*four digits/))
    await userEvent.clear(field)
    await userEvent.type(field, 'A-1042')
    await send(canvas)

    await sent(args.onSubmit, 'A-1042')
  },
}

export const Email: Story = {
  args: one({ type: 'Email', label: 'Email', placeholder: 'name@example.com' }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Email' }), 'ada@example.com')
    await send(canvas)

    await sent(args.onSubmit, 'ada@example.com')
  },
}

export const Number: Story = {
  args: one({ type: 'Number', label: 'Nights', min: 1, max: 14, step: 1, default: 2 }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByRole('spinbutton', { name: 'Nights' })
    await expect(field).toHaveAccessibleDescription('From 1 to 14. A whole number.')

    await userEvent.clear(field)
    await userEvent.type(field, '3')
    await send(canvas)

    await sent(args.onSubmit, 3)
  },
}

export const Phone: Story = {
  args: one({ type: 'Phone', label: 'Phone', required: false }),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('textbox', { name: /^Phone\s*\(optional\)$/ })
  },
}

export const Url: Story = {
  args: one({ type: 'Url', label: 'Web address' }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByRole('textbox', { name: 'Web address' })

    await userEvent.type(field, 'javascript:alert(1)')
    await send(canvas)

    await waitFor(() => expect(field).toHaveAccessibleDescription(/full web address/))
    await expect(args.onSubmit).not.toHaveBeenCalled()
  },
}

export const Date: Story = {
  args: one({ type: 'Date', label: 'Discovered on', min: '2026-11-01', default: '2026-10-19' }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByLabelText('Discovered on')

    await send(canvas)
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Enter Nov 1, 2026 or later/))
    await fireEvent.change(field, { target: { value: '2026-11-19' } })
    await send(canvas)

    await sent(args.onSubmit, '2026-11-19')
  },
}

export const Time: Story = {
  args: one({ type: 'Time', label: 'Call me at', min: '09:00', max: '17:30' }),
  play: async ({ canvasElement }) => {
    const field = await within(canvasElement).findByLabelText('Call me at')
    await expect(field).toHaveAccessibleDescription('From 09:00 to 17:30.')
  },
}

export const DateTime: Story = {
  args: one({ type: 'DateTime', label: 'Pick up', default: '2026-11-19T10:30' }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await canvas.findByLabelText('Pick up')
    await send(canvas)

    await sent(args.onSubmit, '2026-11-19T10:30')
  },
}

export const Select: Story = {
  args: one({ type: 'Select', label: 'Damage', options: ['Cracked', 'Missing parts', 'Wet'] }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Damage' }), 'Wet')
    await send(canvas)

    await sent(args.onSubmit, 'Wet')
  },
}

export const LongSelect: Story = {
  args: one({ type: 'Select', label: 'Country', options: countries }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByRole('combobox', { name: 'Country' })

    await userEvent.type(field, 'turk')
    await expect(canvas.getAllByRole('option', { name: 'Türkiye' })).toHaveLength(1)
    await userEvent.keyboard('{Enter}')
    await send(canvas)

    await sent(args.onSubmit, 'Türkiye')
  },
}

export const OpenList: Story = {
  args: one({ type: 'Select', label: 'Country', options: countries, default: 'France' }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('combobox', { name: 'Country' }))

    await expect(canvas.getByRole('option', { name: 'France', selected: true })).toBeVisible()
  },
}

export const MultiSelect: Story = {
  args: one({
    type: 'MultiSelect',
    label: 'Days that suit you',
    options: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
    minItems: 2,
    default: ['Wed'],
  }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const group = await canvas.findByRole('group', { name: 'Days that suit you' })
    await expect(within(group).getByRole('checkbox', { name: 'Wed' })).toBeChecked()

    await send(canvas)
    await waitFor(() => expect(group).toHaveAccessibleDescription(/at least 2 entries/))
    await userEvent.click(within(group).getByRole('checkbox', { name: 'Fri' }))
    await send(canvas)

    await sent(args.onSubmit, ['Wed', 'Fri'])
  },
}

export const LongMultiSelect: Story = {
  args: one({
    type: 'MultiSelect',
    label: 'Countries you deliver to',
    options: countries,
    default: ['Austria', 'Belgium'],
  }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByRole('combobox', { name: 'Countries you deliver to' })

    await userEvent.type(field, 'icel{Enter}')
    await userEvent.type(field, 'por{Enter}{Escape}{Backspace}')
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Belgium' }))
    await expect(field).toHaveFocus()
    await send(canvas)

    await sent(args.onSubmit, ['Austria', 'Iceland'])
  },
}

export const Radio: Story = {
  args: one({ type: 'Radio', label: 'Delivery', options: ['Standard', 'Express'] }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const group = await canvas.findByRole('radiogroup', { name: 'Delivery' })
    await userEvent.click(within(group).getByRole('radio', { name: 'Standard' }))
    await userEvent.keyboard('{ArrowDown}')
    await send(canvas)

    await sent(args.onSubmit, 'Express')
  },
}

export const Checkbox: Story = {
  args: one({ type: 'Checkbox', label: 'Wrap it as a gift' }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Wrap it as a gift' }))
    await send(canvas)

    await sent(args.onSubmit, true)
  },
}

export const Consent: Story = {
  args: one({ type: 'Consent', label: 'I agree that the courier may call me' }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('checkbox')
    await send(canvas)

    await waitFor(() =>
      expect(canvas.getByRole('checkbox')).toHaveAccessibleDescription(/needs your consent/),
    )
  },
}

export const TextArea: Story = {
  args: one({ type: 'TextArea', label: 'What happened?', maxLength: 40 }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(
      await canvas.findByRole('textbox', { name: 'What happened?' }),
      'The box was open when it arrived here',
    )

    await canvas.findByText('3 characters left')
  },
}

export const Lines: Story = {
  args: one({ type: 'Email', multiple: true, label: 'Who comes along', maxItems: 3 }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByRole('textbox', { name: 'Who comes along' })
    await expect(field).toHaveAccessibleDescription('At most 3. One on each line.')

    await userEvent.type(field, 'ada@example.com{Enter}grace@example.com')
    await send(canvas)

    await sent(args.onSubmit, ['ada@example.com', 'grace@example.com'])
  },
}

export const Password: Story = {
  args: one({ type: 'Password', label: 'One-time code' }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByLabelText('One-time code')
    await userEvent.type(field, '4402')
    await expect(field).toHaveAttribute('type', 'password')

    await userEvent.click(canvas.getByRole('button', { name: 'Show' }))

    await expect(field).toHaveAttribute('type', 'text')
  },
}

export const Rating: Story = {
  args: one({ type: 'Rating', label: 'How did it go?', required: false }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('radio', { name: '3 of 5' }))
    await userEvent.keyboard('{ArrowRight}')
    await expect(canvas.getByRole('radio', { name: '4 of 5' })).toBeChecked()
    await send(canvas)

    await sent(args.onSubmit, 4)
  },
}

const file = { type: 'File', label: 'Photos of the damage', multiple: true, accept: '.pdf,image/*' }

export const File: Story = {
  args: one(file, { onUpload: uploadSample, maxUploadBytes: 2000 }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByLabelText('Photos of the damage')
    await expect(field).toHaveAccessibleDescription('PDF or an image, up to 2 kB.')

    await userEvent.upload(field, [
      sampleFile('lamp.png', 900, 'image/png'),
      sampleFile('broken.pdf'),
      sampleFile('film.pdf', 5000),
    ])
    await canvas.findByText('The connection was lost while the file was sent.')
    await canvas.findByText('Larger than 2 kB.')
    await send(canvas)
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(/Wait until the file is there, or remove it/),
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Remove film.pdf' }))
    await expect(field).toHaveFocus()
    await userEvent.click(canvas.getByRole('button', { name: 'Remove broken.pdf' }))
    await send(canvas)

    await sent(args.onSubmit, ['file-lamp.png'])
  },
}

export const FilesOnTheirWay: Story = {
  args: one(file, {
    onUpload: (given, { onProgress }) => {
      onProgress(0.6)
      return given.name.includes('broken')
        ? Promise.reject(new Error('The connection was lost while the file was sent.'))
        : new Promise(() => undefined)
    },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.upload(await canvas.findByLabelText('Photos of the damage'), [
      sampleFile('a-rather-long-name-of-a-photo-of-the-broken-lamp.pdf', 830_000),
      sampleFile('invoice.pdf', 1_240_000),
    ])

    await expect(await canvas.findByRole('progressbar', { name: 'Uploading invoice.pdf…' })).toHaveValue(0.6)
    await canvas.findByRole('button', { name: /Upload a-rather-long.*again/ })
    await userEvent.tab()
    await expect(canvas.queryByText(/Wait until/)).toBeNull()
  },
}

export const FileWithoutUploads: Story = {
  args: one(file),
  play: async ({ canvasElement }) => {
    const field = await within(canvasElement).findByRole('textbox', { name: 'Photos of the damage' })
    await expect(field).toHaveAccessibleDescription(/Files cannot be sent from here/)
  },
}

export const ReadOnly: Story = {
  args: one({ type: 'Date', label: 'Ordered on', default: '2026-11-19', readOnly: true }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('Nov 19, 2026')
    await send(canvas)

    await sent(args.onSubmit, '2026-11-19')
  },
}

export const UnknownType: Story = {
  args: one({ type: 'Iban', label: 'Account' }),
  play: async ({ canvasElement }) => {
    const field = await within(canvasElement).findByRole('textbox', { name: 'Account' })
    await expect(field).toHaveAccessibleDescription(/“Iban” has no control of its own/)
  },
}
