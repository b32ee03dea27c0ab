import { beforeAll, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { lateMarkdown } from './late-markdown.ts'
import { Markdown } from './Markdown.tsx'
import '../styles.css'

beforeAll(() => lateMarkdown.preload())

const clipboard = (): ReturnType<typeof vi.spyOn> =>
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined)

it('copies code by keyboard, as it stands, and says so', async () => {
  const write = clipboard()
  const screen = await render(<Markdown text={'```ts\nconst a = 1\n\n  b()\n```'} />)
  const button = screen.getByRole('button', { name: 'Copy' })

  await userEvent.tab()
  await userEvent.keyboard('{Enter}')

  await expect.element(screen.getByRole('button', { name: 'Copied' })).toHaveFocus()
  expect(write).toHaveBeenCalledWith('const a = 1\n\n  b()')
  expect(screen.container.querySelector('[aria-live="polite"]')?.textContent).toBe('Copied')
  await expect.element(button, { timeout: 5000 }).toBeVisible()
  write.mockRestore()
})

it('claims nothing where the browser refuses to copy', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'))
  const screen = await render(<Markdown text={'```\na\n```'} />)

  await screen.getByRole('button', { name: 'Copy' }).click()

  expect(write).toHaveBeenCalled()
  expect(screen.container.querySelector('[aria-live="polite"]')?.textContent).toBe('')
  write.mockRestore()
})

it('copies a table as a spreadsheet takes it', async () => {
  const write = clipboard()
  const screen = await render(<Markdown text={'| Item | Price |\n| - | -: |\n| **Lamp**, red | 84.00 |'} />)

  await screen.getByRole('button', { name: 'Copy' }).click()

  expect(write).toHaveBeenCalledWith('Item\tPrice\nLamp, red\t84.00')
  write.mockRestore()
})

it('scrolls a wide table inside of its own region, by keys too', async () => {
  const cells = (words: string): string => `|${Array.from({ length: 20 }, () => ` ${words} |`).join('')}`
  const screen = await render(
    <div style={{ inlineSize: 320 }} className="twk-root">
      <Markdown text={`${cells('column')}\n${cells('---')}\n${cells('unbroken-value')}`} />
    </div>,
  )
  const region = screen.getByRole('group', { name: 'Table' })

  await userEvent.tab()

  await expect.element(region).toHaveFocus()
  const element = region.element()
  expect(element.scrollWidth).toBeGreaterThan(element.clientWidth)
  expect(screen.container.scrollWidth).toBeLessThanOrEqual(screen.container.clientWidth)
})

it('breaks a word that is longer than the line, and lets code scroll', async () => {
  const long = 'x'.repeat(400)
  const { container } = await render(
    <div style={{ inlineSize: 320 }} className="twk-root">
      <Markdown text={`${long}\n\nhttps://example.com/${long}\n\n\`${long}\`\n\n\`\`\`\n${long}\n\`\`\``} />
    </div>,
  )

  const root = container.querySelector('.twk-root')
  const code = container.querySelector('pre')
  expect(root?.scrollWidth).toBeLessThanOrEqual(320)
  expect(code?.scrollWidth).toBeGreaterThan(code?.clientWidth ?? 0)
})

it('names each task done or to do', async () => {
  const { container } = await render(<Markdown text={'- [x] first\n- [ ] second\n  - [X] third'} />)

  const items = Array.from(container.querySelectorAll('li'), (li) =>
    li.textContent?.replaceAll(/\s+/gu, ' ').trim(),
  )
  expect(items).toEqual(['Done: first', 'To do: second Done: third', 'Done: third'])
  expect(container.querySelector('input')).toBeNull()
})

it('puts lists, quotes and paragraphs to the side on which their words begin', async () => {
  const { container } = await render(
    <div className="twk-root">
      <Markdown text={'- مرحبا\n- بك\n\n---\n\n- one\n\n> قال\n\nسلام `code`'} />
    </div>,
  )

  const directions = Array.from(
    container.querySelectorAll('ul, blockquote'),
    (each) => getComputedStyle(each).direction,
  )
  const paragraph = container.querySelectorAll('p')
  expect(directions).toEqual(['rtl', 'ltr', 'rtl'])
  expect(getComputedStyle(paragraph[paragraph.length - 1] ?? container).unicodeBidi).toBe('plaintext')
})

it('leads from a mark to its note and back, without a change of the address', async () => {
  const address = location.href
  const screen = await render(
    <Markdown text={'One[^a], two[^b], one again[^a].\n\n[^a]: First.\n[^b]: Second.'} />,
  )
  const marks = screen.container.querySelectorAll('sup a')

  await userEvent.click(marks[2] ?? screen.container)
  const note = document.activeElement
  await screen.getByRole('link', { name: 'Back to reference 1, place 2' }).click()

  expect(Array.from(marks, (mark) => mark.textContent)).toEqual(['1', '2', '1'])
  expect(note?.textContent).toContain('First.')
  expect(note?.closest('li')).toBe(note)
  expect(document.activeElement).toBe(marks[2])
  expect(location.href).toBe(address)
})

it('keeps the notes of two messages apart, and takes no id from a text', async () => {
  const text = 'A[^twk_r_0_note-1] and[^1].\n\n[^1]: Note.\n[^twk_r_0_note-1]: Other.'
  const { container } = await render(
    <>
      <Markdown text={text} />
      <Markdown text={text} />
    </>,
  )

  const ids = Array.from(container.querySelectorAll('[id]'), ({ id }) => id)
  expect(ids).toHaveLength(8)
  expect(new Set(ids).size).toBe(8)
  for (const id of ids) expect(id).toMatch(/^twk_r_\w+_(?:note-\d+|mark-\d+-\d+)$/u)
})
