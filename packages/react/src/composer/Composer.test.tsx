import { describe, expect, test, vi } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock } from '../clock/manual-clock.ts'
import { Composer } from './Composer.tsx'
import { recordedSessions, replay } from './composition-samples.ts'
import { field, notebook, press } from './composer-samples.ts'

describe('Enter', () => {
  test('sends, and with Shift breaks the line', async () => {
    const onSend = vi.fn()
    const screen = await render(<Composer onSend={onSend} />)
    await screen.getByRole('textbox', { name: 'Message' }).click()

    await userEvent.keyboard('One{Shift>}{Enter}{/Shift}Two{Enter}')

    expect(onSend.mock.calls).toEqual([['One\nTwo']])
    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('')
  })

  test.each([
    ['Ctrl', { ctrlKey: true }],
    ['Cmd', { metaKey: true }],
  ])('sends with %s, too', async (_, init) => {
    const onSend = vi.fn()
    const screen = await render(<Composer onSend={onSend} />)
    await screen.getByRole('textbox', { name: 'Message' }).fill('Hello')

    press(init)

    expect(onSend.mock.calls).toEqual([['Hello']])
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

    press()

    expect(onSend).not.toHaveBeenCalled()
    await expect
      .element(screen.getByRole('button', { name: 'Send' }))
      .toHaveAttribute('aria-disabled', 'true')
  })
})

describe('an input method', () => {
  test.each(recordedSessions)('never sends a half-composed word: $name', async (session) => {
    const onSend = vi.fn()
    const screen = await render(<Composer onSend={onSend} />)

    const kept = replay(field(), session.composing)

    expect(onSend).toHaveBeenCalledTimes(session.sends)
    // What the input method takes for itself, the page leaves alone.
    expect(kept.filter((event) => 'keyCode' in event && event.keyCode === 229)).toEqual([])
    if (session.sends === 1) return expect(onSend).toHaveBeenCalledWith(session.composed)
    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue(session.composed)
    press({ keyCode: 13 })
    expect(onSend.mock.calls).toEqual([[session.composed]])
  })

  test('of Chromium itself keeps its word in the field, whole, until the next Enter', async () => {
    const onSend = vi.fn()
    const screen = await render(<Composer onSend={onSend} />)
    await screen.getByRole('textbox', { name: 'Message' }).click()
    const composing: boolean[] = []
    field().addEventListener('keydown', ({ isComposing }) => composing.push(isComposing))

    await cdp().send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
    await cdp().send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    })
    expect(onSend).not.toHaveBeenCalled()
    await cdp().send('Input.insertText', { text: '日本' })
    expect(onSend).not.toHaveBeenCalled()
    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('日本')
    await userEvent.keyboard('{Enter}')

    expect(composing[0]).toBe(true)
    expect(onSend.mock.calls).toEqual([['日本']])
  })
})

describe('while something runs', () => {
  test('a message is sent, to wait, and the person is told before', async () => {
    const onSend = vi.fn()
    const screen = await render(<Composer onSend={onSend} phase="awaiting-approval" whileBusy="queue" />)
    await expect.element(screen.getByText(/Enter to send/)).toBeInTheDocument()

    await screen.getByRole('textbox', { name: 'Message' }).fill('One more thing')
    await expect.element(screen.getByText(/Goes out when you have answered above/)).toBeVisible()
    press()

    expect(onSend.mock.calls).toEqual([['One more thing']])
    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('')
  })

  test('the text is kept where messages do not wait, and sent when the turn is over', async () => {
    const onSend = vi.fn()
    const screen = await render(<Composer onSend={onSend} phase="awaiting-approval" />)
    await screen.getByRole('textbox', { name: 'Message' }).fill('One more thing')
    press()
    expect(onSend).not.toHaveBeenCalled()
    await expect.element(screen.getByText(/waits for your approval above/)).toBeVisible()

    await screen.rerender(<Composer onSend={onSend} phase="idle" />)
    press()

    expect(onSend.mock.calls).toEqual([['One more thing']])
  })

  test('Stop is there, and is named for what it does', async () => {
    const onStop = vi.fn()
    const screen = await render(<Composer onSend={vi.fn()} onStop={onStop} phase="idle" />)
    await expect.element(screen.getByRole('button', { name: /^Stop/ })).not.toBeInTheDocument()

    await screen.rerender(<Composer onSend={vi.fn()} onStop={onStop} phase="skill-running" stop="cancel" />)
    await expect.element(screen.getByRole('button', { name: 'Stop', exact: true })).toBeVisible()
    await screen.rerender(
      <Composer onSend={vi.fn()} onStop={onStop} phase="skill-running" stop="stop-listening" />,
    )
    await screen.getByRole('button', { name: 'Stop listening', exact: true }).click()

    expect(onStop).toHaveBeenCalledOnce()
  })
})

