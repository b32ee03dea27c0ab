import { decodeJsonSchema } from '@threadwork/core/forms'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { DataPointsForm, type DataPointsFormProps } from './DataPointsForm.tsx'

const form = (change: Partial<DataPointsFormProps>) => (
  <DataPointsForm message="Details" submission={null} onSubmit={() => undefined} {...change} />
)

const paid = [
  { key: 'way', label: 'Way', type: 'Text' },
  { key: 'iban', label: 'IBAN', type: 'Text', visibleWhen: { way: 'bank' } },
]

test('brings a field up without moving the focus, keeps what was typed there and says so', async () => {
  const screen = await render(form({ dataPoints: paid }))
  const way = screen.getByLabelText('Way', { exact: true })
  await way.fill('bank')
  await screen.getByLabelText('IBAN').fill('PT50')
  await expect.element(screen.getByText('Now also asked for: IBAN.')).toBeInTheDocument()

  await way.fill('card')
  await expect.element(screen.getByText('No longer asked for: IBAN.')).toBeInTheDocument()
  await expect.element(way).toHaveFocus()
  await way.fill('bank')

  await expect.element(screen.getByLabelText('IBAN')).toHaveValue('PT50')
})

test('neither checks nor sends a field that is not asked for', async () => {
  const onSubmit = vi.fn()
  const screen = await render(form({ dataPoints: paid, onSubmit }))
  const way = screen.getByLabelText('Way', { exact: true })
  await way.fill('bank')
  await screen.getByRole('button', { name: 'Send details' }).click()
  await expect.element(screen.getByLabelText('IBAN')).toHaveAccessibleDescription('Fill this in.')

  await way.fill('card')
  await screen.getByRole('button', { name: 'Send details' }).click()

  await expect.poll(() => ({ ...onSubmit.mock.calls[0]?.[0] })).toEqual({ way: 'card' })
})

test('stops an upload whose file is removed, and sends what is left', async () => {
  const stopped: string[] = []
  const onSubmit = vi.fn()
  const onUpload: DataPointsFormProps['onUpload'] = (file, { signal }) => {
    signal.addEventListener('abort', () => stopped.push(file.name))
    return file.name === 'slow.pdf' ? new Promise(() => undefined) : Promise.resolve({ id: file.name })
  }
  const dataPoints = [{ key: 'files', label: 'Files', type: 'File', multiple: true }]
  const screen = await render(form({ dataPoints, onSubmit, onUpload }))
  const names = ['slow.pdf', 'done.pdf']

  await userEvent.upload(
    screen.getByLabelText('Files'),
    names.map((name) => new File(['x'], name)),
  )
  await screen.getByRole('button', { name: 'Remove slow.pdf' }).click()
  await screen.getByRole('button', { name: 'Send details' }).click()

  await expect.poll(() => onSubmit.mock.calls[0]?.[0]?.files).toEqual(['done.pdf'])
  expect(stopped).toEqual(['slow.pdf'])
})

test('shows the names of sent files afterwards, and keeps them for after a reload', async () => {
  const notes = new Map<string, string>()
  const common: Partial<DataPointsFormProps> = {
    dataPoints: [{ key: 'f', label: 'File', type: 'File' }],
    draftName: 'form',
    readDraft: (name) => notes.get(name) ?? null,
    writeDraft: (name, value) => void (value === null ? notes.delete(name) : notes.set(name, value)),
    onUpload: () => Promise.resolve({ id: 'f1' }),
  }
  const first = await render(form(common))
  await userEvent.upload(first.getByLabelText('File'), new File(['x'], 'lamp.png'))
  await expect.element(first.getByText('lamp.png is uploaded.')).toBeInTheDocument()
  await first.getByRole('button', { name: 'Send details' }).click()
  await first.unmount()

  const screen = await render(form({ ...common, status: 'closed', answers: { f: 'f1' } }))

  await expect.element(screen.getByText('lamp.png')).toBeVisible()
})

test('takes a secret out of its own summary, at any depth', async () => {
  const definition = decodeJsonSchema({
    type: 'object',
    properties: {
      login: {
        type: 'object',
        title: 'Login',
        properties: { user: { title: 'User' }, pin: { title: 'Pin', writeOnly: true } },
      },
    },
  })
  const screen = await render(
    <DataPointsForm message="Details" definition={definition} onSubmit={() => undefined} />,
  )
  await screen.getByLabelText(/^User/).fill('ada')
  await screen.getByLabelText(/^Pin/).fill('4402')

  await screen.getByRole('button', { name: 'Send details' }).click()

  await expect.element(screen.getByText('Sent, not kept here')).toBeVisible()
  expect(document.body.textContent).not.toContain('4402')
})

test('shows what another page has kept, but neither under somebody’s hands nor in secret fields', async () => {
  let listener: (name: string) => void = () => undefined
  let kept: string | null = null
  const writeDraft = vi.fn((_name: string, draft: string | null) => void (kept = draft))
  const dataPoints = [
    { key: 'name', label: 'Name', type: 'Text' },
    { key: 'code', label: 'Code', type: 'Password' },
  ]
  const screen = await render(
    form({
      dataPoints,
      draftName: 'f',
      readDraft: () => kept,
      writeDraft,
      subscribeDrafts: (next) => {
        listener = next
        return () => undefined
      },
    }),
  )
  const name = screen.getByLabelText('Name')
  const code = screen.getByLabelText('Code')
  const hear = (text: string | null): void => {
    kept = text
    listener('f')
  }
  await code.fill('secret')
  await name.fill('Ada')
  hear('{"name":"Bea","code":"stolen"}')
  const attended = (name.element() as HTMLInputElement).value
  ;(document.activeElement as HTMLElement).blur()

  const written = writeDraft.mock.calls.length
  listener('another')
  hear('{"name":"Cleo","code":"stolen"}')
  await expect.element(name).toHaveValue('Cleo')
  hear(null)

  expect(attended).toBe('Ada')
  expect(writeDraft).toHaveBeenCalledTimes(written)
  await expect.element(name).toHaveValue('Cleo')
  await expect.element(code).toHaveValue('secret')
})
