import type {
  ApprovalItem,
  CallId,
  FormItem,
  Item,
  MessageId,
  MessageItem,
  StepId,
  WorkflowId,
} from '@threadwork/core'
import { decodeDataPoints } from '@threadwork/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock, type ManualClock } from '../clock/manual-clock.ts'
import { RenderersProvider } from '../renderers/RenderersProvider.tsx'
import type { ItemRendererProps, Renderers } from '../renderers/renderers.ts'
import '../styles.css'
import { ThreadworkRoot } from '../theme/ThreadworkRoot.tsx'
import { preloadThread } from './preload-thread.ts'
import { Thread, type ThreadProps } from './Thread.tsx'

const base = (key: string) => ({ id: key, key, runId: null, at: 1_760_000_000_000 })

const message = (key: string, change: Partial<MessageItem> = {}): MessageItem => ({
  ...base(key),
  kind: 'message',
  role: 'agent',
  messageId: key as MessageId,
  text: `Message ${key}`,
  status: 'complete',
  submission: null,
  ...change,
})

const form: FormItem = {
  ...base('form'),
  kind: 'form',
  workflowId: 'w1' as WorkflowId,
  workflowName: 'Refund',
  stepId: 's1' as StepId,
  message: 'Your details',
  round: 1,
  problems: [],
  dataPoints: decodeDataPoints([{ key: 'name', label: 'Full name', type: 'Text' }]).dataPoints,
  status: 'awaiting',
  submission: null,
  answers: null,
}

const approval = (key: string, change: Partial<ApprovalItem> = {}): ApprovalItem => ({
  ...base(key),
  kind: 'approval',
  callId: key as CallId,
  scope: 'skill',
  skillName: `Refund ${key}`,
  skillId: null,
  occurrence: 1,
  parameters: { order: key },
  schema: [],
  status: 'awaiting',
  by: null,
  error: null,
  startedAt: null,
  endedAt: null,
  submission: null,
  ...change,
})

const many = (count: number, name = 'm'): readonly MessageItem[] =>
  Array.from({ length: count }, (_, index) => message(`${name}${index}`))

const thread = (items: readonly Item[], change: Partial<ThreadProps> = {}, clock?: ManualClock) => {
  const page = (
    <ThreadworkRoot style={{ blockSize: 400, inlineSize: 500 }}>
      <Thread items={items} {...change} />
    </ThreadworkRoot>
  )
  return clock ? <ClockProvider value={clock}>{page}</ClockProvider> : page
}

const log = (): HTMLElement => document.querySelector<HTMLElement>('[role=log]')!
const isVirtual = (): boolean => document.querySelector('[data-virtual]') !== null
const distance = (): number => Math.round(log().scrollHeight - log().clientHeight - log().scrollTop)
const articles = (): number => log().querySelectorAll('article').length
const article = (id: string): HTMLElement | null => log().querySelector(`[data-twk-id="${id}"]`)

beforeAll(preloadThread)

describe('a thread that passes 200 rows', () => {
  test('keeps the elements, the focus and what was typed in an open form', async () => {
    const screen = await render(thread([...many(60), form, ...many(139, 'n')]))
    const field = screen.getByRole('textbox', { name: 'Full name' })
    await field.fill('Ada Moreau')
    const before = field.element() as HTMLInputElement
    before.setSelectionRange(3, 3)
    expect(isVirtual()).toBe(false)

    await screen.rerender(thread([...many(60), form, ...many(141, 'n')]))
    await expect.poll(isVirtual).toBe(true)

    const after = screen.getByRole('textbox', { name: 'Full name' }).element() as HTMLInputElement
    expect(after).toBe(before)
    expect([after.value, after.selectionStart, document.activeElement]).toEqual(['Ada Moreau', 3, after])
    log().scrollTop = log().scrollHeight
    await expect.poll(articles).toBeLessThan(60)
    expect([before.isConnected, document.activeElement]).toEqual([true, before])
  })

  test('keeps every card that waits on the page, wherever the reader is', async () => {
    const cards = ['a', 'b', 'c'].map((key) => approval(key))
    await render(thread([...cards, ...many(300)]))
    await expect.poll(isVirtual).toBe(true)

    await expect.poll(() => cards.map(({ id }) => article(id) !== null)).toEqual([true, true, true])
    expect(articles()).toBeLessThan(60)
  })

  test('keeps a row that has the focus though nothing waits in it', async () => {
    await render(thread(many(300)))
    const row = await expect
      .poll(() => article('m299'))
      .toBeTruthy()
      .then(() => article('m299')!)
    row.tabIndex = -1
    row.focus({ preventScroll: true })

    log().scrollTop = 0
    await expect.poll(() => article('m0')).toBeTruthy()

    expect([row.isConnected, document.activeElement]).toEqual([true, row])
  })
})

test('a delta renders its own row and no other, in a long thread as in a short one', async () => {
  const renders: string[] = []
  const Counted = ({ item }: ItemRendererProps<'message'>) => {
    renders.push(item.key)
    return <p>{item.text}</p>
  }
  const renderers: Renderers = { kinds: { message: Counted } }
  const counted = (items: readonly Item[]) => (
    <RenderersProvider value={renderers}>{thread(items)}</RenderersProvider>
  )
  for (const count of [20, 500]) {
    const rows = many(count)
    const screen = await render(counted([...rows, message('s', { status: 'streaming', text: 'A' })]))
    await expect.poll(distance).toBe(0)
    renders.length = 0

    for (const text of ['A b', 'A b c', 'A b c d'])
      await screen.rerender(counted([...rows, message('s', { status: 'streaming', text })]))

    await expect.element(screen.getByText('A b c d')).toBeVisible()
    expect(renders).toEqual(['s', 's', 's'])
    await screen.unmount()
  }
})

