import '../styles.css'
import './diagrams.css'
import type { Clock } from '@threadwork/core'
import { beforeAll, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { lateMarkdown } from '../markdown/late-markdown.ts'
import { MarkdownExtrasProvider, type MarkdownExtra } from '../markdown/markdown-extra.ts'
import { Markdown } from '../markdown/Markdown.tsx'
import { ThreadworkRoot, type Theme } from '../theme/ThreadworkRoot.tsx'
import { diagrams } from './diagrams.ts'

/** The address of a frame of which the script is given: sandboxed, it has as little an origin as the real one. */
const frameOf = (script: string): string =>
  `data:text/html,${encodeURIComponent(`<script>${script}</script>`)}`
const tell = (message: object): string =>
  `parent.postMessage(${JSON.stringify({ twk: 'diagram', ...message })}, '*');`
const ready = tell({ type: 'ready' })
const onDraw = (script: string): string => `onmessage = ({ data }) => { ${script} };${ready}`

const drawing = onDraw(tell({ type: 'drawn', title: 'Refunds' }) + tell({ type: 'size', height: 123 }))

interface Scene {
  readonly text?: string
  readonly streaming?: boolean
  readonly theme?: Theme
  readonly clock?: Clock
  readonly className?: string
}

const scene = (
  extras: readonly MarkdownExtra[],
  { text = diagram, streaming = false, theme = 'light', clock, className = '' }: Scene = {},
) => {
  const page = (
    <ThreadworkRoot theme={theme} className={className}>
      <MarkdownExtrasProvider value={extras}>
        <Markdown text={text} streaming={streaming} />
      </MarkdownExtrasProvider>
    </ThreadworkRoot>
  )
  return clock ? <ClockProvider value={clock}>{page}</ClockProvider> : page
}

const diagram = '```mermaid\ngraph TD; A-->B\n```\n\nAnd so on.'
const draw = (script: string, options: Scene = {}) =>
  render(scene([diagrams({ frame: frameOf(script) })], options))

beforeAll(() => lateMarkdown.preload())

it('draws in a frame without origin or permission, as high as the drawing and named by it', async () => {
  const screen = await draw(drawing)

  await expect.element(screen.getByTitle('Diagram: Refunds')).toBeVisible()
  const frame = screen.container.querySelector('iframe')
  expect(frame?.getAttribute('sandbox')).toBe('allow-scripts')
  expect(frame?.getAttribute('allow')).toBe('')
  await vi.waitFor(() => expect(frame?.getBoundingClientRect().height).toBe(123))
  expect(screen.container.querySelector('pre')).toBeNull()
})

it('sends the source and the look of the page', async () => {
  const heard: unknown[] = []
  const listen = ({ data }: MessageEvent): void => void heard.push(data)
  addEventListener('message', listen)

  await draw(onDraw("parent.postMessage({ echo: data }, '*')"), { theme: 'dark' })

  await vi.waitFor(() =>
    expect(heard).toContainEqual({
      echo: expect.objectContaining({
        twk: 'draw',
        source: 'graph TD; A-->B',
        look: expect.objectContaining({ isDark: true, ink: 'rgb(237, 236, 232)' }),
      }),
    }),
  )
  removeEventListener('message', listen)
})

it('draws anew when the theme changes, and only then', async () => {
  const extras = [
    diagrams({
      frame: frameOf(onDraw(`${tell({ type: 'drawn', title: '' })}parent.postMessage('drew', '*')`)),
    }),
  ]
  let drawn = 0
  const count = ({ data }: MessageEvent): void => void (drawn += data === 'drew' ? 1 : 0)
  addEventListener('message', count)
  const screen = await render(scene(extras))
  await vi.waitFor(() => expect(drawn).toBe(1))

  await screen.rerender(scene(extras, { text: `${diagram} More.`, className: 'of-the-host' }))
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(drawn).toBe(1)
  await screen.rerender(scene(extras, { text: `${diagram} More.`, theme: 'dark' }))

  await vi.waitFor(() => expect(drawn).toBe(2))
  removeEventListener('message', count)
})

it('draws another source in another frame', async () => {
  const extras = [
    diagrams({
      frame: frameOf(
        onDraw("parent.postMessage({ twk: 'diagram', type: 'drawn', title: data.source }, '*')"),
      ),
    }),
  ]
  const screen = await render(scene(extras))
  await expect.element(screen.getByTitle('Diagram: graph TD; A-->B')).toBeInTheDocument()

  await screen.rerender(scene(extras, { text: '```mermaid\npie\n```\n\nEnd.' }))

  await expect.element(screen.getByTitle('Diagram: pie')).toBeInTheDocument()
})

it('keeps the source a button away', async () => {
  const screen = await draw(drawing)
  await expect.element(screen.getByTitle('Diagram: Refunds')).toBeVisible()

  await screen.getByRole('button', { name: 'Show source' }).click()

  expect(screen.container.querySelector('pre')?.textContent).toBe('graph TD; A-->B')
  await screen.getByRole('button', { name: 'Hide source' }).click()
  expect(screen.container.querySelector('pre')).toBeNull()
})

it('shows the source with a sentence when the drawing fails', async () => {
  const screen = await draw(onDraw(tell({ type: 'failed' })))

  await expect.element(screen.getByText('This diagram could not be drawn. Its source:')).toBeVisible()
  expect(screen.container.querySelector('pre')?.textContent).toBe('graph TD; A-->B')
  expect(screen.container.querySelector('iframe')).toBeNull()
})

it('shows the source when no frame answers in time', async () => {
  const due: (() => void)[] = []
  const clock: Clock = {
    now: () => 0,
    random: () => 0,
    after: (_, callback) => (due.push(callback), { cancel: () => undefined }),
  }
  const screen = await draw('', { clock })
  await vi.waitFor(() => expect(due.length).toBeGreaterThan(0))
  expect(screen.container.textContent).toContain('Drawing the diagram…')

  for (const callback of due) callback()

  await expect.element(screen.getByText('This diagram could not be drawn. Its source:')).toBeVisible()
})

it('draws nothing before the block is closed', async () => {
  const { container } = await draw(drawing, { text: '```mermaid\ngraph TD; A-->', streaming: true })

  expect(container.querySelector('iframe')).toBeNull()
  expect(container.querySelector('pre')?.textContent).toBe('graph TD; A-->')
})

it('believes only its own frame', async () => {
  const screen = await draw(ready)
  await vi.waitFor(() => expect(screen.container.querySelector('iframe')).not.toBeNull())

  postMessage({ twk: 'diagram', type: 'size', height: 900 }, '*')
  postMessage({ twk: 'diagram', type: 'drawn', title: 'Forged' }, '*')
  await new Promise((resolve) => setTimeout(resolve, 200))

  expect(screen.container.querySelector('.twk-diagram')?.getAttribute('data-state')).toBe('drawing')
  expect(screen.container.textContent).not.toContain('Forged')
})

it('bounds what a frame asks for', async () => {
  const { container } = await draw(
    onDraw(tell({ type: 'drawn', title: 'x'.repeat(5000) }) + tell({ type: 'size', height: 1e6 })),
  )

  await vi.waitFor(() => expect(container.querySelector('iframe')?.getBoundingClientRect().height).toBe(3000))
  expect(container.querySelector('.twk-code__bar bdi')?.textContent).toHaveLength(200)
})