test('offline says that what is sent is kept', async () => {
  const onSend = vi.fn()
  const screen = await render(<Composer onSend={onSend} link="offline" whileBusy="queue" />)

  await expect.element(screen.getByText(/goes out when you are online again/)).toBeVisible()
  await screen.getByRole('textbox', { name: 'Message' }).fill('Hello')
  press()

  expect(onSend.mock.calls).toEqual([['Hello']])
})

describe('a draft', () => {
  test('is written under its name as it is typed, and cleared when it was sent', async () => {
    const { notes, ...store } = notebook()
    const screen = await render(<Composer onSend={vi.fn()} draftName="a" {...store} />)

    await screen.getByRole('textbox', { name: 'Message' }).fill('half')
    expect([...notes]).toEqual([['a', 'half']])
    press()

    await expect.poll(() => notes.size).toBe(0)
  })

  test('is each conversation’s own, and comes back with it', async () => {
    const { notes, ...store } = notebook()
    const screen = await render(<Composer onSend={vi.fn()} draftName="a" {...store} />)
    const text = screen.getByRole('textbox', { name: 'Message' })
    await text.fill('for a')

    await screen.rerender(<Composer onSend={vi.fn()} draftName="b" {...store} />)
    await expect.element(text).toHaveValue('')
    await text.fill('for b')
    await screen.rerender(<Composer onSend={vi.fn()} draftName="a" {...store} />)

    await expect.element(text).toHaveValue('for a')
    expect(Object.fromEntries(notes)).toEqual({ a: 'for a', b: 'for b' })
  })

  test('survives a reload', async () => {
    const { notes, ...store } = notebook()
    const first = await render(<Composer onSend={vi.fn()} draftName="a" {...store} />)
    await first.getByRole('textbox', { name: 'Message' }).fill('half a tho')
    await first.unmount()

    const screen = await render(<Composer onSend={vi.fn()} draftName="a" {...store} />)

    await expect.element(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('half a tho')
    expect(notes.size).toBe(1)
  })

  test('of a huge text is written when the person pauses, and before the page goes', async () => {
    const clock = createManualClock()
    const writeDraft = vi.fn()
    const screen = await render(
      <ClockProvider value={clock}>
        <Composer onSend={vi.fn()} draftName="a" writeDraft={writeDraft} />
      </ClockProvider>,
    )
    const huge = 'All work and no play. '.repeat(1000)
    await screen.getByRole('textbox', { name: 'Message' }).fill(huge)
    expect(writeDraft).not.toHaveBeenCalledWith('a', huge)

    clock.advance(400)
    expect(writeDraft).toHaveBeenCalledWith('a', huge)
    await screen.getByRole('textbox', { name: 'Message' }).fill(`${huge}!`)
    dispatchEvent(new Event('pagehide'))

    expect(writeDraft).toHaveBeenLastCalledWith('a', `${huge}!`)
  })
})

describe('a limit', () => {
  test('is told when it is near, counts as a person does, and holds what is over without cutting it', async () => {
    const onSend = vi.fn()
    const screen = await render(<Composer onSend={onSend} maxLength={30} />)
    const text = screen.getByRole('textbox', { name: 'Message' })

    await text.fill('Nine char')
    expect(screen.getByText(/left/).query()).toBeNull()
    await text.fill('👩‍👩‍👧‍👦'.repeat(28))
    await expect.element(screen.getByText('2 characters left')).toBeVisible()
    await text.fill('a'.repeat(33))
    await expect
      .element(screen.getByText('3 characters too many. Shorten the text to send it.'))
      .toBeVisible()
    await expect.element(text).toHaveAttribute('aria-invalid', 'true')
    press()

    expect(onSend).not.toHaveBeenCalled()
    await expect.element(text).toHaveValue('a'.repeat(33))
  })
})

test('grows with its text, up to a limit, and shrinks again', async () => {
  const screen = await render(
    <div className="twk-root">
      <Composer onSend={vi.fn()} />
    </div>,
  )
  const text = screen.getByRole('textbox', { name: 'Message' })
  const height = () => field().getBoundingClientRect().height
  const one = height()

  await text.fill('a\nb\nc')
  const three = height()
  await text.fill('line\n'.repeat(200))
  const many = height()
  await text.fill('')

  expect(three).toBeGreaterThan(one * 2.5)
  expect(many).toBeLessThanOrEqual(one * 14 + 1)
  expect(field().scrollHeight).toBeGreaterThan(0)
  expect(height()).toBe(one)
})

test('grows where the browser’s own way is missing', async () => {
  const supports = vi.spyOn(CSS, 'supports').mockReturnValue(false)
  const screen = await render(<Composer onSend={vi.fn()} />)
  const text = screen.getByRole('textbox', { name: 'Message' })
  await text.fill('a')
  const one = field().style.blockSize

  await text.fill('a\nb\nc')

  expect(Number.parseFloat(field().style.blockSize)).toBeGreaterThan(Number.parseFloat(one))
  supports.mockRestore()
})
