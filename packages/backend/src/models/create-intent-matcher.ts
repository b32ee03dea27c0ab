import MiniSearch, { type SearchResult } from 'minisearch'
import { tellingWordsOf } from '../knowledge/words.ts'
import type { IntentMatcher } from './intent-matcher.ts'

interface Phrase {
  readonly id: number
  readonly words: readonly string[]
}

// A word that only resembles the phrase's counts less than the word itself.
const resemblance = 0.8
// “I do not want to cancel” has all words of “I want to cancel”, and says the contrary.
const contradiction = 0.4
const negations = /\b(?:not|never|no longer|without|cannot|[a-z]+n[’']t)\b/i
const keptIndexes = 100

/**
 * Matches by words, not by meaning: the share of a phrase's telling words that the message has, prefixes and small
 * slips included. The same words always give the same score.
 */
export function createIntentMatcher(): IntentMatcher {
  const indexes = new Map<string, MiniSearch<Phrase>>()
  return {
    score(phrases, text) {
      const index = keep(indexes, phrases)
      const results = index.search(tellingWordsOf(text).join(' '))
      const isNegated = negations.test(text)
      return Math.max(
        0,
        ...results.map((result) => scoreOf(result, phrases[Number(result.id)] ?? '', isNegated)),
      )
    },
  }
}

function scoreOf(result: SearchResult, phrase: string, isNegated: boolean): number {
  const asked = new Set(result.queryTerms)
  const words = new Set(tellingWordsOf(phrase))
  const found = [...words].map((word) => {
    if (!result.terms.includes(word)) return 0
    return asked.has(word) ? 1 : resemblance
  })
  const share = found.reduce<number>((sum, each) => sum + each, 0) / words.size
  return isNegated === negations.test(phrase) ? share : share * contradiction
}

function keep(indexes: Map<string, MiniSearch<Phrase>>, phrases: readonly string[]): MiniSearch<Phrase> {
  const key = JSON.stringify(phrases)
  const known = indexes.get(key)
  if (known) return known
  const [oldest] = indexes.keys()
  if (indexes.size >= keptIndexes && oldest !== undefined) indexes.delete(oldest)
  const index = indexPhrases(phrases)
  indexes.set(key, index)
  return index
}

function indexPhrases(phrases: readonly string[]): MiniSearch<Phrase> {
  const split = (text: string): string[] => text.split(' ')
  const index = new MiniSearch<Phrase>({
    fields: ['words'],
    extractField: (phrase, field) => (field === 'id' ? phrase.id : phrase.words.join(' ')),
    tokenize: split,
    processTerm: (term) => term,
    searchOptions: {
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  })
  index.addAll(
    phrases
      .map((phrase, id) => ({ id, words: tellingWordsOf(phrase) }))
      .filter(({ words }) => words.length > 0),
  )
  return index
}
