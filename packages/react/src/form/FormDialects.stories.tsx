import { decodeElicitation, decodeJsonSchema, decodeParameterSchema } from '@threadwork/core/forms'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { DataPointsForm } from './DataPointsForm.tsx'
import { elicitationSample, tripSchema } from './form-samples.ts'

const meta: Meta<typeof DataPointsForm> = {
  title: 'Form/Dialects',
  component: DataPointsForm,
  args: { id: 'form-1', submission: null, onSubmit: fn() },
}
type Story = StoryObj<typeof DataPointsForm>
export default meta

export const JsonSchema: Story = {
  args: { definition: decodeJsonSchema(tripSchema), onSubmit: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const form = await canvas.findByRole('form', { name: 'Book a trip' })
    const traveller = within(within(form).getByRole('group', { name: 'Traveller' }))

    await userEvent.type(traveller.getByRole('textbox', { name: 'Full name' }), 'Ada Moreau')
    await userEvent.type(traveller.getByRole('textbox', { name: 'Email' }), 'ada@example.com')
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'How' }), 'By plane')
    await userEvent.type(await canvas.findByRole('textbox', { name: 'From airport' }), 'LIS')
    await userEvent.click(canvas.getByRole('button', { name: 'Send details' }))

    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledOnce())
    await expect(
      JSON.parse(JSON.stringify((args.onSubmit as ReturnType<typeof fn>).mock.calls[0]?.[0])),
    ).toEqual({
      traveller: { name: 'Ada Moreau', email: 'ada@example.com' },
      reason: 'customer',
      nights: 2,
      needs: ['hotel'],
      policy: 'EU-2026',
      kind: 'plane',
      airport: 'LIS',
    })
  },
}

const elicitation: Story['args'] = {
  definition: decodeElicitation(elicitationSample),
  workflowName: 'Report server',
}

export const Elicitation: Story = {
  args: { ...elicitation, onDecline: fn(), onCancel: fn() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const form = within(await canvas.findByRole('form', { name: 'Where shall the report go?' }))

    await expect(form.getByRole('combobox', { name: /Paper/ })).toHaveValue('a4')
    await expect(form.getByRole('checkbox', { name: 'Summary' })).toBeChecked()
    await expect(form.getByRole('checkbox', { name: 'Archive it as well' })).toBeChecked()
    await expect(form.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Send details',
      'Decline',
      'Cancel',
    ])
  },
}

export const ElicitationDeclined: Story = {
  args: { ...elicitation, onDecline: fn(), onCancel: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)

    await userEvent.click(await canvas.findByRole('button', { name: 'Decline' }))

    await canvas.findByText('You declined to give these details.')
    await expect(args.onDecline).toHaveBeenCalledOnce()
    await expect(canvas.getByText('Where shall the report go?').closest('.twk-card__title')).toHaveFocus()
  },
}

export const SkillParameters: Story = {
  args: {
    message: 'Change the values of “Create refund”',
    definition: decodeParameterSchema(
      [
        { name: 'amount', label: 'Amount', type: 'number', hint: 'In euros.' },
        { name: 'due', label: 'Pay back on', type: 'date' },
        { name: 'note', label: 'Note to the customer', control_type: 'text-area', optional: true },
        { name: 'notify', label: 'Tell the customer', type: 'boolean' },
      ],
      {
        amount: 90.5,
        due: '2026-11-19',
        note: 'Sorry about the lamp.',
        notify: true,
        tags: ['damage', 'courier'],
        origin: { country: 'PT' },
      },
    ),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByRole('spinbutton', { name: 'Amount' })).toHaveValue(90.5)
    await expect(canvas.getByRole('textbox', { name: /tags/ })).toHaveValue('damage\ncourier')
    await expect(canvas.getByRole('textbox', { name: /origin/ })).toHaveAccessibleDescription(
      'This takes JSON.',
    )
  },
}

export const WhatCannotBeDrawn: Story = {
  args: {
    definition: decodeJsonSchema({
      title: 'A hard one',
      type: 'object',
      properties: {
        name: { type: 'string', title: 'Name' },
        self: { $ref: '#', title: 'Itself' },
        either: { title: 'Either way', anyOf: [{ type: 'string' }, { type: 'integer' }] },
      },
      additionalProperties: { type: 'string' },
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const problems = await canvas.findByRole('group', {
      name: '3 parts of this form cannot be shown or checked here',
    })
    await expect(problems).toHaveTextContent(/contains itself.*several forms.*further entries/)
    await canvas.findByRole('textbox', { name: /Name/ })
  },
}
