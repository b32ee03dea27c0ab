import type { FormItem, Item, MessageItem, MessageId, SkillItem, StepId, WorkflowId } from '@threadwork/core'
import { decodeDataPoints } from '@threadwork/core'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { RenderersProvider } from '../renderers/RenderersProvider.tsx'
import type { ItemRendererProps, Renderers } from '../renderers/renderers.ts'
import '../styles.css'
import { ThreadworkRoot } from '../theme/ThreadworkRoot.tsx'
import { Thread, type ThreadProps } from './Thread.tsx'

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

const skill = (key: string, change: Partial<SkillItem> = {}): SkillItem => ({
  kind: 'skill',
  id: key,
  key,
  runId: null,
  at: 1_760_000_000_000,
  skillName: `Skill ${key}`,
  skillId: null,
  occurrence: 1,
  status: 'completed',
  error: null,
  startedAt: null,
  endedAt: null,
  ...change,
})

const form: FormItem = {
  kind: 'form',
  id: 'f1',
  key: 'f1',
  runId: null,
  at: 1_760_000_000_000,
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

const thread = (items: readonly Item[], change: Partial<ThreadProps> = {}) => (
  <ThreadworkRoot style={{ blockSize: 400, inlineSize: 500 }}>
    <Thread items={items} {...change} />
  </ThreadworkRoot>
)

const scrollerOf = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[role=log]')
  if (!found) throw new Error('The thread has no log.')
  return found
}
const distanceToEnd = (): number => {
  const log = scrollerOf()
  return Math.round(log.scrollHeight - log.clientHeight - log.scrollTop)
}
const many = (count: number): readonly MessageItem[] =>
  Array.from({ length: count }, (_, index) => message(`m${index}`))

test('renders a row again only when its own item changes', async () => {
  const renders = new Map<string, number>()
  const Counted = ({ item }: ItemRendererProps<'message'>) => {
    renders.set(item.key, (renders.get(item.key) ?? 0) + 1)
    return <p>{item.text}</p>
  }
  const renderers: Renderers = { kinds: { message: Counted } }
  const counted = (items: readonly Item[]) => (
    <RenderersProvider value={renderers}>{thread(items)}</RenderersProvider>
  )
  const [first, second, third] = [message('a'), message('b'), message('c')]
  const screen = await render(counted([first, second, skill('s')]))
  renders.clear()

  await screen.rerender(
    counted([first, { ...second, text: 'Edited' }, skill('s', { status: 'failed' }), third]),
  )

  await expect.element(screen.getByText('Edited')).toBeVisible()
  expect([...renders]).toEqual([
    ['b', 1],
    ['c', 1],
  ])
})

test('keeps element, focus and caret of a form while everything around it changes', async () => {
  const screen = await render(thread([message('a'), form]))
  const field = screen.getByRole('textbox', { name: 'Full name' })
  await field.fill('Ada Moreau')
  const before = field.element() as HTMLInputElement
  before.setSelectionRange(3, 3)

  await screen.rerender(
    thread([message('0'), message('a', { text: 'Edited' }), skill('s'), form, skill('t'), message('z')], {
      phase: 'ai-running',
    }),
  )

  const after = screen.getByRole('textbox', { name: 'Full name' }).element() as HTMLInputElement
  expect(after).toBe(before)
  expect([after.value, after.selectionStart, document.activeElement]).toEqual(['Ada Moreau', 3, after])
})

test('draws consecutive skills together and keeps their elements while others join', async () => {
  const first = skill('s1')
  const screen = await render(thread([message('a'), first]))
  const before = document.querySelector('[data-twk-id=s1]')

  await screen.rerender(thread([message('a'), first, skill('s2'), message('b'), skill('s3')]))

  await expect.poll(() => document.querySelectorAll('.twk-skills').length).toBe(2)
  expect(document.querySelector('[data-twk-id=s1]')).toBe(before)
})

test('follows the end while the reader is there', async () => {
  const screen = await render(thread(many(30)))
  await expect.poll(distanceToEnd).toBe(0)

  await screen.rerender(thread([...many(30), message('new')]))

  await expect.element(screen.getByText('Message new')).toBeVisible()
  await expect.poll(distanceToEnd).toBe(0)
})

test('leaves the reader alone who scrolled up, until they ask for the latest', async () => {
  const screen = await render(thread(many(30)))
  await expect.poll(distanceToEnd).toBe(0)
  scrollerOf().scrollTop = 100
  await expect.element(screen.getByRole('button', { name: 'Jump to latest' })).toBeVisible()

  await screen.rerender(thread([...many(30), message('new')]))
  expect(scrollerOf().scrollTop).toBe(100)
  await screen.getByRole('button', { name: 'Jump to latest' }).click()

  await expect.poll(distanceToEnd).toBe(0)
  await expect.element(screen.getByRole('button', { name: 'Jump to latest' })).not.toBeInTheDocument()
})

test('goes to the end for a message of the person’s own', async () => {
  const screen = await render(thread(many(30)))
  scrollerOf().scrollTop = 100
  await expect.element(screen.getByRole('button', { name: 'Jump to latest' })).toBeVisible()

  await screen.rerender(thread([...many(30), message('mine', { role: 'user', status: 'pending', at: null })]))

  await expect.poll(distanceToEnd).toBe(0)
})

test('keeps the typing indicator last', async () => {
  const screen = await render(thread([message('a')], { phase: 'skill-running' }))

  await screen.rerender(thread([message('a'), message('b')], { phase: 'ai-running' }))

  const typing = screen.getByLabelText('Assistant is working').element()
  expect(typing.parentElement?.lastElementChild).toBe(typing)
})

test('announces a finished message once, and nothing on the first load', async () => {
  const region = () => document.querySelector('.twk-announcer')?.textContent
  const screen = await render(thread([message('a')]))
  expect(region()).toBe('')

  await screen.rerender(thread([message('a'), message('b', { status: 'streaming', text: 'Hel' })]))
  expect(region()).toBe('')
  await screen.rerender(thread([message('a'), message('b', { text: 'Hello' })]))

  await expect.poll(region).toBe('Assistant: Hello.')
  await expect.element(screen.getByRole('log', { name: 'Conversation' })).toHaveAttribute('aria-live', 'off')
})

test('parts the days and offers suggestions where nothing was said yet', async () => {
  const said: string[] = []
  const screen = await render(
    thread([], { suggestions: ['Show my orders'], onSuggest: (text) => void said.push(text) }),
  )
  await screen.getByRole('button', { name: 'Show my orders' }).click()
  expect(said).toEqual(['Show my orders'])

  const day = 86_400_000
  await screen.rerender(thread([message('a'), message('b', { at: 1_760_000_000_000 + 2 * day })]))

  await expect.poll(() => document.querySelectorAll('.twk-day').length).toBe(2)
})
