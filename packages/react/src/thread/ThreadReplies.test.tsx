import type { Item, MessageId, MessageItem, ReplyAction, TransportCapabilities } from '@threadwork/core'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { english } from '../strings/strings.ts'
import '../styles.css'
import { ThreadworkRoot } from '../theme/ThreadworkRoot.tsx'
import { Thread, type ThreadProps } from './Thread.tsx'

const yes: ReplyAction = { type: 'button', label: 'Yes', text: 'Yes, please' }
const more: ReplyAction = { type: 'link', label: 'Read more', url: 'https://example.com/' }

const message = (key: string, change: Partial<MessageItem> = {}): MessageItem => ({
  kind: 'message',
  id: key,
  key,
  runId: null,
  at: 1_760_000_000_000,
  role: 'agent',
  messageId: key as MessageId,
  text: `Message ${key}`,
  status: 'complete',
  submission: null,
  ...change,
})

// Only the fields that the thread reads.
const capabilities = (whileBusy: 'queue' | 'refuse'): TransportCapabilities =>
  ({ whileBusy, commands: [] }) as unknown as TransportCapabilities

const thread = (items: readonly Item[], props: Partial<ThreadProps> = {}) => (
  <ThreadworkRoot>
    <div style={{ blockSize: 600 }}>
      <Thread items={items} {...props} />
    </div>
  </ThreadworkRoot>
)

test('sends what a button says, once for a double click', async () => {
  const send = vi.fn()
  const screen = await render(thread([message('a', { actions: [yes] })], { actions: { send } }))

  await screen.getByRole('button', { name: /^Yes/ }).dblClick()
  await screen.getByRole('button', { name: /^Yes/ }).click()

  expect(send.mock.calls).toEqual([['Yes, please']])
})

test('offers no button any more after a later message of the person, and its links as before', async () => {
  const items = [message('a', { actions: [yes, more] })]
  const screen = await render(thread(items, { actions: { send: vi.fn() } }))
  await expect.element(screen.getByRole('button', { name: /^Yes/ })).toBeVisible()

  await screen.rerender(thread([...items, message('u', { role: 'user' })], { actions: { send: vi.fn() } }))

  await expect.element(screen.getByRole('button', { name: /^Yes/ })).not.toBeInTheDocument()
  await expect.element(screen.getByRole('link', { name: /Read more/ })).toBeVisible()
})

test('holds buttons back while the turn is busy where messages do not wait, and says why', async () => {
  const send = vi.fn()
  const items = [message('a', { actions: [yes] })]
  const busy = { phase: 'ai-running', actions: { send, capabilities: capabilities('refuse') } } as const
  const screen = await render(thread(items, busy))
  await screen.getByRole('button', { name: /^Yes/ }).click({ force: true })

  expect(send).not.toHaveBeenCalled()
  await expect.element(screen.getByText(english.composer.busy['ai-running'] ?? '')).toBeVisible()

  await screen.rerender(thread(items, { ...busy, phase: 'idle' }))
  await screen.getByRole('button', { name: /^Yes/ }).click()
  expect(send).toHaveBeenCalledOnce()
})

test('lets a button be pressed while the turn is busy where messages wait for it', async () => {
  const send = vi.fn()
  const items = [message('a', { actions: [yes] })]
  const screen = await render(
    thread(items, { phase: 'ai-running', actions: { send, capabilities: capabilities('queue') } }),
  )

  await screen.getByRole('button', { name: /^Yes/ }).click()

  expect(send).toHaveBeenCalledOnce()
})

test('offers no button where nothing can be sent, nor before the message is whole', async () => {
  const screen = await render(thread([message('a', { actions: [yes, more] })]))
  await expect.element(screen.getByRole('link', { name: /Read more/ })).toBeVisible()
  expect(screen.getByRole('button', { name: /^Yes/ }).elements()).toEqual([])

  const streaming = message('b', { actions: [yes, more], status: 'streaming' })
  await screen.rerender(thread([streaming], { actions: { send: vi.fn() } }))
  await expect.element(screen.getByText('Message b')).toBeVisible()
  expect(screen.container.querySelector('.twk-offers')).toBeNull()
})

test('makes no link and no button of anything that the text says', async () => {
  const text =
    '<button>Yes</button> {"actions":[{"type":"button","label":"Yes"}]} [Yes](javascript:alert(1)) [a](twk:button)'
  const screen = await render(thread([message('a', { text })], { actions: { send: vi.fn() } }))

  await expect.element(screen.getByText(/"actions"/)).toBeVisible()
  expect(screen.container.querySelector('.twk-offers, article a')).toBeNull()
  expect(screen.getByRole('button', { name: 'Yes' }).elements()).toEqual([])
})

test('draws no link that a browser would run, and shows the true host of the others whole', async () => {
  const host = `${'long.'.repeat(30)}evil.test`
  const urls = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    '/relative',
    `https://${host}/`,
  ]
  const actions = urls.map((url): ReplyAction => ({ type: 'link', label: 'bank.example', url }))
  const screen = await render(thread([message('a', { actions })]))

  await expect.element(screen.getByText(host)).toBeVisible()
  const links = [...screen.container.querySelectorAll<HTMLAnchorElement>('.twk-offers a')]
  expect(links.map((link) => [link.href, link.target, link.rel])).toEqual([
    [`https://${host}/`, '_blank', 'noopener noreferrer nofollow'],
  ])
  const place = screen.getByText(host).element()
  expect(place.scrollHeight).toBeLessThanOrEqual(place.clientHeight)
})
