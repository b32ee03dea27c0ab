import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { DataPointsForm } from './DataPointsForm.tsx'
import { countries } from './form-samples.ts'
import { one, send, sent } from './fixtures/one-field.ts'

const meta: Meta<typeof DataPointsForm> = {
  title: 'Form/Choices',
  component: DataPointsForm,
  args: { id: 'form-1', message: 'One field', submission: null, onSubmit: fn(), dataPoints: [] },
}
type Story = StoryObj<typeof DataPointsForm>
export default meta

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
