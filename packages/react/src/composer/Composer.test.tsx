import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Composer } from './Composer.tsx'

const press = (init: KeyboardEventInit & { readonly keyCode?: number }): boolean =>
  document
    .querySelector('textarea')
    ?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }),
    ) ?? false

test('sends on Enter and breaks the line on Shift and Enter', async () => {
  const onSend = vi.fn()
  const screen = await render(<Composer onSend={onSend} />)
  await screen.getByRole('textbox', { name: 'Message' }).click()

  await userEvent.keyboard('One{Shift>}{Enter}{/Shift}Two{Enter}')

  expect(onSend.mock.calls).toEqual([['One\nTwo']])
  await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('')
})

test('never sends with the Enter of an input method', async () => {
  const onSend = vi.fn()
  const screen = await render(<Composer onSend={onSend} />)
  await screen.getByRole('textbox', { name: 'Message' }).fill('にほん')

  press({ isComposing: true })
  // Safari has ended the composition by now and says so with nothing but the key code.
  press({ isComposing: false, keyCode: 229 })

  expect(onSend).not.toHaveBeenCalled()
  await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('にほん')
})

test('does not send again for a key that is held down', async () => {
  const onSend = vi.fn()
  const screen = await render(<Composer onSend={onSend} />)
  await screen.getByRole('textbox', { name: 'Message' }).fill('Hello')

  press({ repeat: true })

  expect(onSend).not.toHaveBeenCalled()
})

test('sends neither an empty text nor one that is only white space', async () => {
  const onSend = vi.fn()
  const screen = await render(<Composer onSend={onSend} />)
  await screen.getByRole('textbox', { name: 'Message' }).fill('  \n ')

  press({})

  expect(onSend).not.toHaveBeenCalled()
  await expect.element(screen.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'true')
})

test('keeps the text while an approval waits, says why, and sends it when the turn is over', async () => {
  const onSend = vi.fn()
  const screen = await render(<Composer onSend={onSend} phase="awaiting-approval" />)
  await screen.getByRole('textbox', { name: 'Message' }).fill('One more thing')
  press({})
  expect(onSend).not.toHaveBeenCalled()
  await expect.element(screen.getByText(/waits for your approval above/)).toBeVisible()

  await screen.rerender(<Composer onSend={onSend} phase="idle" />)
  press({})

  expect(onSend.mock.calls).toEqual([['One more thing']])
})

test('shows Stop only while something runs', async () => {
  const onStop = vi.fn()
  const screen = await render(<Composer onSend={vi.fn()} onStop={onStop} phase="idle" />)
  await expect.element(screen.getByRole('button', { name: 'Stop' })).not.toBeInTheDocument()

  await screen.rerender(<Composer onSend={vi.fn()} onStop={onStop} phase="skill-running" />)
  await screen.getByRole('button', { name: 'Stop' }).click()

  expect(onStop).toHaveBeenCalledOnce()
})

test('writes what is typed under its name and clears it when it was sent', async () => {
  const notes = new Map<string, string>()
  const writeDraft = (name: string, value: string | null) =>
    void (value === null ? notes.delete(name) : notes.set(name, value))
  const screen = await render(<Composer onSend={vi.fn()} draftName="a" writeDraft={writeDraft} />)

  await screen.getByRole('textbox', { name: 'Message' }).fill('half')
  expect([...notes]).toEqual([['a', 'half']])
  press({})

  await expect.poll(() => notes.size).toBe(0)
})
