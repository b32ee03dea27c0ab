import type { Attachment, FileId, UploadOutcome } from '@threadwork/core'
import { StrictMode } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles.css'
import type { FileSource } from '../attachment/useAttachments.ts'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock } from '../clock/manual-clock.ts'
import { Composer, type ComposerHandle, type ComposerProps } from './Composer.tsx'
import { recordedSessions, replay } from './composition-samples.ts'

const must = <Value,>(value: Value | null | undefined): Value => {
  if (value === null || value === undefined) throw new Error('The composer is not on the page.')
  return value
}
const field = (): HTMLTextAreaElement => must(document.querySelector('textarea'))

const press = (init: KeyboardEventInit & { readonly keyCode?: number } = {}): boolean =>
  field().dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }),
  )

const notebook = () => {
  const notes = new Map<string, string>()
  return {
    notes,
    readDraft: (name: string) => notes.get(name) ?? null,
    writeDraft: (name: string, value: string | null) =>
      void (value === null ? notes.delete(name) : notes.set(name, value)),
  }
}

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

describe('files', () => {
  const png = (name = 'lamp.png', bytes = 1200) =>
    new File([new Uint8Array(bytes)], name, { type: 'image/png' })
  const idOf = (name: string): FileId => name as FileId // tests name their ids by hand
  const source = (
    upload: FileSource['upload'] = ({ name }) => Promise.resolve({ status: 'uploaded', fileId: idOf(name) }),
    limits: Partial<FileSource['limits']> = {},
  ): FileSource => ({
    limits: { maxFiles: 3, maxBytes: 20_000_000, accept: [], isTextRequired: false, ...limits },
    upload,
  })
  /** Uploads in the test's hands. */
  const held = () => {
    const settle: ((outcome: UploadOutcome) => void)[] = []
    const watches: Parameters<FileSource['upload']>[1][] = []
    const upload: FileSource['upload'] = (_, watch) => {
      watches.push(watch)
      return new Promise((resolve) => settle.push(resolve))
    }
    return { upload, watches, settle: (outcome: UploadOutcome) => settle.shift()?.(outcome) }
  }
  const lost = (message: string): UploadOutcome => ({
    status: 'failed',
    failure: { reason: 'unreachable', message, requestId: null, retryAfter: null, fieldErrors: {} },
  })
  const mount = (props: Partial<ComposerProps> = {}) => {
    const handle: { current: ComposerHandle | null } = { current: null }
    const onSend = vi.fn()
    const screen = render(
      <StrictMode>
        <Composer ref={handle} onSend={onSend} {...props} />
      </StrictMode>,
    )
    return screen.then((mounted) => ({
      screen: mounted,
      onSend,
      attach: (...files: File[]) => must(handle.current).attach(files),
      handle,
    }))
  }

  test('are picked, uploaded at once, and go with the message', async () => {
    const { screen, onSend } = await mount({ files: source() })

    const picker = must(document.querySelector<HTMLInputElement>('input[type=file]'))
    await userEvent.upload(picker, png())
    await expect.element(screen.getByText('1 file attached, 1.2 kB.')).toBeInTheDocument()
    await screen.getByRole('textbox', { name: 'Message' }).fill('Look')
    press()

    const lamp: Attachment = {
      fileId: idOf('lamp.png'),
      name: 'lamp.png',
      mediaType: 'image/png',
      size: 1200,
    }
    expect(onSend.mock.calls).toEqual([['Look', [lamp]]])
    await expect.element(screen.getByRole('list', { name: 'Attached files' })).not.toBeInTheDocument()
  })

  test('are pasted, unless text was copied with them', async () => {
    const { screen } = await mount({ files: source() })
    const paste = (data: DataTransfer): boolean =>
      field().dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    const picture = new DataTransfer()
    picture.items.add(png('image.png'))
    const table = new DataTransfer()
    table.items.add(png('table.png'))
    table.setData('text/plain', '1\t2')

    expect(paste(table)).toBe(true)
    expect(paste(picture)).toBe(false)

    await expect.element(screen.getByText('image.png')).toBeVisible()
    expect(screen.getByText('table.png').query()).toBeNull()
  })

  test('show how far they came, and hold the message until they are there', async () => {
    const { upload, watches, settle } = held()
    const { screen, onSend, attach } = await mount({ files: source(upload) })
    attach(png())
    await screen.getByRole('textbox', { name: 'Message' }).fill('Look')
    const bar = screen.getByRole('progressbar', { name: 'Uploading lamp.png' })
    await expect.element(bar).not.toHaveAttribute('value')

    watches[0]?.onProgress?.({ sent: 300, total: 1200 })
    await expect.element(bar).toHaveAttribute('value', '0.25')
    press()
    expect(onSend).not.toHaveBeenCalled()
    await expect.element(screen.getByText('Can be sent when 1 upload is done.')).toBeVisible()
    settle({ status: 'uploaded', fileId: idOf('f1') })
    await expect.element(bar).not.toBeInTheDocument()
    press()

    expect(onSend).toHaveBeenCalledOnce()
  })

  test('that did not arrive stay, with the reason, and arrive with another try', async () => {
    const { upload, settle } = held()
    const { screen, onSend, attach } = await mount({ files: source(upload) })
    attach(png())
    settle(lost('The server could not be reached.'))
    await expect.element(screen.getByText('The server could not be reached.').first()).toBeVisible()
    await screen.getByRole('textbox', { name: 'Message' }).fill('Look')
    press()
    expect(onSend).not.toHaveBeenCalled()
    await expect.element(screen.getByText(/Retry or remove what was not uploaded/)).toBeVisible()

    await screen.getByRole('button', { name: 'Retry lamp.png' }).click()
    settle({ status: 'uploaded', fileId: idOf('f1') })
    await expect.element(screen.getByText('1 file attached, 1.2 kB.')).toBeInTheDocument()
    press()

    expect(onSend).toHaveBeenCalledOnce()
  })

  test.each([
    [
      'too large',
      png('huge.png', 3000),
      { maxBytes: 2000 },
      /“huge.png” is too large: it has 3 kB, and 2 kB/,
    ],
    ['of another type', png('a.png'), { accept: ['.pdf', '.docx'] }, /Take .pdf or .docx/],
    ['empty', png('a.png', 0), {}, /“a.png” is empty/],
  ] as const)(
    'that are %s are refused before they leave, and hold nothing up',
    async (_, file, limits, reason) => {
      const upload = vi.fn()
      const { screen, onSend, attach } = await mount({ files: source(upload, limits) })

      attach(file)
      await expect.element(screen.getByText(reason).first()).toBeVisible()
      await screen.getByRole('textbox', { name: 'Message' }).fill('Without it')
      press()

      expect(upload).not.toHaveBeenCalled()
      expect(onSend.mock.calls).toEqual([['Without it']])
    },
  )

  test('beyond what a message takes are refused, and taken when there is room', async () => {
    const { screen, attach } = await mount({ files: source(undefined, { maxFiles: 1 }) })

    attach(png('one.png'), png('two.png'))
    await expect.element(screen.getByText(/“two.png” is one too many/).first()).toBeVisible()
    await screen.getByRole('button', { name: 'Remove one.png' }).click()
    attach(png('three.png'))

    await expect.element(screen.getByText('1 file attached, 1.2 kB.', { exact: false })).toBeInTheDocument()
  })

  test('that are taken away are not uploaded any further', async () => {
    const { upload, watches } = held()
    const { screen, attach } = await mount({ files: source(upload) })
    attach(png())

    await screen.getByRole('button', { name: 'Remove lamp.png' }).click()

    expect(watches[0]?.signal?.aborted).toBe(true)
    await expect.element(screen.getByRole('progressbar')).not.toBeInTheDocument()
  })

  test('are seen small, and their addresses are given back', async () => {
    const made = vi.spyOn(URL, 'createObjectURL')
    const given = vi.spyOn(URL, 'revokeObjectURL')
    const { screen, attach } = await mount({ files: source() })
    attach(png())
    await expect.poll(() => made.mock.results.length).toBeGreaterThan(0)

    await screen.getByRole('button', { name: 'Remove lamp.png' }).click()

    await expect.poll(() => given.mock.calls.length).toBe(made.mock.results.length)
    expect(new Set(given.mock.calls.flat())).toEqual(new Set(made.mock.results.map(({ value }) => value)))
  })

  test('that had arrived are there after a reload, and those that had not are named', async () => {
    const { notes, ...store } = notebook()
    const { upload, settle } = held()
    const first = await mount({ files: source(upload), draftName: 'a', ...store })
    first.attach(png('one.png'), png('two.png'))
    settle({ status: 'uploaded', fileId: idOf('f1') })
    await expect.element(first.screen.getByText(/2 files attached/)).toBeInTheDocument()
    await expect.poll(() => notes.get('a:files')).toContain('"f1"')
    await first.screen.unmount()

    const { screen, onSend } = await mount({ files: source(), draftName: 'a', ...store })
    await expect.element(screen.getByText('one.png', { exact: true })).toBeVisible()
    await expect.element(screen.getByText(/before two.png had arrived/)).toBeVisible()
    await screen.getByRole('textbox', { name: 'Message' }).fill('Look')
    press()

    expect(onSend.mock.calls).toEqual([
      ['Look', [expect.objectContaining({ fileId: 'f1', name: 'one.png' })]],
    ])
    expect(notes.size).toBe(0)
  })

  test('alone are a message where no words are needed, and ask for words elsewhere', async () => {
    const { screen, onSend, attach } = await mount({ files: source(undefined, { isTextRequired: true }) })
    attach(png())
    await expect.element(screen.getByText('Write a few words to go with the file.')).toBeVisible()
    press()
    expect(onSend).not.toHaveBeenCalled()

    await screen.rerender(
      <StrictMode>
        <Composer onSend={onSend} files={source()} />
      </StrictMode>,
    )
    press()

    expect(onSend).toHaveBeenCalledWith('', [expect.objectContaining({ name: 'lamp.png' })])
  })

  test('of a message that was taken back are attached again', async () => {
    const { screen, handle, onSend } = await mount({ files: source() })
    const lamp: Attachment = { fileId: idOf('f1'), name: 'lamp.png', mediaType: null, size: 5 }

    must(handle.current).insert('Look', [lamp])
    await expect.element(screen.getByText('lamp.png')).toBeVisible()
    press()

    expect(onSend).toHaveBeenCalledWith('Look', [lamp])
  })
})

