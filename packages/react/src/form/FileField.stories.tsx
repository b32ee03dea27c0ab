import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { DataPointsForm } from './DataPointsForm.tsx'
import { sampleFile, uploadSample } from './form-samples.ts'
import { one, send, sent } from './fixtures/one-field.ts'

const meta: Meta<typeof DataPointsForm> = {
  title: 'Form/Files',
  component: DataPointsForm,
  args: { id: 'form-1', message: 'One field', submission: null, onSubmit: fn(), dataPoints: [] },
}
type Story = StoryObj<typeof DataPointsForm>
export default meta

const file = { type: 'File', label: 'Photos of the damage', multiple: true, accept: '.pdf,image/*' }

export const File: Story = {
  args: one(file, { onUpload: uploadSample, maxUploadBytes: 2000 }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByLabelText('Photos of the damage')
    await expect(field).toHaveAccessibleDescription('PDF or an image, up to 2 kB.')

    await userEvent.upload(field, [
      sampleFile('lamp.png', 900, 'image/png'),
      sampleFile('broken.pdf'),
      sampleFile('film.pdf', 5000),
    ])
    await canvas.findByText('The connection was lost while the file was sent.')
    await canvas.findByText('Larger than 2 kB.')
    await send(canvas)
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(/Wait until the file is there, or remove it/),
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Remove film.pdf' }))
    await expect(field).toHaveFocus()
    await userEvent.click(canvas.getByRole('button', { name: 'Remove broken.pdf' }))
    await send(canvas)

    await sent(args.onSubmit, ['file-lamp.png'])
  },
}

export const FilesOnTheirWay: Story = {
  args: one(file, {
    onUpload: (given, { onProgress }) => {
      onProgress(0.6)
      return given.name.includes('broken')
        ? Promise.reject(new Error('The connection was lost while the file was sent.'))
        : new Promise(() => undefined)
    },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.upload(await canvas.findByLabelText('Photos of the damage'), [
      sampleFile('a-rather-long-name-of-a-photo-of-the-broken-lamp.pdf', 830_000),
      sampleFile('invoice.pdf', 1_240_000),
    ])

    await expect(await canvas.findByRole('progressbar', { name: 'Uploading invoice.pdf…' })).toHaveValue(0.6)
    await canvas.findByRole('button', { name: /Upload a-rather-long.*again/ })
    await userEvent.tab()
    await expect(canvas.queryByText(/Wait until/)).toBeNull()
  },
}

export const FileWithoutUploads: Story = {
  args: one(file),
  play: async ({ canvasElement }) => {
    const field = await within(canvasElement).findByRole('textbox', { name: 'Photos of the damage' })
    await expect(field).toHaveAccessibleDescription(/Files cannot be sent from here/)
  },
}
