import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import { DataPointsForm } from './DataPointsForm.tsx'
import { one, send, sent } from './fixtures/one-field.ts'

const meta: Meta<typeof DataPointsForm> = {
  title: 'Form/Fields',
  component: DataPointsForm,
  args: { id: 'form-1', message: 'One field', submission: null, onSubmit: fn(), dataPoints: [] },
}
type Story = StoryObj<typeof DataPointsForm>
export default meta

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
