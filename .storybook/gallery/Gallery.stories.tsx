import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { Gallery } from './Gallery.tsx'

const meta: Meta<typeof Gallery> = {
  title: 'Gallery',
  component: Gallery,
  tags: ['!autodocs'],
  // Each specimen is a page of its own in its story, where these rules hold: here its twins stand beside it.
  parameters: {
    a11y: {
      config: {
        rules: [
          { id: 'landmark-unique', enabled: false },
          { id: 'heading-order', enabled: false },
          { id: 'landmark-no-duplicate-main', enabled: false },
        ],
      },
    },
  },
}
export default meta
type Story = StoryObj<typeof Gallery>

const showsMany =
  (least: number): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const figures = within(canvasElement).getAllByRole('figure')

    await expect(figures.length).toBeGreaterThanOrEqual(least)
    for (const figure of figures) await expect(figure.childElementCount).toBeGreaterThan(1)
  }

export const Approvals: Story = { args: { only: ['Cards/Approval'] }, play: showsMany(8) }
export const Connections: Story = { args: { only: ['Cards/Connection'] }, play: showsMany(8) }
export const Skills: Story = { args: { only: ['Cards/Skill'] }, play: showsMany(8) }
export const FormsAndWorkflows: Story = {
  args: { only: ['Cards/DataPointsForm', 'Cards/WorkflowCard'] },
  play: showsMany(8),
}
export const Messages: Story = { args: { only: ['Message'] }, play: showsMany(8) }
export const Everything: Story = { play: showsMany(60) }
