import type { LabelCounts } from './label-counts.ts'

/** What stands before a block's text, so that the parser knows what the text names. */
export interface Prefix {
  /** Notes without their words; instead of them the count of the references that came before. */
  readonly notes: readonly string[]
  /** Where links lead. */
  readonly links: readonly string[]
}

const isNote = (label: string): boolean => /^\^[^\s[\]]+$/u.test(label)

/** Ends the last note where an indented text would go on with it. No text names this label. */
const guard = '[\u{E000}]: <#>'

export const prefixNotes = (labels: readonly string[], before: LabelCounts): readonly string[] =>
  labels.filter(isNote).map((label) => `[${label}]: ${before.get(label) ?? 0}`)

/** The prefix as markdown; empty for a text that names nothing known. */
export const writePrefix = ({ notes, links }: Prefix, text: string): string => {
  const isIndented = /^(?:[ \t\r]*\n)*[ \t]/u.test(text)
  const lines = notes.length > 0 && links.length === 0 && isIndented ? [guard] : links
  return [notes, lines].map((group) => (group.length === 0 ? '' : `${group.join('\n')}\n\n`)).join('')
}
