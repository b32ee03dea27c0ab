import type { DataPoint } from './form.ts'

/** What is wrong with a value; `limit` is the bound that it misses. The page finds the words. */
export type FieldProblem =
  | { readonly type: 'required' }
  | { readonly type: 'email' }
  | { readonly type: 'url' }
  | { readonly type: 'phone' }
  | { readonly type: 'number' }
  | { readonly type: 'date' }
  | { readonly type: 'option' }
  | { readonly type: 'consent' }
  | { readonly type: 'min' | 'max'; readonly limit: number | string }
  | { readonly type: 'min-length' | 'max-length'; readonly limit: number }

const emailForm = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const phoneForm = /^\+?[\d\s().-]{5,}$/
const urlForm = /^https?:\/\/[^\s/?#]+\S*$/i
const dateForm = /^\d{4}-\d{2}-\d{2}$/
const timeForm = /^\d{2}:\d{2}(:\d{2})?$/
const dateTimeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const problemOfNumber = (field: DataPoint, value: unknown): FieldProblem | null => {
  const number = typeof value === 'number' ? value : Number(value)
  if (!Number.isFinite(number)) return { type: 'number' }
  if (field.min !== null && number < Number(field.min)) return { type: 'min', limit: field.min }
  if (field.max !== null && number > Number(field.max)) return { type: 'max', limit: field.max }
  return null
}

// ISO dates and times of one form compare as text.
const problemOfMoment = (field: DataPoint, text: string, form: RegExp): FieldProblem | null => {
  if (!form.test(text)) return { type: 'date' }
  if (field.min !== null && text < String(field.min)) return { type: 'min', limit: field.min }
  if (field.max !== null && text > String(field.max)) return { type: 'max', limit: field.max }
  return null
}

const problemOfChoice = (field: DataPoint, value: unknown): FieldProblem | null => {
  const chosen = Array.isArray(value) ? value : [value]
  const isOffered = (choice: unknown) => field.options.some((option) => option.value === choice)
  return chosen.every(isOffered) ? null : { type: 'option' }
}

const problemOfText = (field: DataPoint, text: string): FieldProblem | null => {
  if (field.minLength !== null && text.length < field.minLength)
    return { type: 'min-length', limit: field.minLength }
  if (field.maxLength !== null && text.length > field.maxLength)
    return { type: 'max-length', limit: field.maxLength }
  return null
}

const problemOfKind = (field: DataPoint, value: unknown): FieldProblem | null => {
  const text = String(value)
  switch (field.type) {
    case 'Email':
      return emailForm.test(text) ? problemOfText(field, text) : { type: 'email' }
    case 'Phone':
      return phoneForm.test(text) ? problemOfText(field, text) : { type: 'phone' }
    case 'Url':
      return urlForm.test(text) ? problemOfText(field, text) : { type: 'url' }
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
      return problemOfChoice(field, value)
    case 'Checkbox':
    case 'Consent':
    case 'File':
      return null
    case 'Text':
    case 'TextArea':
    case 'Password':
      return problemOfText(field, text)
  }
}

/**
 * Checks one value before it leaves; the backend checks again. `pattern` is left to the browser's own
 * constraint check and to the backend: a pattern from the wire may be slow on purpose.
 */
export const validateField = (field: DataPoint, value: unknown): FieldProblem | null => {
  if (field.type === 'Consent') return field.isRequired && value !== true ? { type: 'consent' } : null
  if (isEmpty(value)) return field.isRequired && field.type !== 'Checkbox' ? { type: 'required' } : null
  return problemOfKind(field, value)
}

/** The values a fresh form starts with. Its record has no prototype, so any key is only a key. */
export const emptyValues = (fields: readonly DataPoint[]): Record<string, unknown> => {
  const values = Object.create(null) as Record<string, unknown> // Object.create is typed `any`
  for (const field of fields) {
    if (field.defaultValue !== null) values[field.key] = field.defaultValue
    else if (field.type === 'Checkbox' || field.type === 'Consent') values[field.key] = false
    else values[field.key] = field.isMultiple ? [] : ''
  }
  return values
}