describe('a draft of another page', () => {
  const mirrored = async () => {
    let listener: (name: string) => void = () => undefined
    let kept: string | null = null
    const writeDraft = vi.fn()
    const screen = await render(
      <Composer
        onSend={() => undefined}
        draftName="composer"
        readDraft={() => kept}
        writeDraft={writeDraft}
        subscribeDrafts={(next) => {
          listener = next
          return () => undefined
        }}
      />,
    )
    const hear = (text: string | null, name = 'composer'): void => {
      kept = text
      listener(name)
    }
    return { hear, writeDraft, textbox: screen.getByRole('textbox', { name: 'Message' }) }
  }

  test('stands in the field, and is not written again', async () => {
    const { hear, writeDraft, textbox } = await mirrored()

    hear('half a thought')
    await expect.element(textbox).toHaveValue('half a thought')
    hear('of something else', 'form:w1:s1')
    await expect.element(textbox).toHaveValue('half a thought')
    hear(null)
    await expect.element(textbox).toHaveValue('')

    expect(writeDraft).not.toHaveBeenCalled()
  })

  test('waits for the person who is at the field', async () => {
    const { hear, textbox } = await mirrored()
    await textbox.fill('mine')

    hear('theirs')
    await expect.element(textbox).toHaveValue('mine')
    ;(textbox.element() as HTMLElement).blur()
    hear('theirs, later')

    await expect.element(textbox).toHaveValue('theirs, later')
  })
})
