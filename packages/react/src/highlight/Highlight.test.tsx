import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { lateMarkdown } from '../markdown/late-markdown.ts'
import { MarkdownExtrasProvider, type MarkdownExtra } from '../markdown/markdown-extra.ts'
import { Markdown } from '../markdown/Markdown.tsx'
import { highlight } from './highlight.ts'
import { tokenKinds, type TokenKind } from './token-kinds.ts'

const extras: readonly MarkdownExtra[] = [highlight()]

const draw = (text: string, { streaming = false, use = extras } = {}) => (
  <MarkdownExtrasProvider value={use}>
    <Markdown text={text} streaming={streaming} />
  </MarkdownExtrasProvider>
)

const rangesOf = (kind: TokenKind): readonly AbstractRange[] => [
  ...(CSS.highlights.get(`twk-code-${kind}`) ?? []),
]
const words = (kind: TokenKind): readonly string[] =>
  rangesOf(kind).map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.textContent ?? '').slice(startOffset, endOffset),
  )
const colouredNothing = (): boolean => tokenKinds.every((kind) => rangesOf(kind).length === 0)
const longEnough = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400))
const patience = { timeout: 30_000 }

// What loads late is here before the first test: a server that bundles it anew would cost that test its colours.
beforeAll(() =>
  Promise.all([lateMarkdown.preload(), import('./tokenizer.ts'), import('shiki/langs/typescript.mjs')]),
)
afterEach(() => CSS.highlights.clear())

it('colours a closed block by the kind of its words, whatever name its language goes by', async () => {
  await render(draw('```TS\nconst a = "b" // c\n```'))

  await vi.waitFor(() => expect(words('comment')).toEqual(['// c']), patience)
  expect(words('keyword')).toEqual(['const'])
  expect(words('string')).toEqual(['"b"'])
})

it('knows what a line means from the lines before it', async () => {
  await render(draw('```js\n/* one\r\nconst two = 2\n*/ const three = 3\n```'))

  await vi.waitFor(() => expect(words('keyword')).toEqual(['const']), patience)
  expect(words('comment').join('|')).toContain('const two = 2')
})

it('changes neither elements nor text nor what is selected', async () => {
  const { container } = await render(draw('```js\nconst a = 1\n```'))
  const code = container.querySelector('code')
  const [text] = code?.childNodes ?? []
  if (!(text instanceof Text)) throw new Error('There is no text.')
  getSelection()?.setBaseAndExtent(text, 2, text, 8)

  await vi.waitFor(() => expect(words('keyword')).toEqual(['const']), patience)

  expect(code?.childNodes).toHaveLength(1)
  expect(code?.firstChild).toBe(text)
  expect(code?.innerHTML).toBe('const a = 1')
  expect(getSelection()?.toString()).toBe('nst a ')
})

it('leaves a block alone that is still being written, and colours it when it closes', async () => {
  const screen = await render(draw('```js\nconst a', { streaming: true }))
  await longEnough()
  expect(colouredNothing()).toBe(true)

  await screen.rerender(draw('```js\nconst a = 1\n```\n\nDone.', { streaming: true }))

  await vi.waitFor(() => expect(words('keyword')).toEqual(['const']), patience)
})

it.each([
  ['of an unknown language', '```brainfuck\n++\n```'],
  ['without a language', '```\nconst a = 1\n```'],
  [
    'that is named like a part of every object',
    '```constructor\nconst a = 1\n```\n\n```__proto__\nconst a = 1\n```',
  ],
  ['that is huge', `\`\`\`js\n${'const a = 1\n'.repeat(5000)}\`\`\``],
])('leaves code plain %s', async (_, text) => {
  await render(draw(text))
  await longEnough()

  expect(colouredNothing()).toBe(true)
})

it('takes its colours along when the block goes', async () => {
  const screen = await render(draw('```js\nconst a = 1\n```'))
  await vi.waitFor(() => expect(words('keyword')).toEqual(['const']), patience)

  await screen.unmount()

  expect(colouredNothing()).toBe(true)
})

it('loads a language once, and reads the same code once', async () => {
  const load = vi.fn(() => import('shiki/langs/json.mjs'))
  const use = [highlight({ languages: { json: load } })]
  const first = await render(draw('```json\n{ "a": 1 }\n```', { use }))
  await vi.waitFor(() => expect(words('constant')).toEqual(['1']), patience)
  await first.unmount()
  const watch = vi.spyOn(RegExp.prototype, 'exec')

  await render(draw('```json\n{ "a": 1 }\n```\n\n```json\n{ "b": 2 }\n```', { use }))

  await vi.waitFor(() => expect(words('constant')).toEqual(['1', '2']), patience)
  // Only the tokenizer asks where groups begin.
  const searched = watch.mock.calls
    .filter((_, index) => {
      const pattern: unknown = watch.mock.contexts[index]
      return pattern instanceof RegExp && pattern.hasIndices
    })
    .map(([text]) => text)
  watch.mockRestore()
  expect(load).toHaveBeenCalledTimes(1)
  expect(searched.some((text) => text.includes('b'))).toBe(true)
  expect(searched.some((text) => text.includes('a'))).toBe(false)
})

it('tries again with the next block when a language could not be loaded', async () => {
  const load = vi.fn(() => import('shiki/langs/json.mjs')).mockRejectedValueOnce(new Error('offline'))
  const use = [highlight({ languages: { json: load } })]
  const screen = await render(draw('```json\n{ "a": 1 }\n```', { use }))
  await longEnough()

  await screen.rerender(draw('```json\n{ "a": 1 }\n```\n\n```json\n{ "b": 2 }\n```', { use }))

  await vi.waitFor(() => expect(words('constant')).toEqual(['2']), patience)
})
