import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { ThreadworkRoot, type Contrast, type Theme } from '../theme/ThreadworkRoot.tsx'
import { colorOf, contrastOf, readRgb } from './fixtures/contrast.ts'

const grounds = ['background', 'surface', 'raised', 'sunken']

/** What is read on what. */
const words: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-muted', 'ink-faint', 'accent-text', 'ok', 'warn', 'bad'].flatMap((word) =>
    grounds.map((ground) => [word, ground] as const),
  ),
  ...['accent', 'ok', 'warn', 'bad'].flatMap((tone) =>
    ['ink', 'ink-muted', tone === 'accent' ? 'accent-text' : tone].map(
      (word) => [word, `${tone}-soft`] as const,
    ),
  ),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['surface', 'ink'],
]

/** What has to be seen beside what: edges of fields, the focus ring. */
const edges = ['control-line', 'accent'].flatMap((edge) => grounds.map((ground) => [edge, ground] as const))

const measure = async (theme: Theme, contrast: Contrast) => {
  const screen = await render(<ThreadworkRoot theme={theme} contrast={contrast} data-testid="root" />)
  const root = screen.getByTestId('root').element()
  return (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs
      .map(([one, other]) => {
        const ratio = contrastOf(readRgb(colorOf(root, one)), readRgb(colorOf(root, other)))
        return { pair: `${one} on ${other}`, ratio: Math.round(ratio * 100) / 100 }
      })
      .filter(({ ratio }) => ratio < least)
}

it.each(['light', 'dark'] as const)(
  'can be read in the %s theme: words at 4.5 to 1, edges at 3',
  async (theme) => {
    const tooFaint = await measure(theme, 'system')

    expect(tooFaint(words, 4.5)).toEqual([])
    expect(tooFaint(edges, 3)).toEqual([])
  },
)

it.each(['light', 'dark'] as const)(
  'gives words 7 to 1 and lines 3 to 1 where more is asked for, in the %s theme',
  async (theme) => {
    const tooFaint = await measure(theme, 'more')
    const lines = ['line', 'line-strong', 'warn-line'].flatMap((line) =>
      grounds.map((ground) => [line, ground] as const),
    )

    expect(tooFaint(words, 7)).toEqual([])
    expect(tooFaint([...edges, ...lines], 3)).toEqual([])
  },
)
