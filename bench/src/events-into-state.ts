import {
  createLedger,
  createStore,
  reduce,
  type ConversationEvent,
  type Fact,
  type Intent,
  type MessageId,
  type RunId,
} from '@threadwork/core'
import { measure, type Subject } from './measure.ts'
import { ratioOf, type Section } from './section.ts'

/** Events of streaming turns, as an adapter delivers them. */
const eventsOf = (turns: number, count: number): readonly Fact[] => {
  const perTurn = Math.round(count / turns)
  return Array.from({ length: turns }, (_, turn) =>
    Array.from({ length: perTurn }, (_, index): Fact => {
      const envelope = {
        runId: `r${turn}` as RunId,
        seq: index + 1,
        at: turn * 10_000 + index,
        eventId: null,
      }
      const event: ConversationEvent =
        index === 0
          ? { ...envelope, type: 'turn-started' }
          : index === perTurn - 1
            ? { ...envelope, type: 'turn-ended' }
            : { ...envelope, type: 'text-delta', messageId: `m${turn}` as MessageId, text: 'word ' }
      return { type: 'event', event }
    }),
  ).flat()
}

const frame = 16
const noIntents: readonly Intent[] = []

const throughCore = (facts: readonly Fact[]): void => {
  const ledger = createLedger()
  const store = createStore()
  const publish = (): void => store.setState(reduce(ledger, noIntents))
  let published = performance.now()
  for (let index = 0; index < facts.length; index += 1) {
    const fact = facts[index]
    if (fact) ledger.add(fact)
    // Looking at the clock for each event would be measured too.
    if (index % 256 === 0 && performance.now() - published >= frame) {
      publish()
      published = performance.now()
    }
  }
  publish()
}

// The floor: what any client has to do, without order, identity or duplicates.
const intoMap = (facts: readonly Fact[]): void => {
  const texts = new Map<string, string>()
  for (const fact of facts)
    if (fact.type === 'event' && fact.event.type === 'text-delta')
      texts.set(fact.event.messageId, (texts.get(fact.event.messageId) ?? '') + fact.event.text)
}

const count = 100_000
const few = eventsOf(45, count)
const many = eventsOf(450, count)
const rebuilt = eventsOf(500, 10_000)

const subjects: readonly Subject[] = [
  { name: 'mutable map, 450 turns (floor)', size: count, run: () => intoMap(many) },
  { name: 'ledger, reducer and store, 45 turns', size: count, run: () => throughCore(few) },
  { name: 'ledger, reducer and store, 450 turns', size: count, run: () => throughCore(many) },
  {
    name: 'rebuild of 10,000 events, newest first',
    size: 10_000,
    run: () => throughCore(rebuilt.toReversed()),
  },
]

/** S3: 100,000 events into the state that a page shows, published once a frame. */
export const eventsIntoState: Section = {
  id: 's3',
  title: 'Events into state',
  async measure() {
    const figures = await measure(subjects, 'ns an event')
    return {
      figures,
      ratios: [
        {
          name: '450 turns to 45 turns',
          value: ratioOf(
            figures,
            'ledger, reducer and store, 450 turns',
            'ledger, reducer and store, 45 turns',
          ),
          atMost: 1.1,
        },
      ],
    }
  },
}
