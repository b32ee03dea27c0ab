import type { TextPart } from './text-parts.ts'

export interface CutText {
  readonly parts: readonly TextPart[]
  /** How many characters of the text they are. */
  readonly length: number
}

// Half of a character would be drawn as another.
const safeEnd = (text: string, end: number): number => {
  const code = text.charCodeAt(end - 1)
  return code >= 0xd800 && code <= 0xdbff ? end - 1 : end
}

const lengthOf = (part: TextPart): number => {
  switch (part.type) {
    case 'plain':
      return part.text.length
    case 'code-point':
      return part.name.length > 6 ? 2 : 1
    case 'line-break':
      return 1
    case 'direction':
      return 0
  }
}

/** The beginning of a text, at most so many characters and lines of it. */
export const cutParts = (parts: readonly TextPart[], most: number, mostLines: number): CutText => {
  const kept: TextPart[] = []
  let length = 0
  let lines = 0
  for (const part of parts) {
    const size = lengthOf(part)
    if (part.type === 'plain' && length + size > most) {
      const text = part.text.slice(0, safeEnd(part.text, most - length))
      if (text !== '') kept.push({ ...part, text })
      return { parts: kept, length: length + text.length }
    }
    if (length + size > most || lines >= mostLines) break
    if (part.type === 'line-break') lines += 1
    kept.push(part)
    length += size
  }
  return { parts: kept, length }
}
