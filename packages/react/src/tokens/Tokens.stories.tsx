import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { expect, within } from 'storybook/test'
import type { Contrast } from '../theme/ThreadworkRoot.tsx'
import { liveTokens } from './fixtures/live-tokens.ts'
import { tokenPurposes } from './fixtures/token-purposes.ts'
import { ColorTable, MeasureTable, type DocumentedToken } from './fixtures/TokenPage.tsx'
import './fixtures/token-page.css'
import tokensSource from './tokens.css?raw'

const purposes = tokenPurposes(tokensSource)

const documented = (): readonly DocumentedToken[] =>
  liveTokens(document).map((token) => ({ ...token, purpose: purposes.get(token.name) ?? '' }))

const isColor = ({ name }: DocumentedToken): boolean => name.startsWith('--twk-color-')

const Colors = ({ contrast }: { readonly contrast: Contrast }): ReactElement => (
  <div className="twk-token-page">
    <ColorTable title="Colours" contrast={contrast} tokens={documented().filter(isColor)} />
  </div>
)

const measures: readonly (readonly [string, RegExp])[] = [
  ['Type', /^--twk-(?:font|text|leading|weight)/u],
  ['Space and size', /^--twk-(?:density|space|gap|control|target|column)/u],
  ['Corners, shadow and focus', /^--twk-(?:radius|shadow|focus)/u],
  ['Motion', /^--twk-time/u],
]

const Measures = (): ReactElement => (
  <div className="twk-token-page">
    {measures.map(([title, pattern]) => (
      <MeasureTable
        key={title}
        title={title}
        tokens={documented().filter((token) => !isColor(token) && pattern.test(token.name))}
      />
    ))}
  </div>
)

const meta = {
  title: 'Foundations/Tokens',
  component: Colors,
  args: { contrast: 'system' },
  parameters: {
    docs: {
      description: {
        component:
          'Everything that the kit looks like is one of these custom properties, on the element with the class `twk-root`. Set one there in plain CSS, outside of a layer, and it wins. Names and values are read from the stylesheet that this page itself uses, purposes from the comments in it.',
      },
    },
  },
} satisfies Meta<typeof Colors>

export default meta

type Story = StoryObj<typeof meta>

const rowsOf = (canvas: HTMLElement): readonly HTMLElement[] => [
  ...canvas.querySelectorAll<HTMLElement>('[data-token]'),
]

const expectPurposes = async (canvas: HTMLElement, least: number): Promise<void> => {
  const rows = rowsOf(canvas)
  await expect(rows.length).toBeGreaterThan(least)
  await expect(rows.filter((row) => !row.querySelector('.twk-token-page__purpose')?.textContent)).toEqual([])
}

export const Colours: Story = {
  play: async ({ canvasElement }) => {
    await expectPurposes(canvasElement, 20)
    const ink = canvasElement.querySelector<HTMLElement>('[data-token="--twk-color-ink"]')
    await expect(within(ink ?? canvasElement).getByText('#1d1c1a')).toBeVisible()
    await expect(within(ink ?? canvasElement).getByText('#edece8')).toBeVisible()
  },
}

export const ColoursWithMoreContrast: Story = {
  args: { contrast: 'more' },
  play: async ({ canvasElement }) => expectPurposes(canvasElement, 20),
}

export const TypeSpaceAndMotion: Story = {
  render: () => <Measures />,
  play: async ({ canvasElement }) => {
    await expectPurposes(canvasElement, 25)
    const shown = rowsOf(canvasElement).map((row) => row.dataset.token)
    const all = documented().filter((token) => !isColor(token))
    await expect(shown).toHaveLength(all.length)
    await expect(new Set(shown)).toEqual(new Set(all.map(({ name }) => name)))
  },
}
