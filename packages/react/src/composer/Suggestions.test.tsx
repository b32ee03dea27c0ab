import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { Composer } from './Composer.tsx'

describe('suggestions', () => {
  const suggestions = [
    'Where is it?',
    { text: 'Refund order ', label: 'Refund…', action: 'fill' },
    'Thanks',
  ] as const

  test('are sent or filled in with one click', async () => {
    const onSend = vi.fn()
    const screen = await render(<Composer onSend={onSend} suggestions={suggestions} />)

    await screen.getByRole('button', { name: 'Where is it?' }).click()
    await screen.getByRole('button', { name: 'Refund…' }).click()

    expect(onSend.mock.calls).toEqual([['Where is it?']])
    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('Refund order ')
    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveFocus()
  })

  test('never send what a person has begun to write', async () => {
    const onSend = vi.fn()
    const screen = await render(<Composer onSend={onSend} suggestions={suggestions} />)
    await screen.getByRole('textbox', { name: 'Message' }).fill('Half')

    await screen.getByRole('button', { name: 'Thanks' }).click()

    expect(onSend).not.toHaveBeenCalled()
    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('Half\nThanks')
  })

  test('are one stop of the Tab key, and walked with arrows', async () => {
    const screen = await render(<Composer onSend={vi.fn()} suggestions={suggestions} />)
    await userEvent.keyboard('{Tab}')
    await expect.element(screen.getByRole('button', { name: 'Where is it?' })).toHaveFocus()

    await userEvent.keyboard('{ArrowRight}')
    await expect.element(screen.getByRole('button', { name: 'Refund…' })).toHaveFocus()
    await userEvent.keyboard('{End}{ArrowRight}')
    await expect.element(screen.getByRole('button', { name: 'Where is it?' })).toHaveFocus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(screen.getByRole('button', { name: 'Thanks' })).toHaveFocus()
    await userEvent.keyboard('{Tab}')

    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveFocus()
  })

  test('are walked the other way from right to left', async () => {
    const screen = await render(
      <div dir="rtl">
        <Composer onSend={vi.fn()} suggestions={suggestions} />
      </div>,
    )
    await userEvent.keyboard('{Tab}{ArrowLeft}')

    await expect.element(screen.getByRole('button', { name: 'Refund…' })).toHaveFocus()
  })
})
