import type { Item, Link, MessageItem, Phase, SessionState } from '@threadwork/core'

/** What a page has been told of a conversation so far. */
export interface Told {
  /** Keys of the agent's messages that are whole; `null` before the conversation stood there. */
  readonly heard: ReadonlySet<string> | null
  /** Ids of the cards that wait. */
  readonly waiting: readonly string[]
  readonly phase: Phase | null
  readonly link: Link | null
}

export type News =
  | { readonly type: 'ready' }
  | { readonly type: 'message'; readonly item: MessageItem }
  | { readonly type: 'needs-you'; readonly items: readonly Item[] }
  | { readonly type: 'phase'; readonly phase: Phase; readonly link: Link }

export const nothingTold: Told = { heard: null, waiting: [], phase: null, link: null }

const isWaiting = (item: Item): boolean => {
  switch (item.kind) {
    case 'approval':
    case 'form':
      return item.status === 'awaiting' && !item.submission
    case 'connection':
      return item.status === 'auth-required'
    case 'message':
    case 'skill':
    case 'workflow':
    case 'notice':
      return false
  }
}

const isWhole = (item: Item): item is MessageItem =>
  item.kind === 'message' && item.role === 'agent' && item.status === 'complete'

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((id, index) => id === right[index])

const messageNews = (
  told: Told,
  state: SessionState,
): readonly [ReadonlySet<string> | null, readonly News[]] => {
  if (state.history !== 'ready') return [told.heard, []]
  const whole = state.items.filter(isWhole)
  if (told.heard === null) return [new Set(whole.map(({ key }) => key)), [{ type: 'ready' }]]
  const { heard } = told
  const fresh = whole.filter(({ key }) => !heard.has(key))
  if (fresh.length === 0) return [heard, []]
  return [
    new Set([...heard, ...fresh.map(({ key }) => key)]),
    fresh.map((item) => ({ type: 'message', item })),
  ]
}

/** What is new in a state to whom was told so much, and what has been told then. */
export const newsOf = (told: Told, state: SessionState): readonly [Told, readonly News[]] => {
  const [heard, messages] = messageNews(told, state)
  const items = state.items.filter(isWaiting)
  const waiting = items.map(({ id }) => id)
  const { phase, link } = state
  const news: News[] = [...messages]
  if (!isSame(waiting, told.waiting)) news.push({ type: 'needs-you', items })
  if (phase !== told.phase || link !== told.link) news.push({ type: 'phase', phase, link })
  return [
    { heard, waiting: news.some(({ type }) => type === 'needs-you') ? waiting : told.waiting, phase, link },
    news,
  ]
}