test('shows a waiting card that is not drawn, in the middle of the view and with the focus', async () => {
  // More wait than are kept on the page.
  const cards = Array.from(
    { length: 40 },
    (_, index) => form && { ...form, id: `f${index}`, key: `f${index}` },
  )
  const screen = await render(thread([...many(150), ...cards, ...many(250, 'n')]))
  await expect.poll(isVirtual).toBe(true)
  await expect.poll(distance).toBe(0)
  expect(article('f0')).toBeNull()

  await screen.getByRole('button', { name: 'Show' }).click()

  await expect.poll(() => article('f0')?.contains(document.activeElement)).toBe(true)
  const at = article('f0')!.getBoundingClientRect()
  const view = log().getBoundingClientRect()
  expect(at.top).toBeLessThan(view.bottom)
  expect(at.bottom).toBeGreaterThan(view.top)
})

describe('what came while the reader was away', () => {
  test('is counted at the way back, and parted by a line until it was read', async () => {
    const clock = createManualClock()
    const screen = await render(thread(many(30), {}, clock))
    await expect.poll(distance).toBe(0)
    log().scrollTop = 100
    await expect.element(screen.getByRole('button', { name: 'Jump to latest' })).toBeVisible()

    await screen.rerender(thread([...many(30), message('x'), message('y')], {}, clock))

    await expect.element(screen.getByText('2 new')).toBeVisible()
    expect(article('m29')?.closest('[data-row]')?.querySelector('.twk-unread')).not.toBeNull()
    await screen.getByRole('button', { name: 'Jump to latest' }).click()
    await expect.element(screen.getByText('New', { exact: true })).toBeVisible()
    const top = log().scrollTop
    clock.advance(3000)
    await expect.element(screen.getByText('New', { exact: true })).not.toBeVisible()
    // The line keeps its room: nothing moves by itself.
    expect(log().scrollTop).toBe(top)
    await screen.rerender(thread([...many(30), message('x'), message('y'), message('z')], {}, clock))
    await expect.poll(() => document.querySelector('.twk-unread')).toBeNull()
  })

  test('counts as seen once they write', async () => {
    const screen = await render(thread(many(30)))
    await expect.poll(distance).toBe(0)
    log().scrollTop = 100
    await expect.element(screen.getByRole('button', { name: 'Jump to latest' })).toBeVisible()
    await screen.rerender(thread([...many(30), message('x')]))
    await expect.poll(() => document.querySelector('.twk-unread')).not.toBeNull()

    const own = message('mine', { role: 'user', status: 'pending', at: null })
    await screen.rerender(thread([...many(30), message('x'), own]))

    await expect.poll(() => document.querySelector('.twk-unread')).toBeNull()
    await expect.poll(distance).toBe(0)
  })
})

describe('older items', () => {
  test('are asked for near the start, once for each first item, and leave the reader in place', async () => {
    let asked = 0
    const ask = async (): Promise<void> => {
      asked += 1
      await new Promise(requestAnimationFrame)
    }
    const screen = await render(thread(many(60), { hasOlder: true, onOlder: ask }))
    await expect.poll(distance).toBe(0)
    expect(asked).toBe(0)

    log().scrollTop = 0
    await expect.poll(() => asked).toBe(1)
    // A page that brought nothing is no reason to ask for the next.
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame)
    expect(asked).toBe(1)
    const before = article('m0')!.getBoundingClientRect().top
    await screen.rerender(thread([...many(40, 'old'), ...many(60)], { hasOlder: false, onOlder: ask }))

    await expect.poll(() => article('old39')).not.toBeNull()
    await expect.poll(() => Math.abs(article('m0')!.getBoundingClientRect().top - before)).toBeLessThan(1)
    expect(asked).toBe(1)
  })

  test('that do not come are told, and asked for again at a click', async () => {
    let asked = 0
    const ask = async (): Promise<void> => {
      asked += 1
      if (asked === 1) throw new Error('offline')
    }
    const screen = await render(thread(many(3), { hasOlder: true, onOlder: ask }))

    await expect.element(screen.getByText('What is older could not be loaded.')).toBeVisible()
    expect(asked).toBe(1)
    await screen.getByRole('button', { name: 'Retry' }).click()

    await expect.element(screen.getByRole('button', { name: 'Load older' })).toBeVisible()
    expect(asked).toBe(2)
  })
})

test('says where to search the whole of a thread that is drawn in part, and of no other', async () => {
  const search = () =>
    dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, cancelable: true }))
  const screen = await render(thread(many(20)))
  search()
  await expect.element(screen.getByText(/sees only what is near/)).not.toBeInTheDocument()

  await screen.rerender(thread(many(300)))
  await expect.poll(isVirtual).toBe(true)
  // The browser's own search is not taken away.
  expect(search()).toBe(true)

  await expect.element(screen.getByText(/sees only what is near/)).toBeVisible()
  const below = document.querySelector<HTMLElement>('.twk-thread__below')!
  ;[...below.querySelectorAll('button')].find((each) => each.textContent === 'Full transcript')!.click()
  await expect.element(screen.getByRole('dialog', { name: 'Full transcript' })).toBeVisible()
  await expect.element(screen.getByText(/sees only what is near/)).not.toBeInTheDocument()
})
