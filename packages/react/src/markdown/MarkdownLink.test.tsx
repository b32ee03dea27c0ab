import '../styles.css'
import { beforeAll, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { lateMarkdown } from './late-markdown.ts'
import { Markdown } from './Markdown.tsx'

beforeAll(() => lateMarkdown.preload())

it('keeps a backslash in an address from choosing the host', async () => {
  const text = String.raw`[docs](https://evil.example\@docs.example/)`

  const { container } = await render(<Markdown text={text} />)

  expect(container.querySelector('a')?.host).toBe('docs.example')
  expect(container.querySelector('.twk-markdown__place')?.textContent).toBe('docs.example')
})

it('gives nothing along with a link', async () => {
  const { container } = await render(<Markdown text="[here](https://example.com/a)" />)

  const link = container.querySelector('a')
  expect(link?.rel).toBe('noopener noreferrer nofollow')
  expect(link?.target).toBe('_blank')
})

it('draws the host of silent words where no pointer hovers, and keeps it out of copies and of the name', async () => {
  const { container } = await render(<Markdown text="Read [the policy](https://example.com:8443/a)." />)

  const link = container.querySelector('a')
  if (!link) throw new Error('There is no link.')
  const drawn = getComputedStyle(link, '::after')
  expect(drawn.content).toBe('"example.com:8443" / ""')
  expect(drawn.visibility).toBe('visible')
  expect(drawn.unicodeBidi).toBe('isolate')
  expect(link.textContent).toBe('the policy')
  expect(link.getAttribute('title')).toBe('Opens example.com:8443 in a new tab')
})

it.each([
  ['[https://bank.example](https://evil.example/x)', 'evil.example'],
  ['[bank.example](https://bank.example.evil.example)', 'bank.example.evil.example'],
  ['[log in](https://bank.example@evil.example/)', 'evil.example'],
  ['[log in](https://bank.example:secret@evil.example/)', 'evil.example'],
  ['[log in](https://bаnk.example/)', 'xn--bnk-6cd.example'],
  ['[bаnk.example](https://bank.example/)', 'bank.example'],
  ['[münchen.example](https://xn--mnchen-3ya.example/)', 'xn--mnchen-3ya.example'],
  ['[a\u202Eb](https://evil.example/)', 'evil.example'],
  ['[b\u200Bank.example](https://evil.example/)', 'evil.example'],
  ['[ｂａｎｋ．ｅｘａｍｐｌｅ](https://evil.example/)', 'evil.example'],
  ['[bank。example](https://evil.example/)', 'evil.example'],
  ['[192.0.2.7](https://evil.example/)', 'evil.example'],
  ['[ba**nk.exam**ple](https://evil.example/)', 'evil.example'],
  ['[see bank.example/evil.example](https://evil.example/)', 'evil.example'],
  ['[x](https://bank%2eexample.evil.example/)', null],
])('shows the true host beside %s', async (text, host) => {
  const { container } = await render(<Markdown text={text} />)

  const place = container.querySelector('.twk-markdown__place')
  if (host !== null) expect(place?.textContent).toBe(host)
  else expect(container.querySelector('a')?.dataset['place']).toBe('bank.example.evil.example')
  expect(container.querySelector('a')?.href).not.toContain('@')
})

it.each([
  '[example.com](https://www.example.com/a)',
  '[docs at EXAMPLE.com](https://example.com/b)',
  'https://example.com/a.html',
  '<mailto:help@example.com>',
  '[help@example.com](mailto:help@example.com)',
])('adds nothing to %s, which names its place', async (text) => {
  const { container } = await render(<Markdown text={text} />)

  expect(container.querySelector('a')).not.toBeNull()
  expect(container.querySelector('.twk-markdown__place, [data-place]')).toBeNull()
})

it.each([
  ['[bank.example support](mailto:a@evil.example)', 'a@evil.example', 'data'],
  ['[help@bank.example](mailto:a@evil.example)', 'a@evil.example', 'written'],
  ['[mail](mailto:a@evil.example?bcc=b@evil.example)', 'a@evil.example', 'data'],
])('says to whom %s writes', async (text, address, how) => {
  const { container } = await render(<Markdown text={text} />)

  const link = container.querySelector('a')
  expect(link?.getAttribute('href')).toBe(`mailto:${address}`)
  if (how === 'data') expect(link?.dataset['place']).toBe(address)
  else expect(link?.querySelector('.twk-markdown__place')?.textContent).toBe(address)
})

it.each([
  '[x](javascript:alert(1))',
  '[x](/settings)',
  '[x](//evil.example)',
  '[x](data:text/html,x)',
  '[x]()',
])('makes no link of %s', async (text) => {
  const { container } = await render(<Markdown text={text} />)

  expect(container.querySelector('a')).toBeNull()
  expect(container.textContent).toBe('x')
})
