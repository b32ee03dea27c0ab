import type { IntentId, Submission } from '@threadwork/core'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { DataPointsForm, type DataPointsFormProps } from './DataPointsForm.tsx'

const fields = [
  { key: 'name', label: 'Full name', type: 'Text' },
  { key: 'email', label: 'Email', type: 'Email' },
]

const submission = (change: Partial<Submission>): Submission => ({
  intentId: 'i1' as IntentId,
  status: 'sending',
  choice: null,
  problem: null,
  fieldErrors: {},
  ...change,
})

const form = (change: Partial<DataPointsFormProps>) => (
  <>
    <DataPointsForm
      message="Your details"
      dataPoints={fields}
      submission={null}
      onSubmit={() => undefined}
      {...change}
    />
    <input aria-label="Elsewhere" />
  </>
)

test('submits once for a double click, in a record without a prototype', async () => {
  const onSubmit = vi.fn<(values: Readonly<Record<string, unknown>>) => void>()
  const screen = await render(form({ onSubmit }))
  await screen.getByLabelText('Full name').fill('Ada')
  await screen.getByLabelText('Email').fill('ada@example.com')

  await screen.getByRole('button', { name: 'Send details' }).dblClick()

  await expect.poll(() => onSubmit.mock.calls.length).toBe(1)
  const values = onSubmit.mock.calls[0]?.[0]
  expect({ ...values }).toEqual({ name: 'Ada', email: 'ada@example.com' })
  expect(Object.getPrototypeOf(values)).toBeNull()
})

test('is named by its message and leads a person to the first fault', async () => {
  const onSubmit = vi.fn()
  const screen = await render(form({ onSubmit }))
  await expect.element(screen.getByRole('form', { name: 'Your details' })).toBeVisible()

  await screen.getByRole('button', { name: 'Send details' }).click()

  await expect.element(screen.getByRole('group', { name: '2 fields need another look' })).toHaveFocus()
  await screen.getByRole('button', { name: 'Email' }).click()
  await expect.element(screen.getByLabelText('Email')).toHaveFocus()
  expect(onSubmit).not.toHaveBeenCalled()
})

test('shows what the backend refused beside its field and leaves the focus alone', async () => {
  const screen = await render(form({ submission: submission({}) }))
  await screen.getByLabelText('Elsewhere').click()

  const failed = submission({ status: 'failed', fieldErrors: { email: ['No such account.'] } })
  await screen.rerender(form({ submission: failed }))

  await expect.element(screen.getByLabelText('Email')).toHaveAccessibleDescription('No such account.')
  await expect.element(screen.getByLabelText('Elsewhere')).toHaveFocus()
})

test('can be sent again after the backend refused it', async () => {
  const onSubmit = vi.fn()
  const screen = await render(form({ onSubmit }))
  await screen.getByLabelText('Full name').fill('Ada')
  await screen.getByLabelText('Email').fill('ada@example.com')
  await screen.getByRole('button', { name: 'Send details' }).click()
  await expect.poll(() => onSubmit.mock.calls.length).toBe(1)

  const failed = submission({ status: 'failed', fieldErrors: { email: ['No such account.'] } })
  await screen.rerender(form({ onSubmit, submission: failed }))
  await screen.getByLabelText('Email').fill('ada@other.example')
  await screen.getByRole('button', { name: 'Send details' }).click()

  await expect.poll(() => onSubmit.mock.calls.length).toBe(2)
})

test('can be sent again when the step asks for another round', async () => {
  const onSubmit = vi.fn()
  const screen = await render(form({ onSubmit, round: 1 }))
  await screen.getByLabelText('Full name').fill('Ada')
  await screen.getByLabelText('Email').fill('ada@example.com')
  await screen.getByRole('button', { name: 'Send details' }).click()
  await expect.poll(() => onSubmit.mock.calls.length).toBe(1)

  await screen.rerender(form({ onSubmit, round: 1, submission: submission({ status: 'sent' }) }))
  await screen.rerender(form({ onSubmit, round: 2 }))
  await screen.getByRole('button', { name: 'Send details' }).click()

  await expect.poll(() => onSubmit.mock.calls.length).toBe(2)
})

