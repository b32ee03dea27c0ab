import { deceptiveLetters, isSignDeceptive } from './lookalike.ts'

/** A piece of text as it is drawn. Joined, the pieces of two different texts always differ. */
export type TextPart =
  | { readonly type: 'plain'; readonly text: string }
  /** `name` is the code point, such as `U+200B`. */
  | { readonly type: 'code-point'; readonly name: string }
  | { readonly type: 'line-break' }

const tokens = /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// The flag is newer than the syntax that this package is compiled to.
const emoji = new RegExp(String.raw`^\p{RGI_Emoji}$`, 'v')

const codePointOf = (character: string): TextPart => ({
  type: 'code-point',
  name: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
})

const plain = (text: string): TextPart => ({ type: 'plain', text })

const wordParts = (word: string): readonly TextPart[] => {
  const deceptive = deceptiveLetters(word)
  return Array.from(word).map((letter, index) => (deceptive[index] ? codePointOf(letter) : plain(letter)))
}

const signParts = (cluster: string): readonly TextPart[] => {
  if (cluster === '\n') return [{ type: 'line-break' }]
  if (emoji.test(cluster)) return [plain(cluster)]
  return Array.from(cluster, (sign) => {
    if (sign === '\n') return { type: 'line-break' }
    return isSignDeceptive(sign) ? codePointOf(sign) : plain(sign)
  })
}

const partsOf = (token: string): readonly TextPart[] =>
  /^[\p{L}\p{N}\p{M}]/u.test(token)
    ? wordParts(token)
    : Array.from(graphemes.segment(token), ({ segment }) => signParts(segment)).flat()

const join = (parts: readonly TextPart[]): readonly TextPart[] => {
  const joined: TextPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.type === 'plain' && last?.type === 'plain')
      joined[joined.length - 1] = plain(last.text + part.text)
    else joined.push(part)
  }
  return joined
}

/** Takes a text apart so that nothing in it is invisible, reorders its neighbours or passes for something else. */
export const textParts = (text: string): readonly TextPart[] =>
  join((text.match(tokens) ?? []).flatMap(partsOf))
