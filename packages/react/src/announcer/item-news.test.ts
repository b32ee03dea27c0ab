import type { ApprovalItem, Item, MessageItem, SkillItem, WorkflowItem } from '@threadwork/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createItemNews, type News } from './item-news.ts'
import { isOpen, standingOf } from './standing.ts'

const seed = Number(process.env['SEED'] ?? Date.now())

const base = (key: string, at: number | null) => ({ id: key, key, runId: null, at })
const message = (key: string, change: Partial<MessageItem> = {}): MessageItem => ({
  ...base(key, change.at ?? 1000),
  kind: 'message',
  role: 'agent',
  messageId: null,
  text: `text of ${key}`,
  status: 'complete',
  submission: null,
  ...change,
})
// Only the fields that a listener's view of them reads.
const skill = (key: string, status: SkillItem['status']): Item =>
  ({ ...base(key, 1000), kind: 'skill', skillName: key, status, error: null }) as unknown as SkillItem
const approval = (key: string, status: ApprovalItem['status'], change: Partial<ApprovalItem> = {}): Item =>
  ({
    ...base(key, 1000),
    kind: 'approval',
    skillName: key,
    status,
    submission: null,
    by: null,
    ...change,
  }) as unknown as ApprovalItem

const many = (count: number): readonly Item[] =>
  Array.from({ length: count }, (_, index) => message(`old ${index}`))

const listening = (items: readonly Item[]) => {
  const news = createItemNews()
  news.take(items)
  return news
}
const told = (news: readonly News[]): readonly string[] =>
  news.map(({ topic, moment }) => `${topic} ${moment?.type ?? 'nothing'}`)

describe('what is news of a list of items', () => {
  test('is a message when it is finished, once, and none of its pieces', () => {
    const news = listening([])

    const steps = [
      news.since([message('m', { status: 'streaming', text: 'Hel' })]),
      news.since([message('m', { status: 'streaming', text: 'Hello' })]),
      news.since([message('m')]),
      news.since([message('m', { text: 'Edited' })]),
      news.since([message('m', { status: 'streaming' })]),
      news.since([message('m')]),
    ]

    expect(steps.map((step) => step.filter(({ moment }) => moment !== null).length)).toEqual([
      0, 0, 1, 0, 0, 0,
    ])
  })

  test('is nothing of a first read, nor of older pages that are loaded above it', () => {
    const items = [message('a', { at: 50 }), approval('b', 'awaiting')]
    const news = listening(items)

    const older = [message('x', { at: 10 }), skill('y', 'running'), message('z', { at: 30 })]
    const page = older.map((item) => ({ ...item, at: 20 }))

    expect(news.since([...page, ...items])).toEqual([])
  })

  test('is a card that was answered: what waits to be said of it is out of date', () => {
    const news = listening([])

    const asked = news.since([approval('a', 'awaiting')])
    const answered = news.since([approval('a', 'approved', { by: 'me' })])

    expect(told(asked)).toEqual(['a approval'])
    expect(told(answered)).toEqual(['a nothing'])
  })

  test('is a message that could not be sent, each time', () => {
    const failed = (status: 'failed' | 'sending', text = '') =>
      message('u', {
        role: 'user',
        status: 'pending',
        text,
        submission: { intentId: 'i' as never, status, choice: null, problem: null, fieldErrors: {} },
      })
    const news = listening([])

    const types = [failed('failed'), failed('sending'), failed('failed')].map((item) =>
      told(news.since([item])),
    )

    expect(types).toEqual([['u not-sent'], ['u nothing'], ['u not-sent']])
  })

  test('is a change of a card far above the end', () => {
    const items = [approval('a', 'running'), ...many(500)]
    const news = listening(items)

    expect(told(news.since([approval('a', 'completed'), ...items.slice(1)]))).toEqual(['a skill-done'])
  })
})

/** One thing that happens to a list. */
const change = fc.oneof(
  { weight: 4, arbitrary: fc.constant('append' as const) },
  { weight: 4, arbitrary: fc.constant('finish' as const) },
  { weight: 1, arbitrary: fc.constant('remove' as const) },
  { weight: 1, arbitrary: fc.constant('page' as const) },
  { weight: 2, arbitrary: fc.constant('insert' as const) },
  { weight: 1, arbitrary: fc.constant('swap' as const) },
)

