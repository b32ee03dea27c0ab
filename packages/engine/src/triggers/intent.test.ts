import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IntentMatcher, intentScore, meetsThreshold, normalizePhrase } from './intent.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const never: IntentMatcher = {
  score: () => {
    throw new Error('was asked')
  },
}
const always = (score: number): IntentMatcher => ({
  score: ([phrase]) => ({ score, phrase: phrase ?? null }),
})
const phrases = ['I want to cancel', 'Close my account', 'Stop my subscription']

test.each(['I want to cancel', ' i WANT to cancel!!', 'I want\nto “cancel”.'])(
  'knows %j as the same words without asking the matcher (G08)',
  (text) => {
    expect(intentScore(phrases, text, never)).toEqual({ score: 1, phrase: 'I want to cancel' })
  },
)

test.each([
  ['Café, s’il vous plaît!', 'cafe sil vous plait'],
  ["Don't stop", 'dont stop'],
  ['　ＣＡＮＣＥＬ　', 'cancel'],
  ['退会したい。', '退会したい'],
])('normalises %j', (text, expected) => {
  expect(normalizePhrase(text)).toBe(expected)
})

test('asks the matcher with normalised words, and names the phrase as it was written', () => {
  const asked: unknown[] = []
  const matcher: IntentMatcher = {
    score: (given, text) => {
      asked.push([given, text])
      return { score: 0.8, phrase: 'close my account' }
    },
  }

  expect(intentScore(phrases, 'Please close the account', matcher)).toEqual({
    score: 0.8,
    phrase: 'Close my account',
  })
  expect(asked).toEqual([
    [['i want to cancel', 'close my account', 'stop my subscription'], 'please close the account'],
  ])
})

test('takes silence, no phrases, and a matcher out of bounds for what they are', () => {
  expect(intentScore(phrases, ' …! ', never)).toEqual({ score: 0, phrase: null })
  expect(intentScore(['?!'], 'anything', never)).toEqual({ score: 0, phrase: null })
  expect(intentScore(phrases, 'hm', always(7)).score).toBe(1)
  expect(intentScore(phrases, 'hm', always(-1))).toEqual({ score: 0, phrase: null })
  expect(intentScore(phrases, 'hm', always(Number.NaN))).toEqual({ score: 0, phrase: null })
})

test('fires from the threshold on, and never on nothing at all (G09)', () => {
  expect(meetsThreshold({ score: 0.7, phrase: 'x' }, 0.7)).toBe(true)
  expect(meetsThreshold({ score: 0.69, phrase: 'x' }, 0.7)).toBe(false)
  expect(meetsThreshold({ score: 0, phrase: null }, 0)).toBe(false)
})

test('normalises once for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(normalizePhrase(normalizePhrase(text))).toBe(normalizePhrase(text))
    }),
    { seed },
  )
})
