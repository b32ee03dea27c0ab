import { spokenInline } from './spoken-inline.ts'

/** How what cannot be read aloud is named instead. */
export interface BlockWords {
  /** `language` is the fence's own word for it, `null` without one. */
  codeBlock(language: string | null, lines: number): string
  /** `rows` without the heading. */
  table(rows: number, columns: number): string
}

/** A line longer than this, in characters, is not looked at further: no one listens to the end of it. */
const longestLine = 4000

const fence = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)/
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$/
const divider = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
const definition = /^ {0,3}\[[^\]]+\]:[ \t]/
const opening = /^[ \t]*(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])(?:[ \t]+|$))+/
const quoted = /^ {0,3}(?:> ?)+/

const hasEnd = /\p{P}$/u

// A pause where the eye sees a new line; without it a list is read as one breathless sentence.
const ended = (text: string): string => (hasEnd.test(text) ? text : `${text}.`)

const cellsOf = (line: string): number => line.replaceAll(/^[ \t]*\||\|[ \t]*$/g, '').split('|').length

/** What a scan found at a place, and the line at which it goes on. */
interface Step {
  readonly spoken: string
  readonly next: number
}

const codeAt = (lines: readonly string[], at: number, words: BlockWords): Step | null => {
  const [, mark, language] = fence.exec(lines[at] ?? '') ?? []
  if (mark === undefined) return null
  let end = at + 1
  const isClosed = (line: string): boolean => line.trim().startsWith(mark) && !/[^`~\s]/.test(line)
  while (end < lines.length && !isClosed(lines[end] ?? '')) end += 1
  return { spoken: words.codeBlock(language || null, end - at - 1), next: end + 1 }
}

const tableAt = (lines: readonly string[], at: number, words: BlockWords): Step | null => {
  const [head = '', below = ''] = [lines[at], lines[at + 1]]
  if (!head.includes('|') || !below.includes('-') || !divider.test(below.slice(0, longestLine))) return null
  if (cellsOf(head) !== cellsOf(below)) return null
  let end = at + 2
  while (end < lines.length && (lines[end] ?? '').includes('|')) end += 1
  return { spoken: words.table(end - at - 2, cellsOf(head)), next: end }
}

const isSilent = (line: string): boolean => line.trim() === '' || rule.test(line) || definition.test(line)

const isBlockStart = (line: string): boolean =>
  isSilent(line) || fence.test(line) || opening.test(line.replace(quoted, ''))

const isHeading = (line: string): boolean => /^ {0,3}#/.test(line)

const textAt = (lines: readonly string[], at: number): Step => {
  let next = at + 1
  // A heading is one line; anything else goes on until another block begins.
  if (!isHeading(lines[at] ?? '')) while (next < lines.length && !isBlockStart(lines[next] ?? '')) next += 1
  const [first = '', ...rest] = lines.slice(at, next)
  const text = [first.replace(opening, ''), ...rest.map((line) => line.replace(quoted, ''))].join(' ')
  const spoken = spokenInline(text.slice(0, longestLine))
  return { spoken: spoken === '' ? '' : ended(spoken), next }
}

/** The blocks of a markdown text as they are read aloud, one after the other, so that a listener can stop early. */
export function* spokenBlocks(markdown: string, words: BlockWords): Generator<string, void, void> {
  const lines = markdown.split('\n')
  for (let at = 0; at < lines.length;) {
    const line = (lines[at] ?? '').slice(0, longestLine)
    const step: Step = isSilent(line)
      ? { spoken: '', next: at + 1 }
      : (codeAt(lines, at, words) ?? tableAt(lines, at, words) ?? textAt(lines, at))
    if (step.spoken !== '') yield step.spoken
    at = step.next
  }
}
