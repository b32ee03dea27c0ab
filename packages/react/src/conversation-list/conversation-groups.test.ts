import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupByAge, type ConversationSummary } from './conversation-groups.ts'

const seed = Number(process.env['SEED'] ?? Date.now())
const now = new Date(2026, 10, 21, 15, 30).getTime()
const conversation = (id: string, updatedAt: number): ConversationSummary => ({ id, title: id, updatedAt })

test('parts conversations by calendar day, newest first', () => {
  const list = [
    conversation('last week', new Date(2026, 10, 16, 9).getTime()),
    conversation('this morning', new Date(2026, 10, 21, 0, 0).getTime()),
    conversation('late yesterday', new Date(2026, 10, 20, 23, 59).getTime()),
    conversation('long ago', new Date(2025, 0, 1).getTime()),
    conversation('just now', now),
  ]

  const groups = groupByAge(list, now)

  expect(groups.map((group) => [group.age, ...group.conversations.map(({ id }) => id)])).toEqual([
    ['today', 'just now', 'this morning'],
    ['yesterday', 'late yesterday'],
    ['week', 'last week'],
    ['older', 'long ago'],
  ])
})

test('shows each conversation exactly once, in one order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: now + 86_400_000 })), (times) => {
      const list = times.map((at, index) => conversation(`c${index}`, at))

      const shown = groupByAge(list, now).flatMap((group) => group.conversations)

      expect(shown.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort())
      expect(shown.map(({ updatedAt }) => updatedAt)).toEqual(times.toSorted((left, right) => right - left))
    }),
    { seed },
  )
})
