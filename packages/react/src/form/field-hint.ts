import type { DataPoint } from '@threadwork/core'
import type { FormStrings } from '../strings/form.ts'

// A backend that tells the limit in its own words need not hear it said again.
const isTold = (sentence: string, help: string | null): boolean => {
  const numbers = sentence.match(/\d[\d.,:-]*\d|\d/gu) ?? []
  return help !== null && numbers.length > 0 && numbers.every((number) => help.includes(number))
}

const ownHints = (field: DataPoint, strings: FormStrings): readonly string[] => {
  const hints: string[] = []
  if (field.unknownType !== null) hints.push(strings.unknownType(field.unknownType))
  if (field.format === 'json') hints.push(strings.json)
  if (field.isMultiple && field.options.length === 0 && field.type !== 'File') hints.push(strings.lines)
  return hints
}

const limitsOf = (field: DataPoint, strings: FormStrings): readonly string[] => {
  if (field.isReadOnly) return []
  if (field.type !== 'File') return strings.limits(field)
  const limits = strings.fileLimits(field.accept, field.maxBytes)
  return limits === '' ? [] : [limits]
}

/** What helps to fill a field in: its help, its limits, and what is special about its control; `null` for nothing. */
export const hintOf = (field: DataPoint, hasOwnControl: boolean, strings: FormStrings): string | null => {
  const limits = limitsOf(field, strings).filter((sentence) => !isTold(sentence, field.help))
  const own = hasOwnControl ? [] : ownHints(field, strings)
  return [field.help, ...limits, ...own, field.patternHint].filter((part) => part !== null).join(' ') || null
}
