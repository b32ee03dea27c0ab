import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { DataPointsForm } from './DataPointsForm.tsx'

const form = (dataPoints: readonly { readonly key: string; readonly type: string }[], onSubmit = vi.fn()) => (
  <DataPointsForm
    message="Your details"
    dataPoints={dataPoints.map((field) => ({ label: `The ${field.type}`, ...field }))}
    submission={null}
    onSubmit={onSubmit}
  />
)

test('names each field by a label of its own, whose click leads into it', async () => {
  const screen = await render(
    form([
      { key: 'a', type: 'Text' },
      { key: 'b', type: 'TextArea' },
    ]),
  )
  await expect.element(screen.getByLabelText('The Text', { exact: true })).toBeVisible()

  for (const label of screen.container.querySelectorAll('label')) {
    label.click()
    expect(document.activeElement?.id).toBe(label.htmlFor)
  }

  expect(screen.container.querySelectorAll('label')).toHaveLength(2)
})

test('submits a text as it was typed, under its key', async () => {
  const onSubmit = vi.fn()
  const screen = await render(form([{ key: 'company.name', type: 'Text' }], onSubmit))

  await screen.getByLabelText('The Text').fill('Olaria, Lda')
  await screen.getByRole('button', { name: 'Send details' }).click()

  await expect.poll(() => ({ ...onSubmit.mock.calls[0]?.[0] })).toEqual({ 'company.name': 'Olaria, Lda' })
})

test('asks for a full email address before it sends one', async () => {
  const onSubmit = vi.fn()
  const screen = await render(form([{ key: 'mail', type: 'Email' }], onSubmit))
  const field = screen.getByLabelText('The Email')

  await field.fill('ada@')
  await screen.getByRole('button', { name: 'Send details' }).click()
  await expect.element(field).toHaveAccessibleDescription(/full email address/)
  expect(onSubmit).not.toHaveBeenCalled()
  await field.fill('ada@example.test')
  await screen.getByRole('button', { name: 'Send details' }).click()

  await expect.poll(() => ({ ...onSubmit.mock.calls[0]?.[0] })).toEqual({ mail: 'ada@example.test' })
})

test('draws each further type by the control that the browser has for it', async () => {
  const types = {
    Number: 'number',
    Phone: 'tel',
    Url: 'url',
    Date: 'date',
    Time: 'time',
    DateTime: 'datetime-local',
    Password: 'password',
    Checkbox: 'checkbox',
    Consent: 'checkbox',
    Iban: 'text',
  }
  const screen = await render(form(Object.keys(types).map((type) => ({ key: type, type }))))
  await expect.element(screen.getByLabelText('The Iban')).toHaveAccessibleDescription(/“Iban”/)

  const drawn = Object.keys(types).map((type) => {
    const field = screen.getByLabelText(`The ${type}`, { exact: true }).element()
    return [type, field.getAttribute('type')]
  })

  expect(Object.fromEntries(drawn)).toEqual(types)
})
