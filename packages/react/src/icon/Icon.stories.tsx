import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Icon, iconNames } from './Icon.tsx'
import { Mark } from './Mark.tsx'

const meta = { title: 'Foundations/Icons', component: Icon, args: { name: 'check' } } satisfies Meta<
  typeof Icon
>
export default meta
type Story = StoryObj<typeof meta>

export const All: Story = {
  render: () => (
    <ul style={{ display: 'flex', flexWrap: 'wrap', gap: 16, padding: 0, listStyle: 'none', fontSize: 20 }}>
      {iconNames.map((name) => (
        <li key={name}>
          <Icon name={name} />
        </li>
      ))}
    </ul>
  ),
  play: async ({ canvasElement }) => {
    const drawings = [...canvasElement.querySelectorAll('svg')]

    await expect(drawings).toHaveLength(iconNames.length)
    await expect(drawings.every((svg) => svg.getAttribute('aria-hidden') === 'true')).toBe(true)
  },
}

export const Marks: Story = {
  render: () => (
    <div style={{ display: 'flex', gap: 16 }}>
      <Mark tone="ok" />
      <Mark tone="bad" />
      <Mark tone="wait" />
      <Mark tone="run" />
      <Mark tone="idle" />
      <Mark tone="wait">2</Mark>
    </div>
  ),
}
