import type { UploadOutcome } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { pickFiles, sampleFiles, sampleSource } from '../attachment/attachment-samples.ts'
import { Composer } from './Composer.tsx'

const meta: Meta<typeof Composer> = {
  title: 'Conversation/Composer',
  component: Composer,
  args: { onSend: fn(), onStop: fn(), whileBusy: 'queue', placeholder: 'Message the returns assistant…' },
}
type Story = StoryObj<typeof Composer>
export default meta

const field = (canvasElement: HTMLElement): HTMLElement =>
  within(canvasElement).getByRole('textbox', { name: 'Message' })
const draft = (text: string) => ({
  draftName: 'composer',
  readDraft: (name: string) => (name === 'composer' ? text : null),
})

export const Idle: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.type(field(canvasElement), 'One{Shift>}{Enter}{/Shift}Two{Enter}')

    await expect(args.onSend).toHaveBeenLastCalledWith('One\nTwo')
    await expect(field(canvasElement)).toHaveValue('')
  },
}

export const WithADraft: Story = {
  args: draft(
    'Order A-1042 arrived broken.\nCan I get my money back?\n\nThe lamp has a crack from top to bottom.',
  ),
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Send' }))

    await expect(args.onSend).toHaveBeenCalledOnce()
  },
}

export const AsHighAsItGets: Story = {
  args: draft('One more line of a long story.\n'.repeat(60).trim()),
  play: async ({ canvasElement }) => {
    const text = field(canvasElement)

    await expect(text.scrollHeight).toBeGreaterThan(text.clientHeight)
    await expect(within(canvasElement).getByRole('button', { name: 'Send' })).toBeVisible()
  },
}

export const Running: Story = {
  args: { phase: 'ai-running', stop: 'cancel', ...draft('And the delivery?') },
  play: async ({ canvasElement, args }) => {
    await expect(canvasElement).toHaveTextContent('Goes out when the assistant has finished.')
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Stop' }))

    await expect(args.onStop).toHaveBeenCalledOnce()
  },
}

export const StopOnlyStopsListening: Story = {
  args: { phase: 'skill-running', stop: 'stop-listening' },
  play: async ({ canvasElement }) => {
    await expect(
      within(canvasElement).getByRole('button', { name: 'Stop listening' }),
    ).toHaveAccessibleDescription(/run goes on/)
  },
}

export const WhileAnApprovalIsOpen: Story = {
  args: { phase: 'awaiting-approval', ...draft('Wait, which card is that?') },
  play: async ({ canvasElement, args }) => {
    await within(canvasElement).findByText(/Goes out when you have answered above/)
    await userEvent.type(field(canvasElement), '{Enter}')

    await expect(args.onSend).toHaveBeenCalledWith('Wait, which card is that?')
  },
}

export const MessagesDoNotWait: Story = {
  args: { phase: 'awaiting-approval', whileBusy: 'refuse', ...draft('Wait, which card is that?') },
  play: async ({ canvasElement, args }) => {
    await within(canvasElement).findByText(/waits for your approval above/)
    await userEvent.type(field(canvasElement), '{Enter}')

    await expect(args.onSend).not.toHaveBeenCalled()
    await expect(field(canvasElement)).toHaveValue('Wait, which card is that?')
  },
}

export const Offline: Story = {
  args: { link: 'offline', ...draft('Is it on its way?') },
  play: async ({ canvasElement, args }) => {
    await within(canvasElement).findByText(/goes out when you are online again/)
    await userEvent.type(field(canvasElement), '{Enter}')

    await expect(args.onSend).toHaveBeenCalledWith('Is it on its way?')
  },
}

export const NearALimit: Story = {
  args: { maxLength: 60, ...draft('The lamp has a crack from top to bottom, and the shade 🪔') },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('4 characters left')
  },
}

export const OverALimit: Story = {
  args: { maxLength: 40, ...draft('The lamp has a crack from top to bottom, and the shade') },
  play: async ({ canvasElement, args }) => {
    await expect(canvasElement).toHaveTextContent('14 characters too many. Shorten the text to send it.')
    await userEvent.type(field(canvasElement), '{Enter}')

    await expect(args.onSend).not.toHaveBeenCalled()
    await expect(field(canvasElement)).toHaveValue('The lamp has a crack from top to bottom, and the shade')
  },
}

