import type { SkillItem } from '@threadwork/core'
import { useMemo, type ReactElement } from 'react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { resultChart } from '../chart/index.ts'
import '../chart/chart.css'
import { sampleSkill } from '../skill/skill-samples.ts'
import { SkillCard } from '../skill/SkillCard.tsx'
import { sampleOutputs } from './result-samples.ts'
import type { ResultSource } from './result-source.ts'
import { ResultsProvider } from './ResultsProvider.tsx'

interface FetchedProps {
  /** What the host's server answers. */
  readonly answer: () => Promise<unknown>
  readonly hasChart?: boolean
}

const item: SkillItem = sampleSkill('Refund report', {
  status: 'completed',
  skillId: 'recipe:4471',
  endedAt: Date.UTC(2026, 10, 19, 12, 3, 1),
})

const Fetched = ({ answer, hasChart = true }: FetchedProps): ReactElement => {
  const source = useMemo<ResultSource>(
    () => ({ load: answer, ...(hasChart ? { chart: resultChart } : {}) }),
    [answer, hasChart],
  )
  return (
    <ResultsProvider source={source}>
      <SkillCard item={item} />
    </ResultsProvider>
  )
}

const meta = {
  title: 'Cards/Skill result',
  component: Fetched,
  args: { answer: async () => sampleOutputs.weeks },
} satisfies Meta<typeof Fetched>
export default meta
type Story = StoryObj<typeof meta>

export const ChartOverTime: Story = {
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    const picture = await card.findByRole('img', { name: 'Result of Refund report' })

    await waitFor(() => expect(picture.querySelector('canvas')).not.toBeNull())
    const words = within(card.getByRole('region', { name: 'Result of Refund report' }))
    await expect(words.getByRole('table')).toBeInTheDocument()
    await userEvent.click(card.getByRole('radio', { name: 'Table' }))
    await expect(card.queryByRole('img', { name: 'Result of Refund report' })).toBeNull()
    await userEvent.click(card.getByRole('radio', { name: 'Chart' }))
    await card.findByRole('img', { name: 'Result of Refund report' })
  },
}

export const ChartOfNames: Story = {
  args: { answer: async () => sampleOutputs.reasons },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('img', { name: 'Result of Refund report' })
  },
}

export const Table: Story = {
  args: { answer: async () => sampleOutputs.orders, hasChart: false },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    const total = await card.findByRole('columnheader', { name: 'total' })
    const firstCells = (): readonly (string | null)[] =>
      card.getAllByRole('row').map((row) => row.querySelector('td')?.textContent ?? null)

    await userEvent.click(within(total).getByRole('button'))

    await expect(total).toHaveAttribute('aria-sort', 'ascending')
    await expect(firstCells()).toEqual([null, 'A-1043', 'A-1042', 'A-0999'])
  },
}

export const ManyRows: Story = {
  args: { answer: async () => sampleOutputs.many },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    const more = await card.findByRole('button', { name: 'Show 200 more' })
    await expect(card.getByText('10 of 1,204 rows')).toBeInTheDocument()

    await userEvent.click(more)

    await expect(card.getAllByRole('row')).toHaveLength(211)
  },
}

export const Facts: Story = {
  args: { answer: async () => sampleOutputs.facts },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Delivered')).toBeInTheDocument()
    await expect(within(canvasElement).getByRole('img', { name: 'no value' })).toBeInTheDocument()
  },
}

export const Words: Story = {
  args: { answer: async () => 'The label was sent to mira@example.com.' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/label was sent/u)
  },
}

export const Nested: Story = {
  args: { answer: async () => sampleOutputs.nested },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('group', { name: 'Result of Refund report' })
  },
}

export const Nothing: Story = {
  args: { answer: async () => [] },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('It gave no result.')
  },
}

export const Fetching: Story = {
  args: { answer: () => new Promise(() => {}) },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Fetching the result…')
  },
}

let asked = 0

export const FailedThenFetched: Story = {
  args: {
    answer: async () => {
      asked += 1
      if (asked % 2 === 1) throw new Error('The report server did not answer (504).')
      return sampleOutputs.facts
    },
  },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement)
    await card.findByText(/did not answer \(504\)/u)

    await userEvent.click(card.getByRole('button', { name: 'Try again' }))

    await card.findByText('Delivered')
  },
}
