import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { OriginPolicyProvider } from '../policy/OriginPolicy.tsx'
import { Markdown } from './Markdown.tsx'

const meta = { title: 'Message/Markdown', component: Markdown, args: { text: '' } } satisfies Meta<
  typeof Markdown
>
export default meta
type Story = StoryObj<typeof meta>

export const Everything: Story = {
  args: {
    text: `# What I found

The order **A-1042** was delivered *late*; ~~no refund~~ a full refund applies. See https://example.com/policy or
[the policy](https://example.com/policy).

## Next steps

1. Confirm the amount
2. Choose where it goes
   - card ending 4402
   - store credit

- [x] Order verified
- [ ] Courier claim filed

> The courier accepts claims within 14 days.

| Item | Reason | Refund |
| :-- | :-- | --: |
| Ceramic lamp | Damaged in transit | € 84.00 |
| Delivery | Carrier fault | € 6.50 |

\`\`\`json
{ "order": "A-1042", "amount": 90.5, "note": "a line that is long enough to scroll inside of its own box and not push the page" }
\`\`\`

---

### A smaller heading

HTML such as <b>this</b> stays text[^1].

[^1]: And notes keep their mark.`,
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getAllByRole('heading')).toHaveLength(3)
    await expect(canvasElement.querySelectorAll('input, img, b')).toHaveLength(0)
  },
}

export const Links: Story = {
  args: {
    text: `Read [the policy](https://example.com/policy), or all of https://example.com/help.

[https://bank.example](https://evil.example/login)

[Sign in](https://bank.example@evil.example/)

[Sign in](https://bаnk.example/)

[Run me](javascript:alert(1)) and [a page of this app](/settings) are no links.

[Write to us](mailto:help@example.com?subject=x)`,
  },
  play: async ({ canvasElement }) => {
    const links = within(canvasElement).getAllByRole('link')

    await expect(links).toHaveLength(6)
    await expect(links[0]).toHaveAttribute('data-place', 'example.com')
    await expect(links[1]).not.toHaveAttribute('data-place')
    await expect(links[2]).toHaveTextContent('evil.example')
    await expect(links[0]).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  },
}

const picture = `${location.origin}/favicon.svg`

export const Images: Story = {
  args: {
    text: `![The lamp as it was sold](${picture})

![The broken lamp](https://pictures.example/lamp.jpg)

![Not at all](data:image/png;base64,AAAA)

[![A banner](https://pictures.example/banner.png)](https://shop.example/lamp)`,
  },
  decorators: [
    (Story) => (
      <OriginPolicyProvider
        value={{ linkOrigins: [], imageOrigins: [location.origin], isLoopbackTrusted: false }}
      >
        <Story />
      </OriginPolicyProvider>
    ),
  ],
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('img')).toHaveLength(1)
    await expect(
      within(canvasElement).getAllByRole('button', { name: 'Load image from pictures.example' }),
    ).toHaveLength(1)
  },
}

export const ImageThatFails: Story = {
  args: { text: '![The broken lamp](https://pictures.invalid/lamp.jpg)' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Load image from pictures.invalid' }))

    await expect(await canvas.findByRole('link', { name: 'Open the image' })).toBeVisible()
  },
}

export const WideTable: Story = {
  args: {
    text: `| ${Array.from({ length: 12 }, (_, index) => `Column ${index}`).join(' | ')} |
|${' --- |'.repeat(12)}
| ${Array.from({ length: 12 }, (_, index) => `value ${index}`).join(' | ')} |`,
  },
  play: async ({ canvasElement }) => {
    const table = within(canvasElement).getByRole('group', { name: 'Table' })

    await expect(table.scrollWidth).toBeGreaterThan(table.clientWidth)
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
  },
}

export const RightToLeft: Story = {
  args: { text: 'مرحبا، **طلبك** في الطريق.\n\n- واحد\n- اثنان\n\nAnd one line in English.' },
  globals: { direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('li')).toHaveLength(2)
  },
}
