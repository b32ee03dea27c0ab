import type { ApprovalItem } from '@threadwork/core'
import type { ReactNode } from 'react'
import type { ApprovalStrings } from '../strings/approval.ts'
import { english } from '../strings/strings.ts'
import type { Gloss } from './gloss.ts'
import { parameterRows, type ParameterRow } from './parameter-rows.ts'
import { visibleText } from './text-parts.ts'
import { flagText, glossWords } from './value-words.tsx'

// The English words, given texts, are a text or a list of texts.
const textOf = (words: ReactNode): string => (Array.isArray(words) ? words.join('') : (words as string))

const glossLine = (gloss: Gloss, strings: ApprovalStrings): string => {
  if (gloss.type !== 'choice') return textOf(glossWords(gloss, strings))
  return textOf(strings.choice(visibleText(gloss.label)))
}

const valueLine = ({ value }: ParameterRow, strings: ApprovalStrings): string => {
  switch (value.kind) {
    case 'list':
      return `[ ] ${strings.entries(value.size)}`
    case 'group':
      return `{ } ${strings.members(value.size)}`
    default:
      return visibleText(value.text)
  }
}

const rowLines = (row: ParameterRow, strings: ApprovalStrings): readonly string[] => [
  typeof row.name === 'number' ? strings.entry(row.name) : visibleText(row.label ?? row.name),
  ...(row.isNameShown ? [visibleText(String(row.name))] : []),
  ...(row.depth > 6 ? [strings.level(row.depth)] : []),
  ...(row.hint === null ? [] : [visibleText(row.hint)]),
  ...row.flags.map((flag) => flagText(flag, strings)),
  valueLine(row, strings),
  ...(row.gloss === null ? [] : [glossLine(row.gloss, strings)]),
]

/** The words of a parameter list in which every long text is open, line by line, without a page. */
export const drawnText = ({ parameters, schema }: Pick<ApprovalItem, 'parameters' | 'schema'>): string =>
  parameterRows(parameters, schema)
    .flatMap((row) => rowLines(row, english.approval))
    .join('\n')
