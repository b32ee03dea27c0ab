import type { ApprovalItem } from '@threadwork/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { sampleApproval, sampleSchema, sampleTyped } from './approval-samples.ts'
import { ApprovalCard } from './ApprovalCard.tsx'

const meta = {
  title: 'Cards/Approval values',
  component: ApprovalCard,
  args: { item: sampleApproval, onDecide: fn() },
} satisfies Meta<typeof ApprovalCard>
export default meta
type Story = StoryObj<typeof meta>

const withValues = (
  parameters: ApprovalItem['parameters'],
  more: Partial<ApprovalItem> = {},
): ApprovalItem => ({
  ...sampleApproval,
  schema: [],
  parameters,
  ...more,
})
const valuesIn = (canvas: HTMLElement): HTMLElement => within(canvas).getByLabelText('Values')

export const AThousandKeys: Story = {
  args: {
    item: withValues(
      Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key_${index + 1}`, index * 1.5])),
      { skillName: 'Import inventory' },
    ),
  },
  play: async ({ canvasElement }) => {
    await expect(valuesIn(canvasElement).children).toHaveLength(60)
    await expect(canvasElement).toHaveTextContent('940 values are not shown in full.')

    await expect(
      within(canvasElement).getByRole('button', { name: 'Show the other 940 values' }),
    ).toBeVisible()
  },
}

const line = 'All of this is going to be sent to every customer of the last three years. '

export const AHundredKilobytes: Story = {
  args: { item: withValues({ subject: 'News', body: line.repeat(1365).slice(0, 100_000) }) },
  play: async ({ canvasElement }) => {
    const body = within(canvasElement)
    await expect(canvasElement).toHaveTextContent('1 value is not shown in full.')
    await userEvent.click(body.getByRole('button', { name: 'Show all 100,000 characters' }))

    await expect(valuesIn(canvasElement).innerText.length).toBeGreaterThan(100_000)

    await userEvent.click(body.getByRole('button', { name: 'Show less' }))
    await expect(valuesIn(canvasElement).innerText.length).toBeLessThan(1000)
  },
}

const nested = (depth: number): unknown => (depth === 0 ? 'the innermost' : { inside: nested(depth - 1) })

export const NestedDeeply: Story = {
  args: {
    item: withValues({
      order: nested(9),
      grid: [
        [1, 2],
        [3, [4, ['5']]],
      ],
      none: {},
    }),
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('level 9')
    await expect(canvasElement).toHaveTextContent('{ } 0 values')
    await expect(canvasElement).toHaveTextContent('"5"')
  },
}

export const EveryDisguise: Story = {
  args: {
    item: withValues(
      {
        payee: 'pаypal.example',
        pаyee: 'paypal.example',
        account: '4402\u200B\u2060',
        file: 'invoice\u202Efdp.exe',
        spaces: 'two  spaces\u00A0and\tmore ',
        lines: 'first\nsecond\n',
        emoji: '❤️ ❤ 👩‍👩‍👧 🇷🇴',
        kana: 'カ 力 カメラ',
        quoted: '"1"',
        number: 1,
        text: '1',
        nothing: null,
        nil: 'null',
        dash: '—',
        ours: '⟦U+200B⟧↵',
      },
      {
        skillName: 'Send pаyment',
        schema: [
          sampleSchema('payee', 'Pаyee', { hint: 'Who gets\u200B it' }),
          sampleSchema('account', 'Account'),
        ],
      },
    ),
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('p⟦U+0430⟧ypal.example')
    await expect(canvasElement).toHaveTextContent('Who gets⟦U+200B⟧ it')
    await expect(canvasElement).toHaveTextContent('⟦U+27E6⟧U+200B⟦U+27E7⟧⟦U+21B5⟧')
    await expect(within(canvasElement).getByText(/are written out as ⟦U\+…⟧/u)).toBeVisible()
    await expect(
      within(canvasElement).getByRole('region', { name: 'Approval: Send p⟦U+0430⟧yment' }),
    ).toBeVisible()
  },
}

export const BothDirections: Story = {
  args: {
    item: withValues({
      hebrew: 'שלום עולם',
      with_number: 'הזמנה 1042 בדרך',
      arabic: 'الطلب 1042 في الطريق',
      latin_first: 'Order אבג 12',
      hebrew_first: 'אבג Order 12',
    }),
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('⟶ Order אבג 12')
    await expect(canvasElement).toHaveTextContent('⟵ אבג Order 12')
  },
}

export const RightToLeft: Story = {
  args: { item: { ...sampleApproval, ...sampleTyped } },
  globals: { direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('Book a courier')
  },
}

export const Narrow: Story = {
  args: { item: { ...sampleApproval, ...sampleTyped } },
  globals: { width: 'narrow' },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement).getByRole('region')
    await expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth + 2)
  },
}

export const OnlyMissing: Story = {
  args: {
    item: withValues(
      {},
      { schema: [sampleSchema('order_id', 'Order'), sampleSchema('note', 'Note', { isOptional: true })] },
    ),
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('Missing, though the skill needs it')
    await expect(canvasElement).not.toHaveTextContent('Note')
  },
}
