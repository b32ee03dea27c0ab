import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { Markdown } from './Markdown.tsx'

const meta = {
  title: 'Message/Markdown/Streaming',
  component: Markdown,
  args: { text: '', streaming: true },
} satisfies Meta<typeof Markdown>
export default meta
type Story = StoryObj<typeof meta>

export const HalfABoldWord: Story = {
  args: { text: 'The refund is **on its w' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('strong')).toHaveTextContent('on its w'))
    await expect(canvasElement).not.toHaveTextContent('*')
  },
}

export const HalfALink: Story = {
  args: { text: 'As [the policy](https://example.com/pol' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement).toHaveTextContent('As the policy'))
    await expect(canvasElement.querySelector('a')).toBeNull()
  },
}

export const HalfATable: Story = {
  args: {
    text: 'Here is what comes back:\n\n| Item | Refund |\n| :-- | --: |\n| Ceramic lamp | € 84.00 |\n| Deliv',
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)

    await expect(await canvas.findAllByRole('row')).toHaveLength(3)
    await expect(canvas.getByRole('group', { name: 'Table' })).toHaveAttribute('tabindex', '0')
  },
}

export const HalfACodeFence: Story = {
  args: { text: 'Call it like this:\n\n```ts\nconst refund = await approve({\n  order: "A-1042",\n``' },
  play: async ({ canvasElement }) => {
    const code = await within(canvasElement).findByRole('group', { name: 'Code in ts' })

    await expect(code).toHaveTextContent('const refund = await approve({ order: "A-1042",')
    await expect(code).not.toHaveTextContent('`')
  },
}

export const HalfAList: Story = {
  args: { text: '1. Confirm the amount\n2. Choose where it goes\n   - card ending 4402\n   - ' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('ol > li')).toHaveLength(2))
    await expect(canvasElement.querySelectorAll('h3')).toHaveLength(0)
  },
}

export const HalfAFootnote: Story = {
  args: { text: 'The carrier pays[^1].\n\n[^1]: Within fourteen days of the cla' },
  play: async ({ canvasElement }) => {
    const notes = await within(canvasElement).findByRole('group', { name: 'Footnotes' })

    await expect(notes).toHaveTextContent('Within fourteen days of the cla')
  },
}

export const Footnotes: Story = {
  args: {
    streaming: false,
    text: `The carrier pays for damage in transit[^carrier], and the shop for a wrong item[^shop]. Both within fourteen
days[^carrier].

[^shop]: Terms of sale, section 8.
[^carrier]: Terms of carriage, section 12.

    A second paragraph belongs to the note.`,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const [mark] = await canvas.findAllByRole('doc-noteref', { name: 'Footnote 1' })

    await userEvent.click(mark ?? canvasElement)
    await expect(document.activeElement).toHaveTextContent('Terms of carriage')
    await userEvent.click(canvas.getByRole('doc-backlink', { name: 'Back to reference 1' }))

    await expect(mark).toHaveFocus()
  },
}

export const Tasks: Story = {
  args: {
    streaming: false,
    text: '- [x] Order verified\n- [ ] Courier claim filed\n  - [ ] Photos attached',
  },
  play: async ({ canvasElement }) => {
    const items = await within(canvasElement).findAllByRole('listitem')

    await expect(items[0]).toHaveTextContent('Done: Order verified')
    await expect(items[1]).toHaveTextContent('To do: Courier claim filed')
    await expect(within(canvasElement).queryByRole('checkbox')).toBeNull()
  },
}

export const TwoDirections: Story = {
  args: {
    streaming: false,
    text: 'طلبك **في الطريق** مع `A-1042`.\n\n- تم التحقق من الطلب\n- تم رفع المطالبة\n\n> تصل خلال يومين.\n\nAnd in English:\n\n- order verified\n- claim filed',
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('ul')).toHaveLength(2))
    const sides = Array.from(canvasElement.querySelectorAll('ul'), (list) => getComputedStyle(list).direction)

    await expect(sides).toEqual(['rtl', 'ltr'])
  },
}

export const LongWordsAndCode: Story = {
  args: {
    streaming: false,
    text: `A key such as ${'0123456789abcdef'.repeat(12)} breaks, and \`${'inline_'.repeat(30)}\` too.\n\n\`\`\`\n${'code keeps its line and scrolls '.repeat(8)}\n\`\`\``,
  },
  play: async ({ canvasElement }) => {
    const code = await within(canvasElement).findByRole('group', { name: 'Code' })

    await expect(code.scrollWidth).toBeGreaterThan(code.clientWidth)
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
  },
}

export const ShownHtml: Story = {
  args: { streaming: false, text: '<details>\n<summary>More</summary>\n</details>\n\nAnd <b>inline</b>.' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement).toHaveTextContent('<summary>More</summary>'))
    await expect(canvasElement.querySelectorAll('details, b')).toHaveLength(0)
    await expect(canvasElement.querySelectorAll('br')).toHaveLength(2)
  },
}

const section = (index: number): string =>
  `## Part ${index}\n\nWhat part ${index} says, in **a few words** and a list.\n\n- first of ${index}\n- second of ${index}\n\n`

/** Drawn in steps: the first part stands at once, and the page answers while the others come. */
export const Huge: Story = {
  args: { streaming: false, text: Array.from({ length: 80 }, (_, index) => section(index + 1)).join('') },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Part 1')

    await waitFor(() => expect(canvasElement.querySelectorAll('h3')).toHaveLength(80), { timeout: 30_000 })
  },
}
