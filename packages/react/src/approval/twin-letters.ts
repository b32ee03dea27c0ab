// Letters of Persian, Urdu and Kurdish, and those of Arabic that are drawn like them in some or all places of a word.
const families: readonly (readonly [twins: string, others: string])[] = [
  ['ی', 'ىيئ'],
  ['ک', 'ك'],
  ['ہھەۀۂ', 'هة'],
]

/**
 * Which letters of a text are to be written out although a text in their own language needs them. Where a text holds
 * the letters of one family alone, saying so once is enough; where it mixes them, each is written out.
 */
export const twinLetters = (text: string): ((letter: string) => boolean) => {
  const isMixedIn = families.map(
    ([twins, others]) =>
      Array.from(twins + others).filter((letter) => text.includes(letter)).length > 1 &&
      Array.from(twins).some((letter) => text.includes(letter)),
  )
  const told = new Set<string>()
  return (letter) => {
    const family = families.findIndex(([twins]) => twins.includes(letter))
    if (family < 0 || (told.has(letter) && !isMixedIn[family])) return false
    told.add(letter)
    return true
  }
}
