import { isBlank, type DataPoint, type UploadedFile } from '@threadwork/core'
import type { FormCardStrings } from '../strings/form-card.ts'

const nameOfFile = (entry: unknown): string | null =>
  typeof entry === 'object' && entry !== null && 'name' in entry ? (entry as UploadedFile).name : null // a File field holds nothing else

const readEntry = (field: DataPoint, entry: unknown, strings: FormCardStrings): string => {
  const option = field.options.find((each) => each.value === entry)
  if (option) return option.label
  if (typeof entry !== 'string') return nameOfFile(entry) ?? JSON.stringify(entry)
  switch (field.type) {
    case 'Date':
    case 'Time':
    case 'DateTime':
      return strings.moment(entry)
    case 'Number':
    case 'Rating':
      return Number.isFinite(Number(entry)) ? strings.number(Number(entry)) : entry
    default:
      return entry
  }
}

/** What a control holds, as a person reads it: names of choices and files, dates and numbers of their language. */
export const readValue = (field: DataPoint, value: unknown, strings: FormCardStrings): string => {
  if (field.isSecret) return strings.secret
  if (field.type === 'Checkbox' || field.type === 'Consent')
    return value === true ? strings.chosen : strings.notChosen
  if (isBlank(value)) return strings.empty
  return Array.isArray(value)
    ? strings.list(value.map((entry: unknown) => readEntry(field, entry, strings)))
    : readEntry(field, value, strings)
}
