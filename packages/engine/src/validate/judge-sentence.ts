const asking =
  /^(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|what|who|whom|whose|which|where|why|how)\b/i
const conjunction = /^(?:if|when|unless|whether|in case|as soon as|once|while|because)\b/i
// Scripts that put no space between words.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const example = 'like “The patient confirmed the appointment”'

/**
 * What would make a sentence easier to judge as true or false. `null`: it is one full statement that says enough, or
 * nothing at all.
 */
export function judgeSentence(text: string): string | null {
  const sentence = text.trim()
  if (sentence === '') return null
  if (/[?？؟]\s*$/u.test(sentence) || asking.test(sentence)) {
    return `A condition that asks is hard to judge; write what has to be true, ${example}.`
  }
  if (conjunction.test(sentence)) {
    return `Leave the first word out and write a full statement, ${example}.`
  }
  return isShort(sentence)
    ? `This is short for a condition; write a full statement that names who and what, ${example}.`
    : null
}

const isShort = (sentence: string): boolean =>
  unspaced.test(sentence) ? sentence.length < 5 : sentence.split(/\s+/u).length < 3 || sentence.length < 12
