import { deceptiveInContext } from './lookalike-neighbour.ts'

// Letters of other alphabets that are drawn like one of ours or like one of each other's (Unicode's confusables, for
// the alphabets in everyday use, and what a comparison of their pictures found).
const lookalikes = new Set(
  'АВЕЁЅІЇЈКМНОРСТУҮХФГПЛӨЄаеёоѕіїјрсухһүєгпћ' + // Cyrillic
    'ΑΒΕΖΗΙΪΚΜΝΟΡΤΥΫΧΦΓΠΛΘονίϊΐόαιρυύϋχγκωηε' + // Greek
    'օոսհցզյքաՕՏՍԼՈ', // Armenian
)

const kin = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u
const kinOnly = [/^\p{Script=Cyrillic}$/u, /^\p{Script=Greek}$/u, /^\p{Script=Armenian}$/u]
const latin = /\p{Script=Latin}/u

/** Latin letters with a shape of their own: Western and Central European, Romanian, Vietnamese. */
const plainLatin =
  /^[A-Za-z\u00C0-\u00CF\u00D1-\u00D6\u00D8-\u0130\u0132-\u0137\u0139-\u013E\u0141-\u0148\u014A-\u017E\u0218-\u021B\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]$/u

// Of alphabets that grew over centuries, the letters in use: their old ones are drawn like others. Of Han, no radicals and no rare extensions.
const everyday =
  /^[\u0401-\u040C\u040E-\u044F\u0451-\u045C\u045E\u045F\u0490-\u0493\u049A\u049B\u04A2\u04A3\u04AE-\u04B1\u04BA\u04BB\u04D8\u04D9\u04E8\u04E9Ά-ώ\u0531-\u0556\u0561-\u0587\u05D0-\u05EA\u0621-\u063A\u0641-\u064A\u0660-\u0669پچژگیکہھەےۓۂٹڈڑں\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\u1780-\u17A2\u17A5-\u17D3\u1000-\u1049\u10D0-\u10F0\p{Script=Ethiopic}\uAC00-\uD7A3\u4E00-\u9FFF々ー\p{Script=Hiragana}\p{Script=Katakana}]$/u

const invisible = /[\p{Default_Ignorable_Code_Point}\p{C}\p{Zl}\p{Zp}\u2800]/u

/** Signs with a shape of their own that are no ASCII. Whatever is drawn like another is not among them. */
const plainSigns = new Set(
  '–—’“”„«»…€£¥¢₹₽₩₪₺₴₫₱©®™§¶°±÷²³¹½¼¾•·†‡‰←→↑↓≤≥≠≈∞√✓✗★☆¿¡、。「」『』《》【】،؛؟।๏฿',
)

const isWordSuspicious = (letters: readonly string[]): boolean => {
  const foreign = letters.filter((letter) => kin.test(letter))
  if (foreign.length === 0) return false
  const alphabets = kinOnly.filter((script) => foreign.some((letter) => script.test(letter))).length
  return (
    alphabets > 1 ||
    letters.some((letter) => latin.test(letter)) ||
    foreign.every((letter) => lookalikes.has(letter))
  )
}

// Moon beside flesh: the same strokes in most fonts.
const hanTwins = new Set('朌朐朓')

const isLetterDeceptive = (letter: string, isSuspicious: boolean): boolean => {
  if (invisible.test(letter) || letter.normalize('NFKC') !== letter) return !plainSigns.has(letter)
  if (/^[0-9]$/u.test(letter) || plainLatin.test(letter)) return false
  if (/[\p{Nd}\p{Script=Inherited}]/u.test(letter) || !everyday.test(letter) || hanTwins.has(letter))
    return true
  return isSuspicious && kin.test(letter)
}

/** For each character of a word: whether a person could take it for another, or not see it at all. */
export const deceptiveLetters = (word: string): readonly boolean[] => {
  const letters = Array.from(word)
  if (word.normalize('NFC') !== word) return letters.map((letter) => !/^[A-Za-z0-9]$/u.test(letter))
  const isSuspicious = isWordSuspicious(letters)
  return letters.map(
    (letter, at) => isLetterDeceptive(letter, isSuspicious) || deceptiveInContext(letters, at),
  )
}

/** The same for a sign, a space or any other character outside words. The space itself is plain. */
export const isSignDeceptive = (sign: string): boolean => !/^[ -~]$/u.test(sign) && !plainSigns.has(sign)
