/** A block that is one fence and nothing else. */
export interface FencedCode {
  readonly code: string
  /** As the fence names it; `null` when it does not. */
  readonly language: string | null
}

const opening = /^(?:[ \t]*\n)*( {0,3})(`{3,}|~{3,})[ \t]*([^\n]*)(?:\n|$)/u
const lastLine = /^ {0,3}(`+|~+)[ \t]*$/u
const name = /^[\w+#.-]{1,32}$/u

const withoutIndent = (code: string, indent: number): string =>
  indent === 0 ? code : code.replaceAll(new RegExp(`^ {1,${indent}}`, 'gmu'), '')

/** `code` without the line that closes the fence, or, where more will come, without the first of its signs. */
const untilClosing = (code: string, marker: string, isOpen: boolean): string => {
  const lines = code.endsWith('\n') ? code.slice(0, -1) : code
  const feed = lines.lastIndexOf('\n')
  const signs = lastLine.exec(lines.slice(feed + 1))?.[1] ?? ''
  const isClosing = signs[0] === marker[0] && (signs.length >= marker.length || isOpen)
  return isClosing ? lines.slice(0, Math.max(feed, 0)) : lines
}

/**
 * The code of a block that one fence makes up. Nothing in it is markdown, so it is not parsed: not once for each frame
 * while it grows, either. `null` for any other block, and for the few fences that need a parser to be read.
 */
export const readFencedCode = (text: string, isOpen: boolean): FencedCode | null => {
  const match = opening.exec(text)
  if (!match || text.includes('\r') || text.includes('\0')) return null
  const [whole, indent = '', marker = '', info = ''] = match
  // A tab may be parted by the indent.
  if (indent !== '' && text.includes('\t')) return null
  if (/[&\\]/u.test(info) || (marker.startsWith('`') && info.includes('`'))) return null
  // The name is not known before its line has ended.
  const language = whole.endsWith('\n') || !isOpen ? (info.trim().split(/[ \t]/u)[0] ?? '') : ''
  return {
    code: withoutIndent(untilClosing(text.slice(whole.length), marker, isOpen), indent.length),
    language: name.test(language) ? language : null,
  }
}
