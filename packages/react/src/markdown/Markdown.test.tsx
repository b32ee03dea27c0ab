import { beforeAll, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { lateMarkdown } from './late-markdown.ts'
import { Markdown } from './Markdown.tsx'

const everything = `# Title

A **bold** and *soft* word, ~~gone~~, \`code\`, https://example.com and <b>no markup</b>.

- one
- two
  1. nested

- [x] done
- [ ] open

| Item | Price |
| :- | -: |
| Lamp | 84.00 |

> quoted

\`\`\`ts
const a = 1

const b = 2
\`\`\`

See [the docs][d] and a note[^1].

[d]: https://docs.example.com/start
[^1]: The note itself.
`

beforeAll(() => lateMarkdown.preload())

const frame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

it('draws every kind of block', async () => {
  const { container } = await render(<Markdown text={everything} />)

  expect(container.querySelector('h3')?.textContent).toBe('Title')
  expect(container.querySelector('strong')?.textContent).toBe('bold')
  expect(container.querySelector('del')?.textContent).toBe('gone')
  expect(container.querySelectorAll('.twk-markdown__group li')).toHaveLength(5)
  expect(container.querySelector('td[data-align="end"]')?.textContent).toBe('84.00')
  expect(container.querySelector('pre')?.textContent).toBe('const a = 1\n\nconst b = 2')
  expect(Array.from(container.querySelectorAll('sup'), (mark) => mark.textContent)).toEqual(['1'])
  expect(container.querySelector('.twk-markdown__notes li')?.textContent).toContain('The note itself.')
  expect(container.textContent).toContain('<b>no markup</b>')
})

it('draws task lists without a form control', async () => {
  const { container } = await render(<Markdown text={everything} />)

  expect(container.querySelectorAll('input')).toHaveLength(0)
  expect(container.querySelectorAll('[data-state="done"]')).toHaveLength(1)
  expect(container.querySelectorAll('[data-state="open"]')).toHaveLength(1)
})

it('resolves a definition that comes in a later block', async () => {
  const { container } = await render(<Markdown text={everything} />)

  const link = [...container.querySelectorAll('a')].find((a) => a.textContent === 'the docs')
  expect(link?.href).toBe('https://docs.example.com/start')
})

it('draws a tight list as bare text and a loose one as paragraphs', async () => {
  const { container } = await render(
    <Markdown text={'- one\n- two\n\n---\n\n3. three\n\n   more\n4. four'} />,
  )

  expect(container.querySelectorAll('ul p')).toHaveLength(0)
  expect(Array.from(container.querySelectorAll('ol p'), (p) => p.textContent)).toEqual([
    'three',
    'more',
    'four',
  ])
  expect(container.querySelector('ol')?.start).toBe(3)
})

it('fills a row that has too few cells', async () => {
  const { container } = await render(<Markdown text={'| a | b |\n| - | - |\n| 1 |'} />)

  expect(Array.from(container.querySelectorAll('td'), (cell) => cell.textContent)).toEqual(['1', ''])
})

it('takes the first of two definitions of a label', async () => {
  const text = '[a]\n\n[a]: https://one.example\n[a]: https://two.example'

  const { container } = await render(<Markdown text={text} />)

  expect(container.querySelector('a')?.href).toBe('https://one.example/')
})

it('keeps the elements of settled blocks while more text streams in', async () => {
  const text = Array.from({ length: 30 }, (_, index) => `Paragraph ${index} of the answer.\n\n`).join('')
  const screen = await render(<Markdown streaming text={text.slice(0, 600)} />)
  const first = screen.container.querySelectorAll('p')[0]
  const fifth = screen.container.querySelectorAll('p')[4]

  for (let end = 610; end <= text.length; end += 40) {
    await screen.rerender(<Markdown streaming text={text.slice(0, end)} />)
    await frame()
  }
  await screen.rerender(<Markdown text={text} />)

  expect(screen.container.querySelectorAll('p')).toHaveLength(30)
  expect(screen.container.querySelectorAll('p')[0]).toBe(first)
  expect(screen.container.querySelectorAll('p')[4]).toBe(fifth)
})

it('ends with the same page whether the text streamed or came whole', async () => {
  const whole = await render(<Markdown text={everything} />)
  const expected = whole.container.innerHTML
  await whole.unmount()
  const screen = await render(<Markdown streaming text="" />)

  for (let end = 0; end <= everything.length; end += 7) {
    await screen.rerender(<Markdown streaming text={everything.slice(0, end)} />)
  }
  await screen.rerender(<Markdown text={everything} />)

  expect(screen.container.textContent).toBe(
    new DOMParser().parseFromString(expected, 'text/html').body.textContent,
  )
})

it('closes half-finished syntax while it streams', async () => {
  const { container } = await render(<Markdown streaming text="So **this is imp" />)

  expect(container.querySelector('strong')?.textContent).toBe('this is imp')
})

it('falls back to the plain text when a message cannot be drawn', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const parse = vi.spyOn(URL, 'parse').mockImplementation(() => {
    throw new Error('planted')
  })

  const { container } = await render(<Markdown text="Look [here](https://example.com)." />)

  expect(container.textContent).toContain('could not be drawn')
  expect(container.textContent).toContain('Look [here](https://example.com).')
  parse.mockRestore()
  report.mockRestore()
})
