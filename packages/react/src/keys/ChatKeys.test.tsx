import { beforeEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { preloadThread } from '../thread/preload-thread.ts'
import { drawnChat, handSession, sampleApproval, sampleMessage } from './chat-samples.tsx'
import { setUsesCharacterKeys } from './keys-setting.ts'
import { character, field, focus, log, press, ten } from './fixtures/key-presses.ts'

beforeEach(async () => {
  setUsesCharacterKeys(true)
  await preloadThread()
  ;(document.activeElement as HTMLElement | null)?.blur()
})

describe('the parts of the page', () => {
  test('are walked with F6, forwards and backwards, from nowhere too, and are entered where the person was', async () => {
    const { session } = handSession([sampleMessage('a')])
    await render(
      <>
        <nav data-twk-region="list" aria-label="Conversations">
          <button type="button">One</button>
          <button type="button" aria-current="page">
            Two
          </button>
        </nav>
        {drawnChat(session)}
      </>,
    )

    const walked: string[] = []
    for (let count = 0; count < 5; count += 1) {
      await press('{F6}')
      walked.push(focus())
    }
    expect(walked).toEqual(['button Two', 'button Keyboard shortcuts', log, field, 'button Two'])

    await press('{Shift>}{F6}{/Shift}')
    expect(focus()).toBe(field)
    await press('{Shift>}{F6}{/Shift}{ArrowUp}{F6}{F6}{F6}{F6}')
    expect(focus()).toBe('id-a')
  })

  test('of another chat are left alone, and each chat takes its own keys', async () => {
    const [one, two] = [handSession([sampleMessage('a')]), handSession([sampleMessage('b')])]
    const screen = await render(
      <>
        {drawnChat(one.session)}
        {drawnChat(two.session)}
      </>,
    )
    const fields = screen.getByRole('textbox', { name: 'Message' }).elements()
    const logs = screen.getByRole('log').elements()

    await userEvent.click(fields[1]!)
    await press('{Shift>}{F6}{/Shift}')
    expect(document.activeElement).toBe(logs[1])
    await press('{F6}')
    expect(document.activeElement).toBe(fields[1])

    await userEvent.click(fields[0]!)
    await press('{Shift>}{F6}{/Shift}')
    expect(document.activeElement).toBe(logs[0])
  })

  test('leave a page alone that is somewhere else', async () => {
    const { session } = handSession([sampleMessage('a')])
    const screen = await render(
      <>
        <button type="button">Elsewhere</button>
        {drawnChat(session)}
      </>,
    )

    await screen.getByRole('button', { name: 'Elsewhere' }).click()
    await press('{F6}?')

    expect(focus()).toBe('button Elsewhere')
    expect(document.querySelector('dialog')).toBeNull()
  })
})

describe('a shortcut', () => {
  test('goes to one waiting card after the other, and says when none waits', async () => {
    const items = [sampleApproval('a'), sampleMessage('m'), sampleApproval('b')]
    const { session, show } = handSession(items)
    const screen = await render(drawnChat(session))
    await screen.getByRole('textbox', { name: 'Message' }).click()

    const visited: string[] = []
    for (let count = 0; count < 3; count += 1) {
      await press(character('n'))
      visited.push(focus())
    }
    expect(visited).toEqual(['id-a', 'id-b', 'id-a'])

    show([sampleMessage('m')])
    await press(character('n'))
    await expect.element(screen.getByText('Nothing waits for you.')).toBeInTheDocument()
  })

  test('goes to the latest message, and leaves who writes in the field', async () => {
    const { session } = handSession(ten)
    const screen = await render(drawnChat(session))
    const view = screen.getByRole('log').element()
    await press('{F6}{F6}{Home}')

    await press(character('l'))
    expect(focus()).toBe('id-m9')
    expect(view.scrollHeight - view.clientHeight - view.scrollTop).toBeLessThan(2)

    view.scrollTop = 0
    await press(character('c'))
    expect(focus()).toBe(field)
    await press(character('l'))
    expect(focus()).toBe(field)
    await expect.poll(() => view.scrollHeight - view.clientHeight - view.scrollTop).toBeLessThan(2)
  })

  test('has other keys where the host says so, and none at all', async () => {
    const { session } = handSession([sampleApproval('a')])
    const keys = { nextWaiting: 'Control+J', showKeys: null }
    const screen = await render(drawnChat(session, { keys }))
    await press('{F6}{F6}?')
    expect(document.querySelector('dialog')).toBeNull()

    await press('{Control>}j{/Control}')
    expect(focus()).toBe('id-a')

    await screen.rerender(drawnChat(session, { keys: false }))
    await screen.getByRole('textbox', { name: 'Message' }).click()
    await press(`{F6}{Control>}j{/Control}${character('n')}`)
    expect(focus()).toBe(field)
    await expect.element(screen.getByRole('button', { name: 'Keyboard shortcuts' })).not.toBeInTheDocument()
  })

  test('happens once for a key that is held down', async () => {
    const { session } = handSession([sampleApproval('a'), sampleApproval('b')])
    await render(drawnChat(session))
    await press('{F6}{F6}')
    const held = (repeat: boolean) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'F6', bubbles: true, cancelable: true, repeat }),
      )

    held(false)
    held(true)
    held(true)

    expect(focus()).toBe(field)
  })

  test('is not meant by an input method that ends a word', async () => {
    const { session } = handSession([sampleMessage('a')])
    await render(drawnChat(session))
    await press('{F6}{F6}{ArrowUp}')
    const composing = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      cancelable: true,
      keyCode: 229,
    })

    document.activeElement?.dispatchEvent(composing)

    expect(focus()).toBe('id-a')
  })
})
