import '../styles.css'
import './highlight.css'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { ThreadworkRoot, type Contrast, type Theme } from '../theme/ThreadworkRoot.tsx'
import { contrastOf, readRgb } from '../tokens/fixtures/contrast.ts'
import { tokenKinds } from './token-kinds.ts'

const paint = (theme: Theme, contrast: Contrast) => (
  <ThreadworkRoot theme={theme} contrast={contrast}>
    {tokenKinds.map((kind) => (
      <span
        key={kind}
        data-kind={kind}
        style={{ color: `var(--twk-code-${kind})`, backgroundColor: 'var(--twk-color-sunken)' }}
      />
    ))}
  </ThreadworkRoot>
)

it.each([
  ['light', 'system', 4.5],
  ['dark', 'system', 4.5],
  ['light', 'more', 7],
  ['dark', 'more', 7],
] as const)('can be read in the %s theme with %s contrast: %d to 1', async (theme, contrast, least) => {
  const { container } = await render(paint(theme, contrast))

  const faint = Array.from(container.querySelectorAll('span'), (span) => {
    const { color, backgroundColor } = getComputedStyle(span)
    return { kind: span.dataset['kind'], ratio: contrastOf(readRgb(color), readRgb(backgroundColor)) }
  })
  expect(faint).toHaveLength(tokenKinds.length)
  expect(faint.filter(({ ratio }) => ratio < least)).toEqual([])
})
