import { tellingWordsOf, wordsOf } from '../../knowledge/words.ts'
import { assentOf, isNegated } from './read-transcript.ts'

// Who it is about and how it was said: words of the sentence that the transcript cannot have.
const frame = new Set(
  wordsOf(`user customer patient contact caller client visitor person human people conversation message agent assistant
  ask asked request requested say said says state stated mention mentioned tell told provide provided give gave given
  express expressed indicate indicated appear seem need wish like confirm confirmed agree agreed accept accepted approve
  approved decline declined refuse refused reject rejected not never no does doesn't didn't hasn't isn't already been being
  their his her they them last latest`),
)
const assents = /\b(?:confirm|agree|accept|approv|consent)/i
const dissents = /\b(?:declin|refus|reject|disagree|den(?:y|ied))/i
// The share of its words that a transcript has to have.
const enough = 0.6

/** Judges a sentence by words alone: what share of it was said, and whether that was denied. */
export function judgeSentence(sentence: string, said: readonly string[]): boolean {
  const last = assentOf(said.at(-1) ?? '')
  if (dissents.test(sentence) && last !== null) return !last !== isNegated(sentence)
  if (assents.test(sentence) && last !== null) return last !== isNegated(sentence)
  return wasSaid(sentence, said) !== isNegated(sentence)
}

function wasSaid(sentence: string, said: readonly string[]): boolean {
  const wanted = tellingWordsOf(sentence).filter((word) => !frame.has(word))
  if (wanted.length === 0) return false
  const spoken = said.findLast((text) => shareOf(wanted, text) >= enough)
  if (spoken === undefined) return shareOf(wanted, said.join('\n')) >= enough
  return !isNegated(spoken)
}

function shareOf(wanted: readonly string[], text: string): number {
  const words = wordsOf(text)
  const found = wanted.filter((word) => words.some((each) => isAlike(each, word)))
  return found.length / wanted.length
}

/** “appointment” and “appointments”, “cancel” and “cancellation”. */
const isAlike = (one: string, other: string): boolean =>
  one === other ||
  (Math.min(one.length, other.length) > 4 && (one.startsWith(other) || other.startsWith(one)))
