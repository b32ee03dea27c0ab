import './highlight.css'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { MarkdownExtrasProvider, type MarkdownExtra } from '../markdown/markdown-extra.ts'
import { Markdown } from '../markdown/Markdown.tsx'
import { highlight } from './highlight.ts'

const extras: readonly MarkdownExtra[] = [highlight()]

const meta = {
  title: 'Message/Highlight',
  component: Markdown,
  args: { text: '' },
  decorators: [
    (Story) => (
      <MarkdownExtrasProvider value={extras}>
        <Story />
      </MarkdownExtrasProvider>
    ),
  ],
} satisfies Meta<typeof Markdown>
export default meta
type Story = StoryObj<typeof meta>

/** The words of the page that stand in a colour. */
const coloured = (root: Element, kind: string): readonly string[] =>
  Array.from(CSS.highlights.get(`twk-code-${kind}`) ?? [], ({ startContainer, startOffset, endOffset }) =>
    root.contains(startContainer) ? (startContainer.textContent ?? '').slice(startOffset, endOffset) : '',
  ).filter((words) => words !== '')

// A grammar is fetched and made ready in idle moments.
const patience = { timeout: 45_000 }

const typescript = `\`\`\`ts
// A refund above the limit asks a person first.
export const refund = async (order: Order, amount = 84.5): Promise<Receipt> => {
  if (amount > limit) throw new Error(\`\${order.id}: over the limit\`)
  return await payments.refund({ order: order.id, amount, reason: 'damaged' })
}
\`\`\``

export const Languages: Story = {
  args: {
    text: `${typescript}

\`\`\`python
def total(lines: list[Line]) -> Decimal:
    """Sum of all lines, without tax."""
    return sum((line.price * line.count for line in lines), Decimal(0))
\`\`\`

\`\`\`sql
select customer, sum(amount) as total -- all of this year
from orders where placed >= '2026-01-01' group by customer
\`\`\`

\`\`\`json
{ "order": "A-1042", "amount": 90.5, "express": true }
\`\`\`

\`\`\`html
<button type="submit" class="primary">Send</button> <!-- once -->
\`\`\`

\`\`\`bash
curl -s "$HOST/orders/A-1042" | jq '.amount'   # 90.5
\`\`\`

\`\`\`diff
- limit: 50
+ limit: 80
\`\`\``,
  },
  play: async ({ canvasElement }) => {
    // Languages arrive one by one, in no order.
    await waitFor(() => expect(coloured(canvasElement, 'inserted').join('')).toBe('+ limit: 80'), patience)
    await waitFor(
      () =>
        expect(coloured(canvasElement, 'keyword')).toEqual(
          expect.arrayContaining(['def', 'select', 'const']),
        ),
      patience,
    )
    await waitFor(() => expect(coloured(canvasElement, 'constant')).toContain('90.5'), patience)
    await expect(canvasElement.querySelectorAll('code *')).toHaveLength(0)
  },
}

export const StillBeingWritten: Story = {
  args: { text: typescript.slice(0, 160), streaming: true },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('code')).toHaveTextContent('export const refund')
    await expect(coloured(canvasElement, 'keyword')).toEqual([])
  },
}

export const UnknownLanguage: Story = {
  args: { text: '```brainfuck\n++++[>++<-]\n```\n\n```\nno language at all\n```' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('pre')).toHaveLength(2)
    await expect(coloured(canvasElement, 'keyword')).toEqual([])
  },
}
