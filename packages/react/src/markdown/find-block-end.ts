const fence = /^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})/u
const fenceAtMargin = /^(?:`{3,}[^`\n]*$|~{3,})/u
const closingFence = /^ {0,3}(`{3,}|~{3,})[ \t\r]*$/u
const heading = /^#{1,6}(?:[ \t]|$)/u
const listMarker = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/u
const blank = /^[ \t\r]*$/u
const raw = /^ {0,3}<(?:(!--)|(\?)|!(\[CDATA\[)|(script|pre|style|textarea)(?=[\s>]))?/iu

/** The longest start of a line that can still become a list marker has 11 characters. */
const decisiveLength = 16

type Kind = 'flow' | 'list' | 'raw'

interface Line {
  readonly text: string
  /** The offset behind the line and its line feed. */
  readonly end: number
  readonly isWhole: boolean
}

const lineAt = (text: string, start: number): Line => {
  const feed = text.indexOf('\n', start)
  return feed === -1
    ? { text: text.slice(start), end: text.length, isWhole: false }
    : { text: text.slice(start, feed), end: feed + 1, isWhole: true }
}

const skipBlank = (text: string, start: number): number => {
  let position = start
  while (position < text.length) {
    const line = lineAt(text, position)
    if (!blank.test(line.text)) return position
    position = line.end
  }
  return position
}

const fenceEnd = (text: string, from: number, opening: string): number | null => {
  let position = from
  while (position < text.length) {
    const line = lineAt(text, position)
    const marker = line.isWhole ? (closingFence.exec(line.text)?.[1] ?? '') : ''
    if (marker.length >= opening.length && marker[0] === opening[0]) return line.end
    position = line.end
  }
  return null
}

/** Where a comment or a `<pre>` and its like may first end: blank lines inside do not part it. */
const rawEnd = (text: string, from: number, match: RegExpExecArray): number | null => {
  const [, comment, instruction, data, tag] = match
  const close = comment ? '-->' : instruction ? '?>' : data ? ']]>' : tag ? `</${tag.toLowerCase()}` : ''
  const found = text.toLowerCase().indexOf(close, from + match[0].length)
  return found === -1 ? null : lineAt(text, found).end
}

/** Behind blank lines: whether the block ends before the line at `position`; `null` while it is too short to tell. */
const endsBefore = (text: string, position: number, kind: Kind): boolean | null => {
  const line = lineAt(text, position)
  if (!line.isWhole && line.text.length < decisiveLength) return null
  if (/^[ \t]/u.test(line.text)) return false
  return !(kind === 'list' && listMarker.test(line.text))
}

const plainEnd = (text: string, from: number, kind: Kind): number | null => {
  let position = from
  while (position < text.length) {
    const line = lineAt(text, position)
    if (blank.test(line.text)) {
      position = skipBlank(text, line.end)
      const isEnd = endsBefore(text, position, kind)
      if (isEnd === null) return null
      if (isEnd) return position
      continue
    }
    if (!line.isWhole) return null
    // At the margin these close whatever is open, so they start a block of their own.
    if (kind !== 'raw' && (fenceAtMargin.test(line.text) || heading.test(line.text))) return position
    const marker = kind === 'flow' ? fence.exec(line.text)?.[1] : undefined
    if (marker !== undefined) return fenceEnd(text, line.end, marker)
    position = line.end
  }
  return null
}

/**
 * The offset at which the markdown block that starts at `start` ends, whatever text follows; `null` while more text
 * could still change it. A block may hold several of CommonMark's, never a part of one.
 */
export const findBlockEnd = (text: string, start: number): number | null => {
  const first = skipBlank(text, start)
  const line = lineAt(text, first)
  if (!line.isWhole) return null
  const marker = fence.exec(line.text)?.[1]
  if (marker !== undefined) return fenceEnd(text, line.end, marker)
  if (heading.test(line.text)) return line.end
  const markup = raw.exec(line.text)
  const from = markup ? rawEnd(text, first, markup) : line.end
  if (from === null) return null
  return plainEnd(text, from, markup ? 'raw' : listMarker.test(line.text) ? 'list' : 'flow')
}
