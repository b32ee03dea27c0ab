import { askedFields } from './asked-fields.ts'
import { type DataPoint, optionValues } from './data-point.ts'
import { isCalendarDate } from './calendar-date.ts'

/** Problems as sentences by field key. Empty when the values are fine; it has no prototype. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>

const emailShape = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/
const longestText = 10_000

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const ownValue = (values: object, key: string): unknown =>
  Object.hasOwn(values, key) ? Reflect.get(values, key) : undefined

/**
 * Checks what a person submitted against the form that asked for it: the fields that its values ask for. Other keys
 * are errors as well.
 */
export function validateValues(fields: readonly DataPoint[], values: object): FieldErrors {
  const errors: Record<string, readonly string[]> = Object.create(null)
  const asked = askedFields(fields, (key) => ownValue(values, key))
  const known = new Set(asked.map((field) => field.key))
  for (const field of asked) {
    const problem = problemOf(field, ownValue(values, field.key))
    if (problem !== null) errors[field.key] = [problem]
  }
  for (const key of Object.keys(values)) {
    if (!known.has(key)) errors[key] = ['This form has no such field.']
  }
  return errors
}

function problemOf(field: DataPoint, value: unknown): string | null {
  const isRequired = field.required !== false
  if (field.type === 'Checkbox' || field.type === 'Consent') return tickProblem(field, value, isRequired)
  if (isEmpty(value)) return isRequired ? `Enter ${nameOf(field)}.` : null
  switch (field.type) {
    case 'Number':
    case 'Rating':
      return numberProblem(field, value)
    case 'Select':
    case 'Radio':
      return optionValues(field).includes(String(value)) ? null : 'Choose one of the options.'
    case 'MultiSelect':
      return Array.isArray(value) && value.every((entry) => optionValues(field).includes(String(entry)))
        ? null
        : 'Choose from the options.'
    case 'Date':
      return dateProblem(field, value)
    case 'File':
      return fileProblem(field, value)
    default:
      return textProblem(field, value)
  }
}

const nameOf = (field: DataPoint): string => `“${field.label}”`

function tickProblem(field: DataPoint, value: unknown, isRequired: boolean): string | null {
  if (value === true) return null
  if (value !== undefined && value !== null && value !== '' && typeof value !== 'boolean') {
    return `${nameOf(field)} takes yes or no.`
  }
  return isRequired ? `Tick ${nameOf(field)} to go on.` : null
}

function numberProblem(field: DataPoint, value: unknown): string | null {
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return 'Enter a number.'
  if (typeof field.min === 'number' && number < field.min) return `Enter ${field.min} or more.`
  if (typeof field.max === 'number' && number > field.max) return `Enter ${field.max} or less.`
  return null
}

// What is submitted are the ids that the uploads gave.
function fileProblem(field: DataPoint, value: unknown): string | null {
  const ids: readonly unknown[] = field.multiple && Array.isArray(value) ? value : [value]
  return ids.every((id) => typeof id === 'string' && id !== '') ? null : 'Upload the file again.'
}

function dateProblem(field: DataPoint, value: unknown): string | null {
  if (typeof value !== 'string' || !isCalendarDate(value)) return 'Enter a date, like 2026-11-19.'
  // ISO dates sort as text.
  if (typeof field.min === 'string' && value < field.min) return `Enter ${field.min} or a later day.`
  if (typeof field.max === 'string' && value > field.max) return `Enter ${field.max} or an earlier day.`
  return null
}

function textProblem(field: DataPoint, value: unknown): string | null {
  if (typeof value !== 'string') return 'Enter text.'
  if (field.required !== false && value.trim() === '') return `Enter ${nameOf(field)}.`
  const longest = field.maxLength ?? longestText
  if (value.length > longest) return `Use ${longest} characters or fewer.`
  if (field.minLength !== undefined && value.length < field.minLength) {
    return `Use ${field.minLength} characters or more.`
  }
  if (field.type === 'Email' && !(value.length <= 254 && emailShape.test(value))) {
    return 'Enter a full email address, like name@example.com.'
  }
  return null
}
