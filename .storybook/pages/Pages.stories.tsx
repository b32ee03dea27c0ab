import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { pages } from './pages.ts'
import { tokensOf } from './tokens-of.ts'

const meta: Meta = { title: 'Foundations/Component pages', tags: ['!autodocs'] }
export default meta

const titles = Object.values(
  import.meta.glob<{ readonly default: { readonly title: string } }>(
    '../../packages/react/src/*/*.stories.tsx',
    { eager: true },
  ),
).map((module) => module.default.title)

// Pages that are themselves documentation.
const isGuide = /^Foundations\/(?!Status|Icons)|^Guides\//u

/** Every component that has stories, with the page that says what it is for. */
export const EveryComponentHasAPage: StoryObj = {
  render: () => (
    <ul>
      {pages.map(({ title, purpose }) => (
        <li key={title}>
          <b>{title}</b>: {purpose}
        </li>
      ))}
    </ul>
  ),
  play: async () => {
    const described = pages.flatMap(({ title, also = [] }) => [title, ...also])

    await expect(titles.filter((title) => !isGuide.test(title) && !described.includes(title))).toEqual([])
    await expect(described.filter((title) => !titles.includes(title))).toEqual([])
    for (const { styles } of pages)
      if (styles !== null) await expect(tokensOf(styles).length).toBeGreaterThan(0)
  },
}
