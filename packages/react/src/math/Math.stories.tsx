import './math.css'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { MarkdownExtrasProvider, type MarkdownExtra } from '../markdown/markdown-extra.ts'
import { Markdown } from '../markdown/Markdown.tsx'
import { math } from './math.ts'

const extras: readonly MarkdownExtra[] = [math()]

const meta = {
  title: 'Message/Math',
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

// What draws formulas loads with the first.
const patience = { timeout: 20_000 }

export const InLine: Story = {
  args: {
    text: String.raw`With a rate of $r = 4\,\%$ and $n$ years, the sum $S_n = S_0 (1 + r)^n$ grows to \(S_{10} \approx 1.48\,S_0\).

It costs $5 a month, or $50 a year; US$60 with support. Both are below $\frac{1}{2}$ of the budget.`,
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('math')).toHaveLength(5), patience)

    await expect(canvasElement).toHaveTextContent('It costs $5 a month, or $50 a year; US$60 with support.')
  },
}

export const OnItsOwn: Story = {
  args: {
    text: String.raw`The monthly rate of a loan:

$$
A = P \cdot \frac{i (1 + i)^n}{(1 + i)^n - 1}
$$

\[
\begin{aligned}
\hat{\beta} &= (X^\top X)^{-1} X^\top y \\
            &= \arg\min_\beta \lVert y - X\beta \rVert^2
\end{aligned}
\]

\`\`\`math
f(x) = \begin{cases} x^2 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}
\`\`\`

> $$\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1} = \frac{1}{ad - bc} \begin{pmatrix} d & -b \\ -c & a \end{pmatrix}$$

$$\boxed{E = mc^2} \quad \cancel{x} \quad \overline{AB} \quad \begin{array}{c|c} p & q \\ \hline 1 & 0 \end{array}$$`.replaceAll(
      '\\`',
      '`',
    ),
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('math')).toHaveLength(5), patience)

    await expect(canvasElement.querySelectorAll('[style], [href], [id]')).toHaveLength(0)
  },
}

export const TooLong: Story = {
  args: { text: `$$${Array.from({ length: 40 }, (_, index) => `x_{${index}}`).join(' + ')} = 1$$` },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('math')).not.toBeNull(), patience)
    const box = canvasElement.querySelector('.twk-math')

    await expect(box?.scrollWidth).toBeGreaterThan(box?.clientWidth ?? 0)
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
  },
}

export const CannotBeRead: Story = {
  args: {
    text: String.raw`A mistake: $\frac{1}{2$, and

$$
\begin{matrix} a & b
$$

An unknown command is only itself: $\unheardof + 1$.`,
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement).toHaveTextContent('could not be drawn as a formula'), patience)

    await expect(canvasElement.querySelectorAll('[data-source]')).toHaveLength(2)
    await expect(canvasElement.querySelector('[data-error]')).toHaveTextContent(String.raw`\unheardof`)
  },
}

export const StillBeingWritten: Story = {
  args: { text: String.raw`The root is $\frac{-b \pm \sqrt{b^2`, streaming: true },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('.twk-math')).toBeNull()
    await expect(canvasElement).toHaveTextContent(String.raw`$\frac{-b \pm`)
  },
}
