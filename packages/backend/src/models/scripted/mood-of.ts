import { wordsOf } from '../../knowledge/words.ts'

export type Mood = 'positive' | 'neutral' | 'negative'

const terms = (words: string): ReadonlySet<string> => new Set(wordsOf(words))

const good = terms(
  `amazing awesome best brilliant excellent fantastic glad good grateful great happy helpful impressed kind love lovely
  nice perfect pleased quick satisfied thank thanks wonderful`,
)
const bad = terms(
  `angry annoyed annoying awful bad broken complaint disappointed disgusting fail failed frustrated frustrating hate
  horrible late mad missing poor problem ridiculous rude scam slow sorry terrible unacceptable unhappy upset useless
  waste worse worst wrong`,
)
const turning = terms(
  `not never no hardly without isn't wasn't don't doesn't didn't can't won't couldn't wouldn't`,
)

/** The mood of what was said, by a small list of words: a negation before a word turns it. */
export function moodOf(texts: readonly string[]): Mood {
  // What is denied ends with its clause: “no problem, thank you”.
  const clauses = texts.flatMap((text) => text.split(/[,.;:!?\n]+/))
  const sum = clauses.map(moodOfClause).reduce((one, other) => one + other, 0)
  if (sum === 0) return 'neutral'
  return sum > 0 ? 'positive' : 'negative'
}

function moodOfClause(text: string): number {
  const words = wordsOf(text)
  return words.reduce((sum, word, at) => {
    const weight = good.has(word) ? 1 : bad.has(word) ? -1 : 0
    const isTurned = words.slice(Math.max(0, at - 3), at).some((before) => turning.has(before))
    return sum + (isTurned ? -weight : weight)
  }, 0)
}
