import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FactsRecord } from '../store/run-records.ts'
import { type FactsChange, changeFacts } from './change-facts.ts'
import { newFacts } from './conversation-facts.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const blank: FactsRecord = newFacts(
  { clock: { now: () => 0 }, makeId: (prefix) => prefix },
  { conversationId: 'c1', teamId: 'team', userId: 'ada' },
)
const facts = (known: Partial<FactsRecord> = {}): FactsRecord => ({ ...blank, ...known })

const caused: readonly (readonly [FactsChange, Partial<FactsRecord>, string | null])[] = [
  [{ type: 'set-status', status: 'open' }, { status: 'resolved' }, 'conversation-opened'],
  [{ type: 'set-status', status: 'open' }, {}, null],
  [{ type: 'set-status', status: 'resolved' }, {}, 'conversation-resolved'],
  [{ type: 'set-status', status: 'resolved' }, { status: 'resolved' }, null],
  [{ type: 'end' }, {}, 'conversation-resolved'],
  [{ type: 'end' }, { status: 'resolved' }, null],
  [{ type: 'set-starred', isStarred: true }, {}, 'conversation-starred'],
  [{ type: 'set-starred', isStarred: true }, { isStarred: true }, null],
  [{ type: 'set-starred', isStarred: false }, { isStarred: true }, null],
  [{ type: 'add-labels', labels: ['vip'] }, {}, 'label-added'],
  [{ type: 'add-labels', labels: [' VIP '] }, { labels: ['vip'] }, null],
  [{ type: 'remove-labels', labels: ['Vip'] }, { labels: ['vip'] }, 'label-removed'],
  [{ type: 'remove-labels', labels: ['vip'] }, {}, null],
  [{ type: 'assign', to: 'human', assignee: 'bob' }, {}, 'human-assigned'],
  [
    { type: 'assign', to: 'ai', assignee: 'Iris' },
    { assignee: { to: 'human', name: 'Iris' } },
    'ai-assigned',
  ],
  [{ type: 'assign', to: 'ai', assignee: 'Iris' }, { assignee: { to: 'ai', name: 'Iris' } }, null],
  [{ type: 'unassign' }, { assignee: { to: 'ai', name: 'Iris' } }, null],
  [{ type: 'add-signals', signals: ['churn'] }, {}, null],
  [{ type: 'set-channel', channel: 'whatsapp' }, {}, null],
]

test.each(caused)('%j on %j causes %s', (change, known, event) => {
  const { events } = changeFacts(facts(known), change, 1)

  expect(events.map(({ type }) => type)).toEqual(event === null ? [] : [event])
})

test('tells which labels came and went, and no others', () => {
  const known = facts({ labels: ['vip', 'Berlin'] })

  const added = changeFacts(known, { type: 'add-labels', labels: ['urgent', 'VIP', 'urgent', ''] }, 1)
  const removed = changeFacts(known, { type: 'remove-labels', labels: ['berlin', 'gone'] }, 1)

  expect(added.events).toEqual([{ type: 'label-added', labels: ['urgent'] }])
  expect(added.facts.labels).toEqual(['vip', 'Berlin', 'urgent'])
  expect(removed.events).toEqual([{ type: 'label-removed', labels: ['Berlin'] }])
})

test('remembers when a conversation ended, until it is opened again', () => {
  const ended = changeFacts(facts(), { type: 'end' }, 7).facts
  const opened = changeFacts(ended, { type: 'set-status', status: 'open' }, 9).facts

  expect([ended.status, ended.endedAt, opened.status, opened.endedAt]).toEqual(['resolved', 7, 'open', null])
})

const words = fc.array(fc.constantFrom('vip', 'VIP', ' vip', 'urgent', '', 'Straße', '__proto__'), {
  maxLength: 5,
})
const changes: fc.Arbitrary<FactsChange> = fc.oneof(
  words.map((labels): FactsChange => ({ type: 'add-labels', labels })),
  words.map((labels): FactsChange => ({ type: 'remove-labels', labels })),
  words.map((signals): FactsChange => ({ type: 'add-signals', signals })),
  fc.constantFrom<FactsChange>(
    { type: 'end' },
    { type: 'unassign' },
    { type: 'set-starred', isStarred: true },
  ),
  fc.constantFrom('open', 'resolved').map((status): FactsChange => ({ type: 'set-status', status })),
  fc.constantFrom('human', 'ai').map((to): FactsChange => ({ type: 'assign', to, assignee: 'x' })),
)

test(`causes nothing the second time, and keeps each word once (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 20 }), changes, (before, change) => {
      const known = before.reduce((state, each) => changeFacts(state, each, 1).facts, facts())

      const once = changeFacts(known, change, 2).facts
      const twice = changeFacts(once, change, 3)

      expect(twice).toEqual({ facts: once, events: [] })
      for (const list of [once.labels, once.signals]) {
        expect(new Set(list.map((word) => word.trim().toLowerCase())).size).toBe(list.length)
      }
    }),
    { seed },
  )
})
