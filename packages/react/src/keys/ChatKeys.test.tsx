import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { preloadThread } from '../thread/preload-thread.ts'
import { drawnChat, handSession, sampleApproval, sampleMessage, sampleSkill } from './chat-samples.tsx'
import { setUsesCharacterKeys } from './keys-setting.ts'
import { goToItem } from './thread-walk.ts'
import { useShortcut } from './useShortcut.ts'

const isApple = /Mac/.test(navigator.platform)
const press = (keys: string): Promise<void> => userEvent.keyboard(keys)
const character = (letter: string): string =>
  isApple ? `{Control>}{Shift>}${letter}{/Shift}{/Control}` : `{Alt>}${letter}{/Alt}`

/** The focus in words: an item by its id, else a role or a tag with its name. */
const focus = (): string => {
  const element = document.activeElement
  if (!element || element === document.body) return 'nowhere'
  const item = element.closest<HTMLElement>('[data-twk-id]')
  const role = element.getAttribute('role') ?? element.tagName.toLowerCase()
  const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
  return item && element.matches('article, section')
    ? (item.dataset['twkId'] ?? '')
    : `${role} ${name}`.trim()
}

const field = 'textarea Message'
const log = 'log Conversation'

const ten = Array.from({ length: 10 }, (_, index) => sampleMessage(`m${index}`, `Line ${index}\n\nand more`))

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

describe('a thread', () => {
  test('is walked from item to item, and left for the field', async () => {
    const { session } = handSession([sampleMessage('a'), sampleApproval('b'), sampleMessage('c')])
    await render(drawnChat(session))
    await press('{F6}{F6}')
    expect(focus()).toBe(log)

    await press('{ArrowUp}')
    expect(focus()).toBe('id-c')
    await press('{ArrowUp}')
    expect(focus()).toBe('id-b')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Approval: Refund b')
    await press('{ArrowUp}{ArrowUp}')
    expect(focus()).toBe('id-a')
    await press('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(focus()).toBe('id-c')
    await press('{Home}')
    expect(focus()).toBe('id-a')
    await press('{End}')
    expect(focus()).toBe('id-c')

    await press('{Escape}')
    expect(focus()).toBe(field)
  })

  test('is left in two steps from within a card', async () => {
    const { session } = handSession([sampleApproval('b')])
    const screen = await render(drawnChat(session))
    await expect.element(screen.getByRole('button', { name: 'Reject' })).toBeVisible()
    ;(screen.getByRole('button', { name: 'Reject' }).element() as HTMLElement).focus()

    await press('{Escape}')
    expect(focus()).toBe('id-b')
    await press('{Escape}')
    expect(focus()).toBe(field)
  })

  test('takes no arrow from a control in a card', async () => {
    const { session } = handSession([sampleMessage('a'), sampleApproval('b')])
    const screen = await render(drawnChat(session))
    await screen.getByRole('button', { name: 'Reject' }).click()
    await expect.poll(focus).toContain('textarea')

    await press('ab{Home}{ArrowUp}c')

    expect(document.activeElement).toHaveProperty('value', 'cab')
  })

  test('brings what is walked to into view, and reads a tall item to its end first', async () => {
    const tall = sampleMessage('tall', Array.from({ length: 80 }, (_, line) => `Line ${line}`).join('\n\n'))
    const { session } = handSession([sampleMessage('a'), tall, sampleMessage('z')])
    const screen = await render(drawnChat(session))
    const view = screen.getByRole('log').element()
    await press('{F6}{F6}{Home}{ArrowDown}')
    expect(focus()).toBe('id-tall')

    await press('{ArrowDown}')
    expect(focus()).toBe('id-tall')
    view.scrollTop = view.scrollHeight
    await press('{ArrowDown}')

    expect(focus()).toBe('id-z')
  })

  test('is walked by pages', async () => {
    const { session } = handSession([
      ...ten,
      ...ten.map((item) => ({ ...item, id: `${item.id}x`, key: `${item.key}x` })),
    ])
    const screen = await render(drawnChat(session))
    const view = screen.getByRole('log').element()
    await press('{F6}{F6}{Home}')
    const top = view.scrollTop

    await press('{PageDown}')
    await expect.poll(focus).not.toBe('id-m0')

    expect(view.scrollTop).toBeGreaterThan(top + 100)
    await press('{PageUp}')
    await expect.poll(focus).toBe('id-m0')
    await press('{PageUp}')
    expect(focus()).toBe('id-m0')
  })

  test('of a thousand rows is walked to rows that are not on the page', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => sampleMessage(`n${index}`))
    // Two skills share a row: the second is not what the row is known by.
    const { session } = handSession([sampleSkill('s0'), sampleSkill('s1'), ...many, sampleApproval('w')])
    const screen = await render(drawnChat(session))
    await expect.poll(() => screen.container.querySelector('[data-virtual]')).not.toBeNull()
    await press('{F6}{F6}{End}')
    expect(focus()).toBe('id-w')

    await press('{Home}')
    expect(focus()).toBe('id-s0')
    await press('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(focus()).toBe('id-n1')

    await press(character('n'))
    expect(focus()).toBe('id-w')
    expect(screen.container.querySelectorAll('article').length).toBeLessThan(200)
    expect(goToItem(screen.getByRole('log').element() as HTMLElement, { id: 'id-s1', key: 's1' })).toBe(true)
    expect(focus()).toBe('id-s1')
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
