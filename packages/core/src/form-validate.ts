import { hasFormat } from './form-format.ts'
import { isBlank } from './form-values.ts'
import type { DataPoint } from './form.ts'

/** What is wrong with a value; `limit` is the bound that it misses. The page finds the words. */
export type FieldProblem =
  | { readonly type: 'required' }
  | { readonly type: 'email' }
  | { readonly type: 'url' }
  | { readonly type: 'phone' }
  | { readonly type: 'number' }
  | { readonly type: 'whole' }
  | { readonly type: 'date' }
  | { readonly type: 'option' }
  | { readonly type: 'consent' }
  | { readonly type: 'json' }
  | { readonly type: 'format'; readonly format: string }
  | { readonly type: 'min' | 'max'; readonly limit: number | string }
  | { readonly type: 'above' | 'below' | 'step'; readonly limit: number }
  | { readonly type: 'min-length' | 'max-length'; readonly limit: number }
  | { readonly type: 'min-items' | 'max-items'; readonly limit: number }
  | { readonly type: 'repeated'; readonly entry: string }
  /** A file is not there yet, or could not be sent. */
  | { readonly type: 'upload' }

const emailForm = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const phoneForm = /^\+?[\d\s().-]{5,}$/
const urlForm = /^https?:\/\/[^\s/?#]+\S*$/i
const dateForm = /^\d{4}-\d{2}-\d{2}$/
const timeForm = /^\d{2}:\d{2}(:\d{2})?$/
const dateTimeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/

// Binary fractions: 0.3 is not three times 0.1 to the last bit.
const isMultipleOf = (number: number, step: number): boolean => {
  const times = number / step
  return Math.abs(times - Math.round(times)) <= 1e-9 * Math.max(1, Math.abs(times))
}

const problemOfNumber = (field: DataPoint, value: unknown): FieldProblem | null => {
  const number = typeof value === 'number' ? value : Number(value)
  if (!Number.isFinite(number)) return { type: 'number' }
  if (field.min !== null && number < Number(field.min)) return { type: 'min', limit: field.min }
  if (field.max !== null && number > Number(field.max)) return { type: 'max', limit: field.max }
  if (field.above !== null && number <= field.above) return { type: 'above', limit: field.above }
  if (field.below !== null && number >= field.below) return { type: 'below', limit: field.below }
  if (field.step === null || field.step <= 0 || isMultipleOf(number, field.step)) return null
  return field.step === 1 ? { type: 'whole' } : { type: 'step', limit: field.step }
}

// ISO dates and times of one form compare as text.
const problemOfMoment = (field: DataPoint, text: string, form: RegExp): FieldProblem | null => {
  if (!form.test(text)) return { type: 'date' }
  if (field.min !== null && text < String(field.min)) return { type: 'min', limit: field.min }
  if (field.max !== null && text > String(field.max)) return { type: 'max', limit: field.max }
  return null
}

const problemOfText = (field: DataPoint, text: string): FieldProblem | null => {
  const length = field.minLength === null && field.maxLength === null ? 0 : Array.from(text).length
  if (field.minLength !== null && length < field.minLength)
    return { type: 'min-length', limit: field.minLength }
  if (field.maxLength !== null && length > field.maxLength)
    return { type: 'max-length', limit: field.maxLength }
  if (field.format === null || hasFormat(field.format, text)) return null
  return field.format === 'json' ? { type: 'json' } : { type: 'format', format: field.format }
}

const problemOfUrl = (field: DataPoint, text: string): FieldProblem | null => {
  const isUrl = field.format === 'uri' ? hasFormat('uri', text) : urlForm.test(text)
  return isUrl ? problemOfText(field, text) : { type: 'url' }
}

const problemOfEntry = (field: DataPoint, value: unknown): FieldProblem | null => {
  const text = String(value)
  switch (field.type) {
    case 'Email':
      return emailForm.test(text) ? problemOfText(field, text) : { type: 'email' }
    case 'Phone':
      return phoneForm.test(text) ? problemOfText(field, text) : { type: 'phone' }
    case 'Url':
      return problemOfUrl(field, text)
    case 'Number':
    case 'Rating':
      return problemOfNumber(field, value)
    case 'Date':
      return problemOfMoment(field, text, dateForm)
    case 'Time':
      return problemOfMoment(field, text, timeForm)
    case 'DateTime':
      return problemOfMoment(field, text, dateTimeForm)
    case 'Select':
    case 'Radio':
    case 'MultiSelect':
      return field.options.some((option) => option.value === value) ? null : { type: 'option' }
    case 'File':
      return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
        ? null
        : { type: 'upload' }
    case 'Checkbox':
    case 'Consent':
      return null
    case 'Text':
    case 'TextArea':
    case 'Password':
      return problemOfText(field, text)
  }
}

const repeated = (values: readonly unknown[]): string | null => {
  const texts = values.map((value) => (typeof value === 'string' ? value : ''))
  return texts.find((text, index) => text !== '' && texts.indexOf(text) !== index) ?? null
}

const problemOfList = (field: DataPoint, values: readonly unknown[]): FieldProblem | null => {
  for (const value of values) {
    const problem = problemOfEntry(field, value)
    if (problem) return problem
  }
  const twice = field.isUnique ? repeated(values) : null
  if (twice !== null) return { type: 'repeated', entry: twice }
  if (field.minItems !== null && values.length < field.minItems)
    return { type: 'min-items', limit: field.minItems }
  if (field.maxItems !== null && values.length > field.maxItems)
    return { type: 'max-items', limit: field.maxItems }
  return null
}

/**
 * Checks one value before it leaves; the backend checks again. `pattern` is left to the browser's own
 * constraint check and to the backend: a pattern from the wire may be slow on purpose.
 */
export const validateField = (field: DataPoint, value: unknown): FieldProblem | null => {
  if (field.isReadOnly) return null
  if (field.type === 'Consent') return field.isRequired && value !== true ? { type: 'consent' } : null
  if (isBlank(value)) return field.isRequired && field.type !== 'Checkbox' ? { type: 'required' } : null
  return Array.isArray(value) ? problemOfList(field, value) : problemOfEntry(field, value)
}
