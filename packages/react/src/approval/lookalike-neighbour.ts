// Katakana that are drawn like a Han character or a Hiragana, and those.
const katakana = new Set('ニカロエトタハヘベペチリミ')
const twins = new Set('二力口工卜夕八へべぺ千り三一')
const isKatakana = (letter: string | undefined): boolean =>
  letter !== undefined && /^\p{Script=Katakana}$/u.test(letter)

const isKanaDeceptive = (letter: string, before: string | undefined, after: string | undefined): boolean => {
  const isAmongKatakana = isKatakana(before) || isKatakana(after) || before === 'ー'
  if (letter === 'ー') return !/^[\p{Script=Katakana}\p{Script=Hiragana}ー]$/u.test(before ?? '')
  if (katakana.has(letter)) return !isAmongKatakana
  return twins.has(letter) && isAmongKatakana
}

// The blocks from Devanagari to Malayalam are laid out alike.
const placeInBlock = (letter: string | undefined): number => {
  const code = letter?.codePointAt(0) ?? 0
  return code >= 0x0900 && code < 0x0d80 ? code % 0x80 : -1
}
const isVowelSign = (place: number): boolean =>
  (place >= 0x3e && place <= 0x4c) || (place >= 0x55 && place <= 0x57) || place === 0x62 || place === 0x63
const isVowel = (place: number): boolean => place >= 0x04 && place <= 0x14

/**
 * Whether a letter is plain by itself and misleading beside its neighbours in a word: a Katakana that stands alone
 * passes for Han, a vowel with a second vowel sign for another vowel, two Thai `เ` for one `แ`.
 */
export const deceptiveInContext = (letters: readonly string[], at: number): boolean => {
  const letter = letters[at] ?? ''
  if (letter < '\u0900') return false
  const before = letters[at - 1]
  if (letter === 'เ' || letter === 'ເ') return before === letter
  const place = placeInBlock(letter)
  if (place >= 0) {
    const placeBefore = placeInBlock(before)
    if (!/^\p{M}$/u.test(letter)) return false
    if (letter === before || placeBefore < 0) return true
    return isVowelSign(place) && (isVowelSign(placeBefore) || isVowel(placeBefore))
  }
  return isKanaDeceptive(letter, before, letters[at + 1])
}
