/** A word of a seed, and ours. */
export type WordPair = readonly [theirs: string, ours: string]

/**
 * Two vocabularies. It exchanges the words of each pair and leaves all other words as they are, so that it is a
 * permutation of all strings: whatever goes through it comes back, whether a vocabulary knows it or not.
 */
export interface Lexicon {
  readonly pairs: readonly WordPair[]
  toOurs(word: string): string
  toTheirs(word: string): string
}

/** Makes a lexicon. Throws when a word stands twice on one side, for then something would be lost. */
export function createLexicon(pairs: readonly WordPair[]): Lexicon {
  const ours = new Map(pairs)
  const theirs = new Map(pairs.map(([their, our]) => [our, their]))
  if (ours.size < pairs.length || theirs.size < pairs.length) {
    throw new Error(`A lexicon needs each word once on each side: ${JSON.stringify(pairs)}`)
  }
  const toOurs = completed(ours, theirs)
  const toTheirs = completed(theirs, ours)
  return {
    pairs,
    toOurs: (word) => toOurs.get(word) ?? word,
    toTheirs: (word) => toTheirs.get(word) ?? word,
  }
}

/** Gives the words that only stand on the right a place of their own: the free end of the chain that leads to them. */
function completed(
  forward: ReadonlyMap<string, string>,
  backward: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const whole = new Map(forward)
  for (const word of forward.values()) {
    if (!forward.has(word)) whole.set(word, chainStart(word, backward))
  }
  return whole
}

function chainStart(word: string, backward: ReadonlyMap<string, string>): string {
  const before = backward.get(word)
  return before === undefined ? word : chainStart(before, backward)
}