export const WithSuggestions: Story = {
  args: {
    suggestions: [
      'When does the refund arrive?',
      { text: 'Order ', label: 'Another order…', action: 'fill' },
      'Thank you, that is all',
    ],
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)

    await userEvent.click(canvas.getByRole('button', { name: 'Thank you, that is all' }))
    await userEvent.keyboard('{ArrowLeft}{Enter}')

    await expect(args.onSend).toHaveBeenCalledOnce()
    await expect(args.onSend).toHaveBeenCalledWith('Thank you, that is all')
    await expect(field(canvasElement)).toHaveValue('Order ')
  },
}

const failed = (message: string): UploadOutcome => ({
  status: 'failed',
  failure: { reason: 'unreachable', message, requestId: null, retryAfter: null, fieldErrors: {} },
})

export const WithFiles: Story = {
  args: { files: sampleSource(), ...draft('Here is the crack.') },
  play: async ({ canvasElement, args }) => {
    await pickFiles(canvasElement, sampleFiles)
    await within(canvasElement).findByText('2 files attached, 1.2 MB.')

    await userEvent.type(field(canvasElement), '{Enter}')

    await expect(args.onSend).toHaveBeenCalledWith('Here is the crack.', [
      expect.objectContaining({ name: 'crack.svg' }),
      expect.objectContaining({ name: 'Invoice A-1042.pdf' }),
    ])
    await pickFiles(canvasElement, sampleFiles)
    await within(canvasElement).findByText('2 files attached, 1.2 MB.')
  },
}

export const Uploading: Story = {
  args: {
    files: sampleSource((file, { onProgress }) => {
      onProgress?.({ sent: file.size * 0.4, total: file.size })
      return new Promise(() => undefined)
    }),
    ...draft('Here is the crack.'),
  },
  play: async ({ canvasElement, args }) => {
    await pickFiles(canvasElement, sampleFiles)
    const canvas = within(canvasElement)

    await expect(await canvas.findByRole('progressbar', { name: 'Uploading crack.svg' })).toHaveAttribute(
      'value',
      '0.4',
    )
    await expect(canvasElement).toHaveTextContent('Can be sent when 2 uploads are done.')
    await userEvent.type(field(canvasElement), '{Enter}')
    await expect(args.onSend).not.toHaveBeenCalled()
  },
}

export const UploadOfUnknownLength: Story = {
  args: { files: sampleSource(() => new Promise(() => undefined)) },
  play: async ({ canvasElement }) => {
    await pickFiles(canvasElement, sampleFiles)

    await expect(
      await within(canvasElement).findByRole('progressbar', { name: 'Uploading crack.svg' }),
    ).not.toHaveAttribute('value')
  },
}

export const UploadFailed: Story = {
  args: {
    files: sampleSource(() =>
      Promise.resolve(
        failed('The server could not be reached. Check your connection; it is safe to try again.'),
      ),
    ),
    ...draft('Here is the crack.'),
  },
  play: async ({ canvasElement }) => {
    await pickFiles(canvasElement, sampleFiles.slice(0, 1))
    const canvas = within(canvasElement)

    await expect(await canvas.findByRole('button', { name: 'Retry crack.svg' })).toBeVisible()
    await expect(canvasElement).toHaveTextContent('Retry or remove what was not uploaded: 1 file.')
  },
}

export const RefusedFiles: Story = {
  args: { files: sampleSource(undefined, { maxBytes: 500_000, accept: ['image/*'], maxFiles: 1 }) },
  play: async ({ canvasElement }) => {
    const [picture, invoice] = sampleFiles
    await pickFiles(canvasElement, [picture, invoice, picture])

    await waitFor(() =>
      expect(canvasElement).toHaveTextContent(
        '“Invoice A-1042.pdf” is of a type that is not taken here. Take image/*.',
      ),
    )
    await expect(canvasElement).toHaveTextContent('“crack.svg” is one too many')
  },
}

export const FilesLostInAReload: Story = {
  args: {
    files: sampleSource(),
    draftName: 'composer',
    readDraft: (name) =>
      name === 'composer:files'
        ? JSON.stringify({
            files: [{ fileId: 'file-1', name: 'crack.svg', mediaType: 'image/svg+xml', size: 240 }],
            lost: ['Invoice A-1042.pdf'],
          })
        : 'Here is the crack.',
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement).toHaveTextContent('before Invoice A-1042.pdf had arrived'))
    await expect(canvasElement).toHaveTextContent('crack.svg')
  },
}

export const Closed: Story = {
  args: { isClosed: true },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/This conversation is closed/)
  },
}