test('keeps element, value and caret of a field while the form is asked for again', async () => {
  const screen = await render(form({}))
  const field = screen.getByLabelText('Full name')
  await field.fill('Ada Moreau')
  const before = field.element() as HTMLInputElement
  before.setSelectionRange(3, 3)

  await screen.rerender(form({ dataPoints: fields.map((entry) => ({ ...entry })) }))

  const after = screen.getByLabelText('Full name').element() as HTMLInputElement
  expect(after).toBe(before)
  expect([after.value, after.selectionStart]).toEqual(['Ada Moreau', 3])
  expect(document.activeElement).toBe(after)
})

test('keeps a draft without secrets and restores it', async () => {
  const notes = new Map<string, string>()
  const draft: Partial<DataPointsFormProps> = {
    dataPoints: [...fields, { key: 'pin', label: 'Pin', type: 'Password' }],
    draftName: 'form:s1',
    readDraft: (name) => notes.get(name) ?? null,
    writeDraft: (name, value) => void (value === null ? notes.delete(name) : notes.set(name, value)),
  }
  const first = await render(form(draft))
  await first.getByLabelText('Full name').fill('Ada')
  await first.getByLabelText('Pin').fill('1234')
  await first.unmount()

  const screen = await render(form(draft))

  await expect.element(screen.getByLabelText('Full name')).toHaveValue('Ada')
  await expect.element(screen.getByLabelText('Pin')).toHaveValue('')
  await expect.element(screen.getByText('Draft kept on this device, without secrets')).toBeVisible()
  expect([...notes.values()].join()).not.toContain('1234')

  await screen.rerender(form({ ...draft, status: 'submitted', answers: { name: 'Ada' } }))
  await expect.poll(() => notes.size).toBe(0)
})

test('says that it closed while a person typed and keeps the focus in the card', async () => {
  const screen = await render(form({}))
  await screen.getByLabelText('Full name').click()
  await userEvent.keyboard('mine')

  await screen.rerender(form({ status: 'submitted', answers: null }))

  await expect
    .element(screen.getByRole('status'))
    .toHaveTextContent('Answered elsewhere. What you had typed was not sent.')
  await expect.poll(() => document.activeElement?.textContent).toBe('Your details')
})

test('leaves the focus where it is when a form closes that nobody was in', async () => {
  const screen = await render(form({}))
  await screen.getByLabelText('Elsewhere').click()

  await screen.rerender(form({ status: 'closed' }))

  await expect.element(screen.getByLabelText('Elsewhere')).toHaveFocus()
})

test('remembers by itself that it was sent when its host keeps no submission', async () => {
  const screen = await render(
    <DataPointsForm message="Your details" dataPoints={fields} onSubmit={() => undefined} />,
  )
  await screen.getByLabelText('Full name').fill('Ada')
  await screen.getByLabelText('Email').fill('ada@example.com')

  await screen.getByRole('button', { name: 'Send details' }).click()

  await expect.element(screen.getByText('You sent these details.')).toBeVisible()
  await expect.element(screen.getByText('ada@example.com')).toBeVisible()
})

test('chooses from a long list by typing a part of the label', async () => {
  const options = [
    'Argentina',
    'Austria',
    'Belgium',
    'Chile',
    'Denmark',
    'Estonia',
    'France',
    'Greece',
    'Iceland',
    'Norway',
    'Spain',
    'Türkiye',
  ]
  const onSubmit = vi.fn()
  const dataPoints = [{ key: 'country', label: 'Country', type: 'Select', options }]
  const screen = await render(form({ dataPoints, onSubmit }))

  await screen.getByRole('combobox', { name: 'Country' }).click()
  await userEvent.keyboard('turk{Enter}')
  await screen.getByRole('button', { name: 'Send details' }).click()

  await expect.poll(() => onSubmit.mock.calls[0]?.[0]).toMatchObject({ country: 'Türkiye' })
})
