const hostOf = (address: string): string => {
  try {
    return new URL(address).host
  } catch {
    return address
  }
}

const itsWords = (_: string, words: string): string => words
const nothing = (): string => ''

// In this order: what stands in an address must not be taken for emphasis.
const rules: readonly (readonly [RegExp, (found: string, words: string) => string])[] = [
  [/\[\^[^\]]*\]/g, nothing],
  [/!?\[([^[\]]*)\]\([^)]*\)/g, itsWords],
  [/\[([^[\]]+)\]\[[^\]]*\]/g, itsWords],
  [/<?(https?:\/\/[^\s<>)]+[^\s<>).,;:!?])>?/g, (_, address) => hostOf(address)],
  [/^\[[ xX]\]\s/g, nothing],
  [/`+|\*\*|~~/g, nothing],
  [/(?<!\\)\*(?=\S)|(?<=[^\s\\])\*/g, nothing],
  [/(?<![\p{L}\p{N}\\_])_+|(?<![\\_])_+(?![\p{L}\p{N}_])/gu, nothing],
  [/\\([!-/:-@[-`{-~])/g, itsWords],
  [/\s+/g, () => ' '],
]

/** One block of markdown as it is read aloud: a link by its words, a bare address by its host, no marks. */
export const spokenInline = (text: string): string =>
  rules.reduce((spoken, [mark, say]) => spoken.replaceAll(mark, say), text).trim()
