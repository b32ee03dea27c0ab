import { describe, expect, test } from 'vitest'
import type { Condition, Operator } from '../condition.ts'
import type { Json } from '../json.ts'
import { compilePattern } from './compile-pattern.ts'
import { conditionProblems } from './condition-problems.ts'
import { runScope } from './fixtures/run-scope.ts'
import { holds } from './holds.ts'

const world = {
  conversation: { status: 'open', labels: ['VIP', 'Urgent'], starred: true },
  message: { text: 'Please CANCEL my order' },
  contact: { age: 42, since: '2026-01-31', note: '', tags: [], plan: 'Enterprise' },
}
const scope = runScope({ variables: { key: 'x' }, secretNames: ['key'] }, { world })

describe('a comparison', () => {
  test.each<[string, Operator, Json, boolean]>([
    ['conversation.status', 'equals', 'Open', true],
    ['conversation.status', 'not-equals', 'open', false],
    ['conversation.starred', 'equals', true, true],
    ['conversation.starred', 'equals', 'true', true],
    ['conversation.labels', 'contains', 'vip', true],
    ['conversation.labels', 'contains', 'vi', false],
    ['conversation.labels', 'not-contains', 'spam', true],
    ['message.text', 'contains', 'cancel', true],
    ['message.text', 'starts-with', 'please', true],
    ['message.text', 'ends-with', 'ORDER', true],
    ['contact.age', 'equals', '42.0', true],
    ['contact.age', 'greater-than', 41, true],
    ['contact.age', 'greater-than', 42, false],
    ['contact.age', 'less-than', '100', true],
    ['contact.age', 'less-than', 'abc', false],
    ['contact.since', 'less-than', '2026-02-01', true],
    ['contact.missing', 'less-than', 5, false],
    ['contact.note', 'is-empty', null, true],
    ['contact.tags', 'is-empty', null, true],
    ['contact.missing', 'is-filled', null, false],
    ['contact.age', 'is-filled', null, true],
    ['message.text', 'matches', '^please\\s+cancel', true],
    ['message.text', 'matches', 'cancel$', false],
    ['message.text', 'matches', '(', false],
    ['key', 'equals', 'x', false],
  ])('%s %s %j: %s', (path, operator, value, expected) => {
    expect(holds({ path, operator, value }, scope)).toBe(expected)
  })
})

describe('a condition', () => {
  const yes: Condition = { path: 'contact.age', operator: 'equals', value: 42 }
  const no: Condition = { not: yes }

  test.each<[Condition, boolean]>([
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ not: { all: [yes, { any: [no] }] } }, true],
  ])('%j: %s', (condition, expected) => {
    expect(holds(condition, scope)).toBe(expected)
  })

  test.each([null, 7, 'text', {}, { all: 1 }, { path: 1 }, { path: 'a', operator: 'like', value: 1 }])(
    'that is none does not hold, and says why: %j',
    (value) => {
      const condition = JSON.parse(JSON.stringify(value)) as Condition

      expect(conditionProblems(condition).length).toBeGreaterThan(0)
      expect(holds(condition, scope)).toBe(false)
    },
  )

  test('nested without end neither holds nor throws', () => {
    let deep: Condition = yes
    for (let level = 0; level < 100_000; level += 1) deep = { all: [deep] }

    expect(holds(deep, scope)).toBe(false)
    expect(conditionProblems(deep)).toHaveLength(1)
  })

  test('tells where a pattern is wrong', () => {
    const condition = { all: [yes, { not: { path: 'a', operator: 'matches', value: '(?=x)' } }] }

    expect(conditionProblems(condition)).toEqual([
      { path: 'all.1.not.value', sentence: expect.stringContaining('“(?=x)” is not a pattern') },
    ])
  })
})

describe('a pattern', () => {
  test.each([
    '(',
    '(?=a)',
    '(a)\\1',
    'a'.repeat(501),
    '((a{100}){100}){100}',
    '[',
    '\\',
    'a{999}b{999}'.repeat(20),
  ])('that cannot be is a problem, never a throw: %s', (pattern) => {
    expect(compilePattern(pattern).type).toBe('problem')
  })

  test('that takes others for ever takes no time', () => {
    const pattern = compilePattern('^(a+)+$')

    expect(pattern.type === 'pattern' && pattern.isFoundIn(`${'a'.repeat(9_000)}!`)).toBe(false)
  })
})
