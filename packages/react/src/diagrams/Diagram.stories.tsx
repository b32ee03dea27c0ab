import './diagrams.css'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { MarkdownExtrasProvider, type MarkdownExtra } from '../markdown/markdown-extra.ts'
import { Markdown } from '../markdown/Markdown.tsx'
import { diagrams } from './diagrams.ts'

const extras: readonly MarkdownExtra[] = [diagrams({ frame: '/diagram-frame.html' })]
// A frame that says nothing, as one that is still on its way.
const silent: readonly MarkdownExtra[] = [diagrams({ frame: 'about:blank' })]

const meta = {
  title: 'Message/Diagram',
  component: Markdown,
  args: { text: '' },
  decorators: [
    (Story, { parameters }) => (
      <MarkdownExtrasProvider value={parameters['isSilent'] ? silent : extras}>
        <Story />
      </MarkdownExtrasProvider>
    ),
  ],
} satisfies Meta<typeof Markdown>
export default meta
type Story = StoryObj<typeof meta>

// The frame brings its library along.
const patience = { timeout: 30_000 }

const refund = `\`\`\`mermaid
flowchart LR
  accTitle: How a refund is decided
  Order --> Limit{Above the limit?}
  Limit -- yes --> Person[Ask a person]
  Limit -- no --> Refund
  Person --> Refund
\`\`\``

export const Drawn: Story = {
  args: { text: `The flow as it is now:\n\n${refund}` },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await waitFor(() => expect(canvas.getByTitle('Diagram: How a refund is decided')).toBeVisible(), patience)

    await userEvent.click(canvas.getByRole('button', { name: 'Show source' }))

    await expect(canvasElement.querySelector('pre')).toHaveTextContent('Ask a person')
  },
}

export const Kinds: Story = {
  args: {
    text: `\`\`\`mermaid
sequenceDiagram
  accTitle: A refund over the wire
  Person->>Assistant: Refund A-1042
  Assistant->>Payments: refund(84.00)
  Payments-->>Assistant: done
\`\`\`

\`\`\`mermaid
pie title Why parcels come back
  "Damaged" : 46
  "Too late" : 31
  "Changed mind" : 23
\`\`\``,
  },
  play: async ({ canvasElement }) => {
    await waitFor(
      () => expect(canvasElement.querySelectorAll('.twk-diagram[data-state="drawn"]')).toHaveLength(2),
      patience,
    )
  },
}

export const Failed: Story = {
  args: { text: '```mermaid\ngraph TD; A-->\n```' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement).toHaveTextContent('This diagram could not be drawn.'), patience)

    await expect(canvasElement.querySelector('pre')).toHaveTextContent('graph TD; A-->')
  },
}

export const Loading: Story = {
  args: { text: refund },
  parameters: { isSilent: true },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Drawing the diagram…')).toBeVisible()
    await expect(within(canvasElement).getByRole('button', { name: 'Show source' })).toBeEnabled()
  },
}

export const StillBeingWritten: Story = {
  args: { text: refund.slice(0, 90), streaming: true },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('iframe')).toBeNull()
    await expect(canvasElement.querySelector('pre')).toHaveTextContent('flowchart LR')
  },
}
