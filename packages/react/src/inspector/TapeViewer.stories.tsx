import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import { sampleTape } from './inspector-samples.ts'
import { TapeViewer } from './TapeViewer.tsx'

const meta: Meta<typeof TapeViewer> = {
  title: 'Conversation/TapeViewer',
  component: TapeViewer,
  args: { name: 'refund.tape', text: sampleTape(true), agentName: 'Returns assistant', onClose: fn() },
  render: (args) => (
    <div style={{ blockSize: '90vh', minBlockSize: 480 }}>
      <TapeViewer {...args} />
    </div>
  ),
}
export default meta
type Story = StoryObj<typeof TapeViewer>

const open = (canvasElement: HTMLElement) => {
  const page = within(canvasElement)
  return {
    page,
    slider: () => page.getByRole('slider', { name: 'Time in the recording' }),
    go: (ms: number) =>
      fireEvent.change(page.getByRole('slider', { name: 'Time in the recording' }), {
        target: { value: String(ms) },
      }),
  }
}

export const Scrubbed: Story = {
  play: async ({ args, canvasElement }) => {
    const { page, slider, go } = open(canvasElement)
    await expect(page.getByRole('heading', { name: 'Recording: refund.tape' })).toBeVisible()

    slider().focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect(slider()).toHaveAttribute('aria-valuetext', '0:02.0 of 0:05.0')
    await expect(page.getAllByText('Look up order').length).toBeGreaterThan(0)
    await userEvent.keyboard('{ArrowLeft}')
    await expect(page.queryByText('Look up order')).toBeNull()

    await go(5000)
    await page.findByText(/It qualifies/u)
    // Nothing can be answered in a recording.
    await expect(page.queryByRole('textbox', { name: 'Message' })).toBeNull()
    await userEvent.click(page.getByRole('button', { name: 'Close the recording' }))
    await expect(args.onClose).toHaveBeenCalled()
  },
}

export const Played: Story = {
  play: async ({ canvasElement }) => {
    const { page, slider } = open(canvasElement)
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Speed' }), '16×')

    await userEvent.click(page.getByRole('button', { name: 'Play' }))

    await waitFor(() => expect(slider()).toHaveValue('5000'), { timeout: 10_000 })
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
    await page.findByText(/It qualifies/u)
  },
}

export const Redacted: Story = {
  args: { text: sampleTape(false) },
  play: async ({ canvasElement }) => {
    const { page, go } = open(canvasElement)
    await go(5000)

    await expect(page.getByText('Texts and parameters were left out. Nothing can be sent.')).toBeVisible()
    await page.findByText('[32 characters]')
    await expect(page.queryByText(/It qualifies/u)).toBeNull()
  },
}

export const BadFile: Story = {
  args: { name: 'holiday.jpg', text: 'no tape at all' },
  play: async ({ canvasElement }) => {
    const alert = within(canvasElement).getByRole('alert')
    await expect(alert).toHaveTextContent('This file cannot be replayed')
    await expect(alert).toHaveTextContent('Line 1 of the tape is not JSON')
  },
}
