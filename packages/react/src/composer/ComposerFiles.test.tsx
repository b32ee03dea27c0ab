import type { Attachment, FileId, UploadOutcome } from '@threadwork/core'
import { StrictMode } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles.css'
import type { FileSource } from '../attachment/useAttachments.ts'
import { Composer, type ComposerHandle, type ComposerProps } from './Composer.tsx'
import { field, must, notebook, press } from './composer-samples.ts'

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
