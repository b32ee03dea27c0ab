import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { EveryPart } from './EveryPart.tsx'
import { languageOf } from './packs.ts'

const meta: Meta<typeof EveryPart> = {
  title: 'Foundations/Languages',
  component: EveryPart,
  tags: ['!autodocs'],
}
export default meta
type Story = StoryObj<typeof EveryPart>

const speaks = (tag: string, approve: string): Pick<Story, 'args' | 'play'> => ({
  args: { language: languageOf(tag) },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('button', { name: approve })
  },
})

export const German: Story = speaks('de', 'Freigeben')
export const French: Story = speaks('fr', 'Approuver')
export const Spanish: Story = speaks('es', 'Aprobar')
export const Japanese: Story = speaks('ja', '承認')
export const Arabic: Story = speaks('ar', 'موافقة')

/** A third longer, and in brackets: what stands without brackets is not in the catalogue. */
export const Pseudo: Story = {
  args: { language: languageOf('en-XA') },
  play: async ({ canvasElement }) => {
    const buttons = within(canvasElement).getAllByRole('button')
    const named = buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? '')

    await expect(named.filter((name) => !name.includes('['))).toEqual([])
  },
}
