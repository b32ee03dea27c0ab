import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Conversation } from './conversation.ts'
import type { ConversationEvent } from './events.ts'
import type { Fact } from './facts.ts'
import type { CallId, MessageId, RunId } from './ids.ts'
import type { Item } from './items.ts'
import { createLedger } from './ledger.ts'
import { reduce } from './reduce.ts'
import {
  type Story,
  start,
  story,
  storyApart,
  shuffled,
  shuffledApart,
  message,
  allOf,
  none,
  viewOf,
  ledgerOf,
} from './fixtures/stories.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const runs = Number(process.env['RUNS'] ?? 200)
const check = <Args extends [unknown, ...unknown[]]>(property: fc.IProperty<Args>): void =>
  fc.assert(property, { seed, numRuns: runs })

const isTerminal = (item: Item): boolean =>
  (item.kind === 'skill' || item.kind === 'approval') &&
  (item.status === 'completed' || item.status === 'failed')
const isAlive = (item: Item): boolean =>
  (item.kind === 'skill' && item.status === 'running') ||
  (item.kind === 'approval' && (item.status === 'awaiting' || item.status === 'running'))
const messageIds = (view: Conversation): readonly string[] =>
  view.items.filter(({ kind }) => kind === 'message').map(({ id }) => id)
const messageTimes = (view: Conversation): readonly (number | null)[] =>
  view.items.filter(({ kind }) => kind === 'message').map(({ at }) => at)
const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value // plain data keeps its shape

