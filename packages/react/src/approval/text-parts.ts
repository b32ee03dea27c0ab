import { deceptiveLetters, isSignDeceptive } from './lookalike.ts'
import { twinLetters } from './twin-letters.ts'
import { baseDirection, directedRuns, isMixed, type Direction } from './text-direction.ts'

/** A piece of text as it is drawn. Joined, the pieces of two different texts always differ. */
export type TextPart =
  /** `direction`: in a text that runs both ways, the one that this piece is drawn in. */
  | { readonly type: 'plain'; readonly text: string; readonly direction?: Direction }
  /** `name` is the code point, such as `U+200B`. */
  | { readonly type: 'code-point'; readonly name: string }
  | { readonly type: 'line-break' }
  /** Before a text that runs both ways: where it begins. Its pieces follow each other in this direction. */
  | { readonly type: 'direction'; readonly direction: Direction }

// The selector of an emoji's look is a mark, and belongs to the sign before it.
const tokens = /(?:(?!\uFE0F)[\p{L}\p{N}\p{M}])+|(?:\uFE0F|[^\p{L}\p{N}\p{M}])+/gu
const word = /^(?!\uFE0F)[\p{L}\p{N}\p{M}]/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// The flag is newer than the syntax that this package is compiled to.
const emoji = new RegExp(String.raw`^\p{RGI_Emoji}$`, 'v')
// Flags are letters on some systems; a sign that is plain text too must not differ by an invisible selector.
const unsafeEmoji = /[\p{Regional_Indicator}\u{E0020}-\u{E007F}]|^[©®™]/u

const codePointOf = (character: string): TextPart => ({
  type: 'code-point',
  name: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
})

const plain = (text: string): TextPart => ({ type: 'plain', text })

const signParts = (cluster: string): readonly TextPart[] => {
  if (cluster === '\n') return [{ type: 'line-break' }]
  if (emoji.test(cluster) && !unsafeEmoji.test(cluster)) return [plain(cluster)]
  return Array.from(cluster, (sign) => {
    if (sign === '\n') return { type: 'line-break' }
    return isSignDeceptive(sign) ? codePointOf(sign) : plain(sign)
  })
}

const partsOf = (token: string, isTwin: (letter: string) => boolean): readonly TextPart[] => {
  if (/^ +$/.test(token)) return [plain(token)]
  if (!word.test(token))
    return Array.from(graphemes.segment(token), ({ segment }) => signParts(segment)).flat()
  const deceptive = deceptiveLetters(token)
  return Array.from(token).map((letter, index) =>
    deceptive[index] || isTwin(letter) ? codePointOf(letter) : plain(letter),
  )
}

const join = (parts: readonly TextPart[]): readonly TextPart[] => {
  const joined: TextPart[] = []
  let text = ''
  const flush = (): void => {
    if (text !== '') joined.push(plain(text))
    text = ''
  }
  for (const part of parts) {
    if (part.type === 'plain') text += part.text
    else {
      flush()
      joined.push(part)
    }
  }
  flush()
  return joined
}

const space = codePointOf(' ')

// A space at the edge of a text is seen by nobody.
const withEdges = (parts: readonly TextPart[]): readonly TextPart[] =>
  parts.flatMap((part, index) => {
    if (part.type !== 'plain') return [part]
    const lead = index === 0 ? (/^ +/.exec(part.text)?.[0].length ?? 0) : 0
    const middle = part.text.slice(lead)
    const tail = index === parts.length - 1 ? (/ +$/.exec(middle)?.[0].length ?? 0) : 0
    const text = middle.slice(0, middle.length - tail)
    const spaces = (count: number): readonly TextPart[] => Array.from({ length: count }, () => space)
    return [...spaces(lead), ...(text === '' ? [] : [plain(text)]), ...spaces(tail)]
  })

const direct = (part: TextPart): readonly TextPart[] =>
  part.type === 'plain'
    ? directedRuns(part.text).map(({ direction, text }) =>
        direction === null ? plain(text) : { type: 'plain', text, direction },
      )
    : [part]

/** Takes a text apart so that nothing in it is invisible, reorders its neighbours or passes for something else. */
export const textParts = (text: string): readonly TextPart[] => {
  const isTwin = twinLetters(text)
  const parts = withEdges(join((text.match(tokens) ?? []).flatMap((token) => partsOf(token, isTwin))))
  const seen = parts.map((part) => (part.type === 'plain' ? part.text : '')).join('')
  if (!isMixed(seen)) return parts
  return [{ type: 'direction', direction: baseDirection(seen) }, ...parts.flatMap(direct)]
}

const writtenPart = (part: TextPart): string => {
  switch (part.type) {
    case 'plain':
      return part.text
    case 'code-point':
      return `⟦${part.name}⟧`
    case 'line-break':
      return '↵\n'
    case 'direction':
      return part.direction === 'rtl' ? '⟵ ' : '⟶ '
  }
}

/** The text in one string, as it is read on the card. */
export const visibleText = (text: string): string => textParts(text).map(writtenPart).join('')
