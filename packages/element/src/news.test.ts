import type { Item, MessageId, MessageItem, NoticeItem, SessionState } from '@threadwork/core'
import { assert, constantFrom, array, boolean, nat, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import { newsOf, nothingTold, type News, type Told } from './news.ts'

const message = (key: string, change: Partial<MessageItem> = {}): MessageItem => ({
  kind: 'message',
  id: key,
  key,
  runId: null,
  at: null,
  role: 'agent',
  messageId: key as MessageId, // written by hand here
  text: key,
  status: 'complete',
  submission: null,
  ...change,
})

const state = (items: readonly Item[], change: Partial<SessionState> = {}): SessionState => ({
  items,
  phase: 'idle',
  queue: [],
  link: 'live',
  recovery: null,
  isStopped: false,
  history: 'ready',
  problem: null,
  storageProblem: null,
  ...change,
})

const follow = (states: readonly SessionState[]): readonly News[] => {
  let told: Told = nothingTold
  return states.flatMap((each) => {
    const [next, news] = newsOf(told, each)
    told = next
    return news
  })
}

const keysOf = (news: readonly News[]): readonly string[] =>
  news.flatMap((each) => (each.type === 'message' ? [each.item.key] : []))

it('tells nothing of the messages that were there before', () => {
  const news = follow([state([], { history: 'loading' }), state([message('a'), message('b')])])

  expect(keysOf(news)).toEqual([])
  expect(news.filter(({ type }) => type === 'ready')).toHaveLength(1)
})

it('tells of a message when it is whole, and not while it is written', () => {
  const news = follow([
    state([]),
    state([message('a', { status: 'streaming' })]),
    state([message('a', { status: 'streaming', text: 'more' })]),
    state([message('a')]),
    state([message('a'), message('mine', { role: 'user' })]),
  ])

  expect(keysOf(news)).toEqual(['a'])
})

it('tells of a phase and of the cards that wait only when they change', () => {
  const notice: NoticeItem = {
    kind: 'notice',
    id: 'n',
    key: 'n',
    runId: null,
    at: null,
    notice: 'events-expired',
  }
  const news = follow([state([]), state([notice]), state([notice], { phase: 'ai-running' })])

  expect(news.filter(({ type }) => type === 'phase')).toHaveLength(2)
  expect(news.filter(({ type }) => type === 'needs-you')).toEqual([])
})

it('tells of each message once, in whatever order states come', () => {
  const anyMessage = record({ key: constantFrom('a', 'b', 'c', 'd'), isWhole: boolean() })
  const anyStates = array(record({ messages: array(anyMessage), isReady: boolean(), at: nat(3) }))

  assert(
    property(anyStates, (drawn) => {
      const states = drawn.map(({ messages, isReady }) =>
        state(
          messages.map(({ key, isWhole }) => message(key, { status: isWhole ? 'complete' : 'streaming' })),
          { history: isReady ? 'ready' : 'loading' },
        ),
      )
      const unique = (items: readonly Item[]): readonly Item[] => [
        ...new Map(items.map((item) => [item.key, item])).values(),
      ]

      const keys = keysOf(follow(states.map((each) => ({ ...each, items: unique(each.items) }))))

      expect(new Set(keys).size).toBe(keys.length)
    }),
    { seed: Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31)) },
  )
})