let made = 0
const born = (chance: number): Item => {
  made += 1
  const key = `k${made}`
  const kinds = [
    () => message(key, { status: 'streaming' }),
    () => message(key),
    () => skill(key, 'running'),
    () => approval(key, 'awaiting'),
  ]
  return (kinds[chance % kinds.length] ?? kinds[0]!)()
}
const finished = (item: Item): Item => {
  if (item.kind === 'message') return { ...item, status: 'complete' }
  if (item.kind === 'skill' || item.kind === 'approval') return { ...item, status: 'completed' }
  return item
}
const applied = (
  items: readonly Item[],
  what: 'append' | 'finish' | 'remove' | 'page' | 'insert' | 'swap',
  chance: number,
): readonly Item[] => {
  const near = Math.max(0, items.length - 1 - (chance % 20))
  switch (what) {
    case 'append':
      return [...items, born(chance)]
    case 'finish': {
      const alive = items.filter(isOpen)
      const chosen = alive[chance % Math.max(1, alive.length)]
      return items.map((item) => (item === chosen ? finished(item) : item))
    }
    case 'remove':
      return items.filter((_, index) => index !== near)
    case 'page':
      return [
        ...Array.from({ length: 1 + (chance % 5) }, (_, index) => ({ ...born(chance + index), at: 1 })),
        ...items,
      ]
    case 'insert':
      return items.toSpliced(near, 0, born(chance))
    case 'swap': {
      const item = items[near]
      return item ? [...items.toSpliced(near, 1), item] : items
    }
  }
}

const alive = (): readonly Item[] => Array.from({ length: 3 }, (_, index) => born(index * 2))

/** The same rules, by looking at every item each time. */
const createFullScan = (first: readonly Item[]) => {
  const said = new Map(first.map((item) => [item.key, new Set([standingOf(item).mark])]))
  const newestAt = Math.max(-Infinity, ...first.map(({ at }) => at ?? -Infinity))
  return (items: readonly Item[]): readonly string[] =>
    items.flatMap((item) => {
      const { mark, moment } = standingOf(item)
      const marks = said.get(item.key)
      said.set(item.key, new Set([...(marks ?? []), mark]))
      const isPast = marks === undefined && item.at !== null && item.at < newestAt
      return isPast || marks?.has(mark) ? [] : [`${item.key} ${moment?.type ?? 'nothing'}`]
    })
}

test('finds, from the end, all that a look at every item finds, in conversations of any length', () => {
  const script = fc.array(fc.array(fc.tuple(change, fc.nat(10_000)), { minLength: 1, maxLength: 4 }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(fc.nat(120), script, (length, steps) => {
      let items: readonly Item[] = [...alive(), ...many(length), ...alive()]
      const news = listening(items)
      const scan = createFullScan(items)

      for (const step of steps) {
        for (const [what, chance] of step) items = applied(items, what, chance)
        expect(told(news.since(items)).toSorted()).toEqual(scan(items).toSorted())
      }
    }),
    { seed },
  )
})

test('looks at as many items for a delta or an append in a conversation of 100,000 as in one of 100', () => {
  const reads = (length: number, change: (items: readonly Item[]) => readonly Item[]): number => {
    const items = [...many(length), message('m', { status: 'streaming' })]
    const news = listening(items)
    let count = 0
    const next = new Proxy([...change(items)], {
      get: (target, name) => {
        count += 1
        return Reflect.get(target, name) as unknown
      },
    })
    news.since(next)
    return count
  }
  const delta = (items: readonly Item[]) => [
    ...items.slice(0, -1),
    message('m', { status: 'streaming', text: 'more' }),
  ]
  const append = (items: readonly Item[]) => [...items, message('n')]

  for (const step of [delta, append]) {
    expect(reads(100_000, step)).toBe(reads(100, step))
    expect(reads(100, step)).toBeLessThan(50)
  }
})

describe('what is news of a workflow with companions', () => {
  // Only the fields that a listener hears of.
  const workflow = (...steps: readonly (readonly [id: string, status: string, lane?: string])[]): Item =>
    ({
      ...base('w', 1000),
      kind: 'workflow',
      name: 'Refund',
      status: 'running',
      steps: steps.map(([stepId, status, lane = null]) => ({
        stepId,
        message: stepId,
        status,
        lane,
        error: status === 'failed' ? 'No answer.' : null,
        attempts: 1,
      })),
    }) as unknown as WorkflowItem

  test('is each beginning, in the main lane and beside it, and a failure beside it', () => {
    const news = listening([])

    const steps = [
      news.since([workflow(['s1', 'running'])]),
      news.since([workflow(['s1', 'running'], ['c1', 'running', 'bell'])]),
      news.since([workflow(['s1', 'completed'], ['c1', 'failed', 'bell'], ['s2', 'running'])]),
      news.since([workflow(['s1', 'completed'], ['c1', 'failed', 'bell'], ['s2', 'running'])]),
    ]

    expect(steps.map(told)).toEqual([
      ['w step'],
      ['w c1 background'],
      ['w step', 'w c1 background-failed'],
      [],
    ])
    expect(steps[2]?.[0]?.moment).toMatchObject({ type: 'step', step: 2, steps: 2 })
  })

  test('is nothing of what had happened before anybody listened', () => {
    const news = listening([workflow(['s1', 'running'], ['c1', 'failed', 'bell'])])

    expect(
      news.since([workflow(['s1', 'running'], ['c1', 'failed', 'bell'], ['c2', 'pending', 'bell'])]),
    ).toEqual([{ topic: 'w c2', moment: null }])
  })
})
