import { htmlStartOf, type HtmlStart } from './html-start.ts'

const fence = /^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})/u
const closingFence = /^ {0,3}(`{3,}|~{3,})[ \t\r]*$/u
const heading = /^#{1,6}(?:[ \t\r]|$)/u
const listMarker = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t\r]|$)/u
const blank = /^[ \t\r]*$/u

/** The longest start of a line that can still become a list marker has 11 characters. */
const decisiveLength = 16

interface Line {
  readonly text: string
  readonly start: number
  /** The offset behind the line and its line feed. */
  readonly end: number
  readonly isWhole: boolean
}

/** What opened a fence, and from where on its end is not yet looked for. */
export interface OpenFence {
  readonly marker: string
  readonly from: number
}

const lineAt = (text: string, start: number): Line => {
  const feed = text.indexOf('\n', start)
  return feed === -1
    ? { text: text.slice(start), start, end: text.length, isWhole: false }
    : { text: text.slice(start, feed), start, end: feed + 1, isWhole: true }
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

/** The offset behind a fence's closing line, or the fence again with what is left to look through. */
export const findFenceEnd = (text: string, { marker, from }: OpenFence): number | OpenFence => {
  let position = from
  while (position < text.length) {
    const line = lineAt(text, position)
    if (!line.isWhole) break
    const closing = closingFence.exec(line.text)?.[1] ?? ''
    if (closing.length >= marker.length && closing[0] === marker[0]) return line.end
    position = line.end
  }
  return { marker, from: position }
}

/** The fence that the first line from `start` on opens; `null` when it opens none or is not whole. */
export const fenceAt = (text: string, start: number): OpenFence | null => {
  const line = lineAt(text, skipBlank(text, start))
  const marker = line.isWhole ? fence.exec(line.text)?.[1] : undefined
  return marker === undefined ? null : { marker, from: line.end }
}

/** Behind the line at which a comment, a `<pre>` and their like end: blank lines inside do not part them. */
const htmlEnd = (text: string, line: Line, end: RegExp, opening: string): number | null => {
  // The end of a comment may overlap its beginning, as in `<!-->`.
  end.lastIndex = line.start + opening.length - (opening.endsWith('--') ? 2 : 0)
  const found = end.exec(text)
  const last = found && lineAt(text, found.index)
  return last?.isWhole ? last.end : null
}

/** Behind blank lines: whether the block ends before the line at `position`; `null` while it is too short to tell. */
const endsBefore = (text: string, position: number, hasList: boolean): boolean | null => {
  const line = lineAt(text, position)
  if (line.text === '' && !line.isWhole) return null
  if (/^[ \t]/u.test(line.text)) return false
  if (!hasList) return true
  if (!line.isWhole && line.text.length < decisiveLength) return null
  return !listMarker.test(line.text)
}

/** At the margin these close whatever is open, so they start a block of their own. */
const startsAnew = (line: Line): boolean =>
  line.text.startsWith('#') ? heading.test(line.text) : /^[`~]/u.test(line.text) && fence.test(line.text)

/** What is known between two blank lines. */
interface Passage {
  /** A list is open, or may be: what looks like its next item goes on with it. */
  hasList: boolean
  /** HTML goes on to the next blank line, whatever the lines between look like; it may, where that is `unsure`. */
  html: HtmlStart['type']
}

/** An indented fence may stand in a list's item, and then a line at the margin ends both. */
const mayEndWithItem = (
  text: string,
  { text: opening, end }: Line,
  close: number,
  passage: Passage,
): boolean => passage.hasList && opening.startsWith(' ') && /^[^ \t\r\n]/mu.test(text.slice(end, close))

/** Behind the line, or behind what it opens and blank lines do not part; `null` while that is open, or not to be told. */
const passLine = (text: string, line: Line, passage: Passage, isFirst: boolean): number | null => {
  passage.hasList ||= listMarker.test(line.text)
  const opened = passage.html === 'html' ? undefined : fence.exec(line.text)?.[1]
  if (opened !== undefined) {
    const end = passage.html === 'none' && findFenceEnd(text, { marker: opened, from: line.end })
    return typeof end === 'number' && !mayEndWithItem(text, line, end, passage) ? end : null
  }
  if (passage.html === 'html') return line.end
  const html = htmlStartOf(line.text, isFirst, passage.hasList)
  if (html.type === 'html' && html.end) return htmlEnd(text, line, html.end, html.opening)
  if (html.type === 'unsure' && html.hasEnd) return null
  if (html.type !== 'none') passage.html = html.type
  return line.end
}

/** Where the block ends that starts at `first` and is neither a fence nor a heading. */
const passageEnd = (text: string, first: number): number | null => {
  const passage: Passage = { hasList: false, html: 'none' }
  let position = first
  let isFirst = true
  while (position < text.length) {
    const line = lineAt(text, position)
    if (blank.test(line.text)) {
      position = skipBlank(text, line.end)
      const isEnd = endsBefore(text, position, passage.hasList)
      if (isEnd !== false) return isEnd ? position : null
      passage.html = 'none'
      isFirst = true
      continue
    }
    if (!line.isWhole) return null
    if (passage.html === 'none' && startsAnew(line)) return position
    const behind = passLine(text, line, passage, isFirst)
    if (behind === null) return null
    position = behind
    isFirst = false
  }
  return null
}

/**
 * The offset at which the markdown block that starts at `start` ends, whatever text follows; `null` while more text
 * could still change it. A block may hold several of CommonMark's, never a part of one.
 */
export const findBlockEnd = (text: string, start: number): number | null => {
  const first = skipBlank(text, start)
  const opening = lineAt(text, first)
  if (!opening.isWhole) return null
  const fenced = fenceAt(text, start)
  if (fenced) {
    const end = findFenceEnd(text, fenced)
    return typeof end === 'number' ? end : null
  }
  return heading.test(opening.text) ? opening.end : passageEnd(text, first)
}
