/** Words that say how something is said, not what: they never carry a match alone. */
const small = new Set(
  `a about am an and any are as at be been but by can could d did do does for from get give go got had has have he
  hello hey hi how i i'd i'm i've if in is it it's its just let like ll m me my need of on or our ours out please re s she should so
  some t thank thanks that the their them then there these they this those to up us ve want was we were what when
  where which who will with would you your`.split(/\s+/),
)

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** The words of a text in any script, as they are compared: small letters, no accents, no endings of English. */
export function wordsOf(text: string): readonly string[] {
  return [...segmenter.segment(text.replaceAll('’', "'"))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => termOf(segment))
    .filter((word) => word !== '')
}

/** The words of a text that say what it is about; all of them where there are no others. */
export function tellingWordsOf(text: string): readonly string[] {
  const words = wordsOf(text)
  const telling = words.filter((word) => !small.has(word))
  return telling.length > 0 ? telling : words
}

/** One word as it is compared. */
const termOf = (word: string): string => stem(word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase())

// The commonest endings alone: more would join what is not the same.
function stem(word: string): string {
  if (word.endsWith("'s")) return stem(word.slice(0, -2))
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 5 && word.endsWith('ing')) return undouble(word.slice(0, -3))
  if (word.length > 4 && word.endsWith('ed')) return undouble(word.slice(0, -2))
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

const undouble = (word: string): string => word.replace(/([bdgmnprt])\1$/, '$1')