describe(`the laws of recovery (SEED=${seed})`, () => {
  test('idempotence: joining the same facts again changes nothing, not even an identity', () => {
    check(
      fc.property(story, (drawn) => {
        const ledger = ledgerOf(allOf(drawn))
        const before = reduce(ledger, none)

        const news = allOf(drawn).filter((fact) => ledger.add(copyOf(fact)))

        expect(news).toEqual([])
        expect(reduce(ledger, none)).toBe(before)
      }),
    )
  })

  test('commutativity: any order of arrival gives the same view', () => {
    check(
      fc.property(shuffled, ({ facts, shuffled: order }) => {
        expect(viewOf(order)).toEqual(viewOf(facts))
      }),
    )
  })

  test('a reduction that goes on equals one that starts anew, after every single fact', () => {
    check(
      fc.property(shuffled, ({ shuffled: order }) => {
        const ledger = createLedger()

        for (const [index, fact] of order.entries()) {
          ledger.add(fact)
          expect(reduce(ledger, none)).toEqual(viewOf(order.slice(0, index + 1)))
        }
      }),
    )
  })

  test('convergence: what was live equals what is rebuilt from pages that overlap', () => {
    check(
      fc.property(story, fc.nat(), (drawn, cut) => {
        const seen = drawn.live.slice(0, cut % (drawn.live.length + 1))
        const rebuilt = [...drawn.live.toReversed(), ...drawn.history.toReversed()]

        expect(viewOf([...seen, ...drawn.local, ...rebuilt])).toEqual(viewOf(allOf(drawn)))
      }),
    )
  })

  const rebuiltWithout = (drawn: Story, cut: number) => {
    const kept = drawn.live.slice(cut % (drawn.live.length + 1))
    const rebuild = viewOf([...kept, ...drawn.history])
    const joined = viewOf([...drawn.live, ...kept, ...drawn.history])
    return { rebuild, joined }
  }

  test('convergence under retention: no message moves when the backend forgot old events', () => {
    check(
      fc.property(storyApart, fc.nat(), (drawn, cut) => {
        const { rebuild, joined } = rebuiltWithout(drawn, cut)

        expect(messageIds(joined)).toEqual(messageIds(rebuild))
      }),
    )
  })

  test('convergence under retention: of several messages in one millisecond none is lost, nor leaves it', () => {
    check(
      fc.property(story, fc.nat(), (drawn, cut) => {
        const { rebuild, joined } = rebuiltWithout(drawn, cut)

        expect(messageTimes(joined)).toEqual(messageTimes(rebuild))
        expect(messageIds(joined).toSorted()).toEqual(messageIds(rebuild).toSorted())
      }),
    )
  })

  test('of two messages in one millisecond, the one whose event was forgotten stands last', () => {
    const of = (seq: number, messageId: string): Fact => ({
      type: 'event',
      event: {
        type: 'message',
        runId: 'r1' as RunId,
        seq,
        at: start,
        eventId: null,
        messageId: messageId as MessageId,
        text: 'x',
      },
    })
    const history = [message('m2', 'agent', 'x', start), message('m1', 'agent', 'x', start)]
    const live = [of(8, 'm1'), of(9, 'm2')]

    expect(messageIds(viewOf([...live, ...history]))).toEqual(['m1', 'm2'])
    expect(messageIds(viewOf([...live.slice(1), ...history]))).toEqual(['m2', 'm1'])
  })

  test('monotone detail: facts only add; nothing runs again and no message moves', () => {
    check(
      fc.property(shuffledApart, ({ shuffled: order }) => {
        const ledger = createLedger()
        let known: readonly string[] = []
        let terminal = 0
        const ended = new Set<string>()

        for (const fact of order) {
          ledger.add(fact)
          if (fact.type === 'event' && fact.event.type === 'turn-ended') ended.add(fact.event.runId ?? '')
          const view = reduce(ledger, none)
          const ids = messageIds(view)
          const terminalNow = view.items.filter(isTerminal).length

          expect(ids.filter((id) => known.includes(id))).toEqual(known)
          expect(terminalNow).toBeGreaterThanOrEqual(terminal)
          expect(view.items.filter((item) => isAlive(item) && ended.has(item.runId ?? ''))).toEqual([])
          known = ids
          terminal = terminalNow
        }
      }),
    )
  })

  test('prefix safety: no prefix of a stream shows a finished turn before its end arrived', () => {
    check(
      fc.property(story, (drawn) => {
        const ledger = createLedger()

        for (const fact of drawn.live) {
          ledger.add(fact)
          const isEnd = fact.type === 'event' && fact.event.type === 'turn-ended'
          expect(reduce(ledger, none).phase === 'idle').toBe(isEnd)
        }
      }),
    )
  })

  test('unknown events anywhere leave the view as it is', () => {
    check(
      fc.property(
        story,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9_000_000 })), { maxLength: 8 }),
        (drawn, extras) => {
          const facts = [...allOf(drawn)]
          const before = viewOf(facts)
          for (const [where, later] of extras) {
            const runId = (where % 3 === 0 ? null : `r${where % 6}`) as RunId | null
            const event = {
              type: 'unknown',
              name: 'x',
              payload: where,
              runId,
              seq: null,
              at: start + later,
              eventId: `x${where}`,
            }
            facts.splice(where % (facts.length + 1), 0, { type: 'event', event: event as ConversationEvent })
          }

          expect(viewOf(facts)).toEqual(before)
        },
      ),
    )
  })

  test('render stability: an item that says the same is the same object', () => {
    check(
      fc.property(shuffled, ({ shuffled: order }) => {
        const ledger = createLedger()
        let before: readonly Item[] = []

        for (const fact of order) {
          ledger.add(fact)
          const after = reduce(ledger, none).items
          for (const item of after) {
            const old = before.find(({ id }) => id === item.id)
            if (old && JSON.stringify(old) === JSON.stringify(item)) expect(item).toBe(old)
          }
          before = after
        }
      }),
    )
  })

  test('server outranks local: an event that contradicts an optimistic answer wins', () => {
    check(
      fc.property(
        fc.boolean(),
        fc.constantFrom('skill-completed' as const, 'skill-running'),
        (isEarly, type) => {
          const callId = 'c1' as CallId
          const base = {
            runId: 'r1' as RunId,
            at: start,
            eventId: null,
            skillName: 'Send',
            skillId: null,
            callId,
          }
          const asked = {
            ...base,
            seq: 1,
            type: 'approval-required',
            scope: 'skill',
            parameters: {},
            schema: [],
          } as const
          const local: Fact = { type: 'decision', decision: { callId, resolution: 'rejected', by: 'me' } }
          const server: Fact = { type: 'event', event: { ...base, seq: 2, type } }

          const items = viewOf([
            { type: 'event', event: asked },
            ...(isEarly ? [local, server] : [server, local]),
          ]).items

          expect(items).toHaveLength(1)
          expect(items[0]).toMatchObject({
            kind: 'approval',
            by: 'elsewhere',
            status: type === 'skill-running' ? 'running' : 'completed',
          })
        },
      ),
    )
  })
})

describe('the cost of an event', () => {
  const counted = (counter: { reads: number }, seq: number): Fact => {
    const event = {
      runId: 'r1' as RunId,
      seq,
      at: start + seq,
      eventId: null,
      messageId: `m${seq % 7}` as MessageId,
      text: 'x',
    }
    return {
      type: 'event',
      event: Object.defineProperty({ ...event, type: 'text-delta' as const }, 'type', {
        get: () => {
          counter.reads += 1
          return 'text-delta'
        },
      }),
    }
  }

  test('is the same after 20,000 events as after 20', () => {
    const costAt = (length: number): number => {
      const counter = { reads: 0 }
      const ledger = createLedger()
      for (let seq = 1; seq <= length; seq += 1) ledger.add(counted(counter, seq))
      reduce(ledger, none)
      counter.reads = 0
      ledger.add(counted(counter, length + 1))
      reduce(ledger, none)
      return counter.reads
    }

    expect(costAt(20_000)).toBe(costAt(20))
  })
})
