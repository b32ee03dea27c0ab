import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { preloadThread } from '../thread/preload-thread.ts'
import { drawnChat, handSession, sampleApproval, sampleMessage } from './chat-samples.tsx'
import { setUsesCharacterKeys } from './keys-setting.ts'
import { useShortcut } from './useShortcut.ts'
import { character, focus, isApple, log, press } from './fixtures/key-presses.ts'

beforeEach(async () => {
  setUsesCharacterKeys(true)
  await preloadThread()
  ;(document.activeElement as HTMLElement | null)?.blur()
})

describe('the sheet of keys', () => {
  test('opens with a question mark, not while somebody writes one, and gives the focus back', async () => {
    const { session } = handSession([sampleMessage('a')])
    const screen = await render(drawnChat(session))
    await screen.getByRole('textbox', { name: 'Message' }).click()
    await press('Why?')
    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('Why?')
    expect(document.querySelector('dialog')).toBeNull()

    await press('{Shift>}{F6}{/Shift}{ArrowUp}?')
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect.element(sheet).toBeVisible()
    expect(sheet.element().contains(document.activeElement)).toBe(true)
    await press('{F6}')
    expect(sheet.element().contains(document.activeElement)).toBe(true)

    await press('{Escape}')
    await expect.element(sheet).not.toBeInTheDocument()
    expect(focus()).toBe('id-a')
  })

  test('opens with its button, shows the host’s keys too, and is closed by its button', async () => {
    const { session } = handSession([])
    const handleNew = vi.fn<() => void>()
    const Host = () => {
      useShortcut('Mod+K', 'New conversation', handleNew)
      return drawnChat(session, { keys: { toLatest: null } })
    }
    const screen = await render(<Host />)
    await press(isApple ? '{Meta>}k{/Meta}' : '{Control>}k{/Control}')
    expect(handleNew).toHaveBeenCalledTimes(1)

    const button = screen.getByRole('button', { name: 'Keyboard shortcuts' })
    await button.click()
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect.element(sheet.getByText('New conversation')).toBeVisible()
    await expect.element(sheet.getByText('Next card that needs you')).toBeVisible()
    await expect.element(sheet.getByText('Latest message')).not.toBeInTheDocument()
    await sheet.getByRole('button', { name: 'Close' }).click()

    await expect.element(sheet).not.toBeInTheDocument()
    expect(document.activeElement).toBe(button.element())
  })

  test('leaves the focus at its button where nothing had it before', async () => {
    const { session } = handSession([sampleMessage('a')])
    const screen = await render(drawnChat(session))
    await press('?')
    await expect.element(screen.getByRole('dialog')).toBeVisible()

    await press('{Escape}')

    await expect.poll(focus).toBe('button Keyboard shortcuts')
  })

  test('switches letters and signs off for a person who does not want them, and leaves the other keys', async () => {
    // Other test files share the browser's storage, and run at the same time.
    const write = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => undefined)
    onTestFinished(() => {
      write.mockRestore()
      setUsesCharacterKeys(true)
    })
    const { session } = handSession([sampleApproval('a')])
    const screen = await render(drawnChat(session))
    await screen.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    const choice = screen.getByRole('checkbox', { name: 'Use shortcuts with letters and signs' })
    await choice.click()
    await expect.element(choice).not.toBeChecked()
    await press('{Escape}')
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()

    await press(`{F6}${character('n')}?`)
    expect(focus()).toBe(log)
    expect(document.querySelector('dialog')).toBeNull()
    expect(write).toHaveBeenCalledWith('threadwork:character-keys', 'off')
  })
})
