import type { ReactNode } from 'react'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { OriginPolicyProvider } from '../policy/OriginPolicy.tsx'
import { lateMarkdown } from './late-markdown.ts'
import { Markdown } from './Markdown.tsx'

// Answers as pictures do, with no network: the page's own origin stands for every listed one.
const own = `${location.origin}/favicon.svg`
const policy = { linkOrigins: [], imageOrigins: [location.origin], isLoopbackTrusted: false }

const Trusting = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <OriginPolicyProvider value={policy}>{children}</OriginPolicyProvider>
)

beforeAll(() => lateMarkdown.preload())
beforeEach(() => performance.clearResourceTimings())

// The page itself may still load parts of its own.
const asked = (): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).origin !== location.origin)

it('draws an image of a listed origin, without a referrer', async () => {
  const { container } = await render(<Markdown text={`![a lamp](${own})`} />, { wrapper: Trusting })

  const image = container.querySelector('img')
  expect(image?.src).toBe(own)
  expect(image?.alt).toBe('a lamp')
  expect(image?.referrerPolicy).toBe('no-referrer')
})

it.each([
  ['https://other.example/x.png', 'other.example'],
  [`${location.origin.replace(/:\d+$/u, ':1')}/x.png`, `${location.hostname}:1`],
  [`${location.origin}@other.example/x.png`, 'other.example'],
  ['https://оther.example/x.png', 'xn--ther-45d.example'],
])('keeps %s from being loaded, and names its host', async (address, host) => {
  const screen = await render(<Markdown text={`![a lamp](${address})`} />, { wrapper: Trusting })

  await expect.element(screen.getByRole('button', { name: `Load image from ${host}` })).toBeVisible()
  expect(screen.container.textContent).toContain('Image: a lamp')
  expect(screen.container.querySelector('img')).toBeNull()
  expect(asked()).toEqual([])
})

it('loads an image of another origin once a person asks, and offers the way out when that fails', async () => {
  // An address that no network answers.
  const screen = await render(<Markdown text="![b](https://pictures.invalid/x.png)" />)

  await screen.getByRole('button', { name: 'Load image from pictures.invalid' }).click()

  await expect.element(screen.getByText('could not be loaded from pictures.invalid here')).toBeVisible()
  const out = screen.getByRole('link', { name: 'Open the image' }).element()
  expect(out.getAttribute('href')).toBe('https://pictures.invalid/x.png')
  expect(out.getAttribute('data-place')).toBe('pictures.invalid')
})

it('asks again when the address behind an image changes', async () => {
  const load = vi.spyOn(HTMLImageElement.prototype, 'src', 'set')
  const screen = await render(<Markdown text="![b](https://one.invalid/x.png)" />)
  await screen.getByRole('button', { name: 'Load image from one.invalid' }).click()
  load.mockClear()

  await screen.rerender(<Markdown text="![b](https://two.invalid/x.png)" />)

  await expect.element(screen.getByRole('button', { name: 'Load image from two.invalid' })).toBeVisible()
  expect(screen.container.querySelector('img')).toBeNull()
  load.mockRestore()
})

it('puts nothing to press into a link', async () => {
  const { container } = await render(
    <Markdown text="[![lamp](https://pictures.invalid/x.png)](https://shop.example/lamp)" />,
  )

  expect(container.querySelector('a')?.dataset['place']).toBe('shop.example')
  expect(container.querySelector('a')?.textContent).toContain('not loaded from pictures.invalid')
  expect(container.querySelectorAll('button')).toHaveLength(0)
})

it.each([
  '![x](data:image/png;base64,AAAA)',
  '![x](/own.png)',
  '![x](blob:https://a.example/1)',
  '![x](cid:1)',
])('leaves only the words of %s', async (text) => {
  const { container } = await render(<Markdown text={text} />, { wrapper: Trusting })

  expect(container.textContent).toContain('x')
  expect(container.querySelectorAll('img, button')).toHaveLength(0)
})
