/** How close a text comes to the nearest of some phrases: 0 (not at all) to 1 (the same words). */
export interface IntentScore {
  readonly score: number
  /** The nearest phrase, as it was given; `null` when none is near. */
  readonly phrase: string | null
}

/** Judges nearness; the host brings one. Phrases and text come normalised. */
export interface IntentMatcher {
  score(phrases: readonly string[], text: string): IntentScore
}

/** A text as intents compare it: lower case, without accents and punctuation, one space between words. */
export const normalizePhrase = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * How close a text comes to phrases. The words of a phrase, whatever their case, accents and punctuation, are a 1
 * without asking the matcher; a text or phrases without words are a 0.
 */
export function intentScore(phrases: readonly string[], text: string, matcher: IntentMatcher): IntentScore {
  const said = normalizePhrase(text)
  const known = new Map(phrases.map((phrase) => [normalizePhrase(phrase), phrase]))
  known.delete('')
  if (said === '' || known.size === 0) return none
  const same = known.get(said)
  if (same !== undefined) return { score: 1, phrase: same }
  const { score, phrase } = matcher.score([...known.keys()], said)
  const near = Number.isNaN(score) ? 0 : Math.min(Math.max(score, 0), 1)
  return near === 0 ? none : { score: near, phrase: phrase === null ? null : (known.get(phrase) ?? phrase) }
}

/** Whether a score fires at a threshold from 0 to 1. Nothing in common never fires, even at 0. */
export const meetsThreshold = ({ score }: IntentScore, threshold: number): boolean =>
  score > 0 && score >= threshold

const none: IntentScore = { score: 0, phrase: null }
