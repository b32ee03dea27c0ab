// Letters of other alphabets that are drawn like one of ours or like one of each other's (Unicode's confusables, for
// the alphabets in everyday use).
const lookalikes = new Set(
  'АВЕЅІЈКМНОРСТУҮХԌԚԜФГПЛӨЄаеоѕіјрсухԁԛԝӏһүѵєгп' + // Cyrillic
    'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΦΓΠΛΘΕονаιρυχγκωηαεϲϳ' + // Greek
    'օոսհցզյքաՕՏՍԼՈ', // Armenian
)

const kin = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u
const kinOnly = [/^\p{Script=Cyrillic}$/u, /^\p{Script=Greek}$/u, /^\p{Script=Armenian}$/u]
const latin = /\p{Script=Latin}/u

/** Latin letters with a shape of their own: Western and Central European, Romanian, Vietnamese. */
const plainLatin =
  /^[A-Za-z\u00C0-\u00CF\u00D1-\u00D6\u00D8-\u0130\u0132-\u0137\u0139-\u013E\u0141-\u0148\u014A-\u017E\u0218-\u021B\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]$/u

const everyday =
  /^[\p{scx=Cyrillic}\p{scx=Greek}\p{scx=Armenian}\p{scx=Hebrew}\p{scx=Arabic}\p{scx=Devanagari}\p{scx=Bengali}\p{scx=Gujarati}\p{scx=Gurmukhi}\p{scx=Kannada}\p{scx=Malayalam}\p{scx=Tamil}\p{scx=Telugu}\p{scx=Sinhala}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Georgian}\p{scx=Ethiopic}\p{scx=Hangul}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]$/u

const invisible = /[\p{Default_Ignorable_Code_Point}\p{C}\p{Zl}\p{Zp}\u2800]/u

/** Signs that stand for themselves although Unicode has a plainer spelling of them. */
const distinctSigns = new Set('…™²³¹½¼¾')

/** Drawn like an ASCII sign, or used by our own notation. */
const misleadingSigns = new Set('‐‑‒−˗⁃∕⁄∶꞉ː․‚ʼʹʻ′ˈ׳՚‵‘٬٫۔܁։׃；∗⁎٭‹›❮❯ǀǃ∣⏐＂″״∼˜～∙⋅‧・⟦⟧↵')

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

const isLetterDeceptive = (letter: string, isSuspicious: boolean): boolean => {
  if (invisible.test(letter) || letter.normalize('NFKC') !== letter) return !distinctSigns.has(letter)
  if (/^[0-9]$/u.test(letter) || plainLatin.test(letter)) return false
  if (/[\p{Nd}\p{Script=Inherited}]/u.test(letter) || !everyday.test(letter)) return true
  return isSuspicious && kin.test(letter)
}

/** For each character of a word: whether a person could take it for another, or not see it at all. */
export const deceptiveLetters = (word: string): readonly boolean[] => {
  const letters = Array.from(word)
  if (word.normalize('NFC') !== word) return letters.map((letter) => !/^[A-Za-z0-9]$/u.test(letter))
  const isSuspicious = isWordSuspicious(letters)
  return letters.map((letter) => isLetterDeceptive(letter, isSuspicious))
}

/** The same for a sign, a space or any other character outside words. The space itself is plain. */
export const isSignDeceptive = (sign: string): boolean => {
  if (/^[ -~]$/u.test(sign)) return false
  if (misleadingSigns.has(sign) || invisible.test(sign) || /[\p{Zs}\p{M}]/u.test(sign)) return true
  return sign.normalize('NFKC') !== sign && !distinctSigns.has(sign)
}
