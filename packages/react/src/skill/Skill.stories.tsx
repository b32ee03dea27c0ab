import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { sampleSkill, sampleSkills } from './skill-samples.ts'
import { SkillCard } from './SkillCard.tsx'
import { SkillGroup } from './SkillGroup.tsx'

const meta = {
  title: 'Cards/Skill',
  component: SkillCard,
  args: { item: sampleSkill('Look up order') },
} satisfies Meta<typeof SkillCard>
export default meta
type Story = StoryObj<typeof meta>

const told =
  (status: string, text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const card = within(canvasElement).getByRole('article', { name: /Look up order/u })

    await expect(card).toHaveAttribute('data-twk-status', status)
    await expect(card).toHaveTextContent(text)
    await expect(within(card).queryByRole('button')).toBeNull()
  }
const done = {
  status: 'completed',
  skillId: 'recipe:4471',
  endedAt: Date.UTC(2026, 10, 19, 12, 3, 0, 800),
} as const

export const Running: Story = { play: told('running', 'Running') }
export const Completed: Story = {
  args: { item: sampleSkill('Look up order', done) },
  play: told('completed', '0.8 s'),
}
export const Failed: Story = {
  args: { item: sampleSkill('Look up order', { status: 'failed', error: 'The order system is down.' }) },
  play: told('failed', 'The order system is down.'),
}
export const FailedWithoutReason: Story = {
  args: { item: sampleSkill('Look up order', { status: 'failed' }) },
  play: told('failed', 'Failed'),
}
export const OutcomeUnknown: Story = {
  args: { item: sampleSkill('Look up order', { status: 'unknown' }) },
  play: told('unknown', 'nobody said how this went'),
}

export const FailedWithRetry: Story = {
  args: { item: sampleSkill('Look up order', { status: 'failed', error: 'Timed out.' }), onRetry: fn() },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Retry' }))

    await expect(args.onRetry).toHaveBeenCalledWith(args.item)
  },
}

export const WithResult: Story = {
  args: { item: sampleSkill('Look up order', done), children: 'Order A-1042, delivered on 17 November' },
  play: told('completed', 'Order A-1042'),
}

export const LongName: Story = {
  args: {
    item: sampleSkill(
      'Look up order in the legacy warehouse_system_of_record_without_any_space_in_its_name',
      done,
    ),
  },
}

export const Group: Story = {
  render: () => <SkillGroup items={sampleSkills} onRetry={fn()} />,
  play: async ({ canvasElement }) => {
    const group = within(canvasElement).getByRole('group')

    await expect(within(group).getByRole('heading')).toHaveTextContent('3 skills1 done, 1 failed, 1 running')
    await expect(within(group).getAllByRole('article')).toHaveLength(3)
  },
}
