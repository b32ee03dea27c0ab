import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { lateMarkdown } from './late-markdown.ts'
import { Markdown } from './Markdown.tsx'

const { drawn } = vi.hoisted(() => ({ drawn: [] as string[] }))

vi.mock('react-markdown', async (importOriginal) => {
  const original = await importOriginal<typeof import('react-markdown')>()
  const counted: typeof original.default = (props) => {
    drawn.push(props.children ?? '')
    return original.default(props)
  }
  return { ...original, default: counted }
})

beforeAll(() => lateMarkdown.preload())
beforeEach(() => {
  drawn.length = 0
})

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))
const drawing = async (): Promise<void> => {
  for (let count = 0; count < 3; count += 1) await frame()
}

const paragraph = (index: number): string => `Paragraph ${index} of **the answer**.\n\n`
const paragraphs = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => paragraph(from + index)).join('')

type Screen = Awaited<ReturnType<typeof render>>

const stream = async (screen: Screen, text: string, from: number, step = 40): Promise<void> => {
  for (let end = from; end < text.length; end += step) {
    await screen.rerender(<Markdown streaming text={text.slice(0, end)} />)
    await drawing()
  }
  await screen.rerender(<Markdown text={text} />)
}

const timesDrawn = (words: string): number => drawn.filter((source) => source.includes(words)).length

it('never draws a settled block again', async () => {
  const text = `${paragraphs(0, 30)}The end.`
  const screen = await render(<Markdown streaming text={paragraphs(0, 10)} />)
  drawn.length = 0

  await stream(screen, text, paragraphs(0, 10).length)

  expect(drawn.length).toBeGreaterThan(20)
  for (let index = 0; index < 9; index += 1) expect(timesDrawn(`Paragraph ${index} `)).toBe(0)
  expect(screen.container.querySelectorAll('p')).toHaveLength(31)
})

it('draws again what names a definition when that comes, and nothing else', async () => {
  const text = `See [the docs].\n\nSee [the rest].\n\n${paragraphs(0, 6)}`
  const screen = await render(<Markdown streaming text={`${text}Open`} />)
  drawn.length = 0

  await screen.rerender(
    <Markdown streaming text={`${text}Open\n\n[the docs]: https://docs.example\n\nThen more`} />,
  )
  await drawing()

  expect(screen.container.querySelector('a')?.href).toBe('https://docs.example/')
  expect(timesDrawn('See [the docs]')).toBe(1)
  expect(timesDrawn('See [the rest]')).toBe(0)
  expect(timesDrawn('Paragraph')).toBe(0)
})

it('draws no settled block again when its note comes: only the mark becomes a link', async () => {
  const text = `A claim[^a] here.\n\n${paragraphs(0, 3)}`
  const screen = await render(<Markdown streaming text={`${text}Open`} />)
  expect(screen.container.querySelector('sup')?.textContent).toBe('a')
  expect(screen.container.querySelector('sup a')).toBeNull()
  drawn.length = 0

  await screen.rerender(<Markdown streaming text={`${text}Open\n\n[^a]: Its source.\n\nThen more`} />)
  await drawing()

  expect(screen.container.querySelector('sup a')?.textContent).toBe('1')
  expect(timesDrawn('A claim')).toBe(0)
})

it('keeps a selection in settled text while more streams in', async () => {
  const text = `${paragraphs(0, 4)}\`\`\`ts\nconst kept = 1\n\`\`\`\n\n${paragraphs(4, 30)}`
  const screen = await render(<Markdown streaming text={text.slice(0, 400)} />)
  const [from] = screen.container.querySelectorAll('p')
  const code = screen.container.querySelector('pre code')
  const range = document.createRange()
  range.setStart(from?.firstChild ?? document.body, 3)
  range.setEnd(code?.firstChild ?? document.body, 10)
  getSelection()?.removeAllRanges()
  getSelection()?.addRange(range)
  const before = getSelection()?.toString()

  await stream(screen, text, 440, 120)

  const selection = getSelection()
  expect(before).toContain('const kept')
  expect(selection?.toString()).toBe(before)
  expect(selection?.anchorNode).toBe(from?.firstChild)
  expect(selection?.focusNode).toBe(code?.firstChild)
  expect(from?.isConnected).toBe(true)
})

it('draws pieces that keep coming in fewer drawings than there are pieces, and none is lost', async () => {
  const text = 'A sentence that grows by one character at a time, for as long as it is.'
  const screen = await render(<Markdown streaming text="A" />)
  drawn.length = 0

  for (let end = 2; end <= text.length; end += 1)
    await screen.rerender(<Markdown streaming text={text.slice(0, end)} />)
  await drawing()

  expect(drawn.length).toBeLessThan(text.length / 2)
  expect(screen.container.textContent).toBe(text)
})

it('draws a message of a megabyte in steps, between which the page answers', async () => {
  const text = paragraphs(0, 30_000)
  const host = document.body.appendChild(document.createElement('div'))
  // Not by the test renderer, which ends all steps before it returns.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  const root = createRoot(host)
  const counts: number[] = []

  flushSync(() => root.render(<Markdown text={text} />))
  for (let turn = 0; turn < 5; turn += 1) {
    counts.push(host.querySelectorAll('p').length)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  root.unmount()
  host.remove()
  vi.unstubAllGlobals()

  expect(text.length).toBeGreaterThan(1_000_000)
  expect(counts[0]).toBe(64)
  expect(counts.at(-1)).toBeGreaterThan(64)
  expect(counts.at(-1)).toBeLessThan(30_000)
})

it('comes to the end of a text that it draws in steps', async () => {
  const screen = await render(<Markdown text={paragraphs(0, 300)} />)

  await expect.poll(() => screen.container.querySelectorAll('p').length).toBe(300)

  expect(timesDrawn('Paragraph')).toBe(300)
})
