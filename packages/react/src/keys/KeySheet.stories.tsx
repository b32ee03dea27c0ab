import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { keyMapFor } from './key-map.ts'
import { KeySheet } from './KeySheet.tsx'
import { setUsesCharacterKeys } from './keys-setting.ts'
import { useShortcut } from './useShortcut.ts'

const handleNew = fn()

const meta = {
  title: 'Conversation/Keyboard shortcuts',
  component: KeySheet,
  args: { map: keyMapFor('other'), platform: 'other', onClose: fn() },
  // The choice is kept for the whole site: no story leaves it behind.
  beforeEach: () => {
    setUsesCharacterKeys(true)
    return () => setUsesCharacterKeys(true)
  },
} satisfies Meta<typeof KeySheet>
export default meta
type Story = StoryObj<typeof meta>

const sheet = () => within(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }))

/** The row of a command, as it reads. */
const rowOf = (label: string): string | null | undefined =>
  sheet().getByText(label).parentElement?.textContent

export const OnWindowsAndLinux: Story = {
  play: async () => {
    await expect(rowOf('Next card that needs you')).toBe('Next card that needs youAlt N')
    await expect(rowOf('Previous message or card')).toContain('Up')
  },
}

/** Option writes letters there, so Control and Shift stand in its place, drawn as the system draws them. */
export const OnApple: Story = {
  args: { map: keyMapFor('apple'), platform: 'apple' },
  play: async () => {
    await expect(rowOf('Latest message')).toContain('⌃')
    await expect(rowOf('Latest message')).toContain('Control')
  },
}

/** Keys of the host's own, some taken away, and a shortcut of the page around. */
export const RemappedByTheHost: Story = {
  args: { map: keyMapFor('other', { nextWaiting: 'Alt+W', toLatest: null }) },
  render: (args) => {
    const Host = () => {
      useShortcut('Mod+K', 'New conversation', handleNew)
      return <KeySheet {...args} />
    }
    return <Host />
  },
  play: async () => {
    await expect(rowOf('Next card that needs you')).toContain('W')
    await expect(sheet().queryByText('Latest message')).toBeNull()
    await expect(rowOf('New conversation')).toContain('K')
  },
}

/** A person who dictates switches off what is a letter or a sign. */
export const LettersSwitchedOff: Story = {
  play: async () => {
    const choice = sheet().getByRole('checkbox', { name: 'Use shortcuts with letters and signs' })

    await userEvent.click(choice)

    await expect(choice).not.toBeChecked()
  },
}

export const IsClosedWithTheKeyboard: Story = {
  play: async ({ args }) => {
    await expect(sheet().getByRole('button', { name: 'Close' })).toHaveFocus()

    await userEvent.keyboard('{Enter}')

    await waitFor(() => expect(args.onClose).toHaveBeenCalled())
  },
}
