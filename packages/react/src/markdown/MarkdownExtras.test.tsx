import { beforeAll, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { lateMarkdown } from './late-markdown.ts'
import { MarkdownExtrasProvider, type CodeProps, type MarkdownExtra } from './markdown-extra.ts'
import { Markdown } from './Markdown.tsx'

const Drawing = ({ code, language, isOpen }: CodeProps) => (
  <output data-language={language} data-open={isOpen || undefined}>
    {code}
  </output>
)

const paint = vi.fn<NonNullable<MarkdownExtra['paint']>>()
const undo = vi.fn()
const extras: readonly MarkdownExtra[] = [
  { blocks: new Map([['chart', Drawing]]), inline: new Map([['chart', Drawing]]) },
  { paint: (text, language) => (paint(text, language), undo) },
]

const draw = (text: string, streaming = false) => (
  <MarkdownExtrasProvider value={extras}>
    <Markdown text={text} streaming={streaming} />
  </MarkdownExtrasProvider>
)
const frame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

beforeAll(() => lateMarkdown.preload())

it('draws code of its languages in place of the box, whatever the case of their names', async () => {
  const { container } = await render(draw('```Chart\na\n```\n\n```js\nb\n```'))

  expect(container.querySelector('output')?.textContent).toBe('a')
  expect(container.querySelector('output')?.dataset['language']).toBe('chart')
  expect(container.querySelectorAll('.twk-code')).toHaveLength(1)
})

it.each(['`a`', '```__proto__\na\n```', '```constructor\na\n```', '    a'])(
  'leaves %s to the kit',
  async (text) => {
    const { container } = await render(draw(text))

    expect(container.querySelector('output')).toBeNull()
    expect(container.querySelector('code')?.textContent).toBe('a')
  },
)

it('knows a block at the end of a growing text from one that is closed', async () => {
  const text = '```chart\na\n```\n\nb'
  const screen = await render(draw('```chart\na', true))
  expect(screen.container.querySelector('output')?.dataset['open']).toBe('true')
  const element = screen.container.querySelector('output')

  for (let end = 11; end <= text.length; end += 1) {
    await screen.rerender(draw(text.slice(0, end), true))
    await frame()
  }

  expect(screen.container.querySelector('output')).toBe(element)
  expect(element?.dataset['open']).toBeUndefined()
})

it('paints the text of a closed block once, and takes that back when it goes', async () => {
  paint.mockClear()
  undo.mockClear()
  const screen = await render(draw('```js\nconst a', true))
  expect(paint).not.toHaveBeenCalled()

  await screen.rerender(draw('```js\nconst a = 1\n```\n\nAnd then.', true))
  await frame()
  await screen.rerender(draw('```js\nconst a = 1\n```\n\nAnd then. More.'))

  expect(paint).toHaveBeenCalledTimes(1)
  const [text, language] = paint.mock.calls[0] ?? []
  expect(text?.data).toBe('const a = 1')
  expect(language).toBe('js')
  await screen.unmount()
  expect(undo).toHaveBeenCalledTimes(1)
})
