import { describe, expect, test } from 'vitest'
import { decodeWord, encodeWord, type Word } from './word.ts'

const words: readonly Word[] = [
  { type: 'ask', term: 2 },
  { type: 'lead', term: 3, isOpen: true, runId: null, count: 7 },
  { type: 'facts', term: 3, n: 8, facts: [{ type: 'events-expired', before: 1 }] },
  { type: 'link', term: 3, n: 9, change: { type: 'reconnected' } },
  { type: 'bye', term: 3 },
]

describe('a word between tabs', () => {
  test.each(words)('of the type $type is read as it was said', (word) => {
    expect(decodeWord(structuredClone(encodeWord({ from: 'a', word })))).toEqual({ from: 'a', word })
  })

  test.each([
    [null],
    ['ask'],
    [{}],
    [{ v: 2, from: 'a', word: { type: 'ask', term: 0 } }],
    [{ from: 'a', word: { type: 'ask', term: 0 } }],
    [{ v: 1, from: 7, word: { type: 'ask', term: 0 } }],
    [{ v: 1, from: 'a', word: null }],
    [{ v: 1, from: 'a', word: { type: 'sing', term: 1 } }],
    [{ v: 1, from: 'a', word: { type: 'bye' } }],
    [{ v: 1, from: 'a', word: { type: 'ask' } }],
    [{ v: 1, from: 'a', word: { type: 'bye', term: -1 } }],
    [{ v: 1, from: 'a', word: { type: 'lead', term: 1, isOpen: 'yes', runId: null, count: 0 } }],
    [{ v: 1, from: 'a', word: { type: 'lead', term: 1, isOpen: true, runId: 4, count: 0 } }],
    [{ v: 1, from: 'a', word: { type: 'facts', term: 1, n: 1, facts: [{ type: 'rumour' }] } }],
    [{ v: 1, from: 'a', word: { type: 'facts', term: 1, n: 1, facts: {} } }],
    [{ v: 1, from: 'a', word: { type: 'link', term: 1, n: 1, change: { type: 'run-named' } } }],
  ])('that is none, or of another version, is not believed: %j', (message) => {
    expect(decodeWord(message)).toBe(null)
  })
})
