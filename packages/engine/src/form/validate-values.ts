import { compilePattern } from '../text/compile-pattern.ts'
import { askedFields } from './asked-fields.ts'
import { type DataPoint, optionValues } from './data-point.ts'
import { isCalendarDate } from './calendar-date.ts'

/** Problems as sentences by field key. Empty when the values are fine; it has no prototype. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>

const emailShape = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/
const urlShape = /^https?:\/\/[^\s/?#]+\S*$/i
const phoneShape = /^\s*\+?[\d\s()./-]+$/
const timeShape = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/
const dateTimeShape = /^(\d{4}-\d{2}-\d{2})[T ](\S+)$/
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
  if (takesSeveral(field)) return severalProblem(field, value)
  return valueProblem(field, value)
}

function valueProblem(field: DataPoint, value: unknown): string | null {
  switch (field.type) {
    case 'Number':
    case 'Rating':
      return numberProblem(field, value)
    case 'Select':
    case 'Radio':
      return isOption(field, value) ? null : 'Choose one of the options.'
    case 'MultiSelect':
      return isOption(field, value) ? null : 'Choose from the options.'
    case 'Date':
      return dateProblem(field, value)
    case 'Time':
      return timeProblem(field, value)
    case 'DateTime':
      return dateTimeProblem(field, value)
    case 'File':
      return fileProblem(value)
    default:
      return textProblem(field, value)
  }
}

const takesSeveral = (field: DataPoint): boolean => field.type === 'MultiSelect' || field.multiple === true

// A single value of a field that takes several is as good as a list of one, but for what is chosen from a list.
function severalProblem(field: DataPoint, value: unknown): string | null {
  if (field.type === 'MultiSelect' && !Array.isArray(value)) return 'Choose from the options.'
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.map((each) => valueProblem(field, each)).find((problem) => problem !== null) ?? null
}

const isOption = (field: DataPoint, value: unknown): boolean => optionValues(field).includes(String(value))

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
const fileProblem = (id: unknown): string | null =>
  typeof id === 'string' && id !== '' ? null : 'Upload the file again.'

function dateProblem(field: DataPoint, value: unknown): string | null {
  if (typeof value !== 'string' || !isCalendarDate(value)) return 'Enter a date, like 2026-11-19.'
  return boundProblem(field, value, ['a later day', 'an earlier day'])
}

function timeProblem(field: DataPoint, value: unknown): string | null {
  if (typeof value !== 'string' || !timeShape.test(value)) return 'Enter a time, like 09:30.'
  return boundProblem(field, value, ['later', 'earlier'])
}

// Without a zone it is the time where the person is, as a browser's own field gives it.
function dateTimeProblem(field: DataPoint, value: unknown): string | null {
  const [, date = '', time = ''] = (typeof value === 'string' && dateTimeShape.exec(value)) || []
  if (typeof value !== 'string' || !isCalendarDate(date) || !timeShape.test(time)) {
    return 'Enter a date and a time, like 2026-11-19T09:30.'
  }
  return boundProblem(field, value, ['later', 'earlier'])
}

// ISO dates and times sort as text.
function boundProblem(
  { min, max }: DataPoint,
  value: string,
  words: readonly [string, string],
): string | null {
  if (typeof min === 'string' && value < min) return `Enter ${min} or ${words[0]}.`
  if (typeof max === 'string' && value > max) return `Enter ${max} or ${words[1]}.`
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
  return shapeProblem(field.type, value) ?? patternProblem(field, value)
}

function shapeProblem(type: string, value: string): string | null {
  if (type === 'Email' && !(value.length <= 254 && emailShape.test(value))) {
    return 'Enter a full email address, like name@example.com.'
  }
  if (type === 'Url' && !urlShape.test(value)) return 'Enter a full web address, like https://example.com.'
  if (type === 'Phone' && !isPhone(value)) return 'Enter a phone number, like +49 30 1234567.'
  return null
}

function isPhone(value: string): boolean {
  const digits = value.replaceAll(/\D/g, '').length
  return phoneShape.test(value) && digits >= 3 && digits <= 20
}

// A pattern that cannot be is told to whoever made the form, and not held against whoever fills it in.
function patternProblem({ pattern }: DataPoint, value: string): string | null {
  if (pattern === undefined) return null
  const compiled = compilePattern(pattern)
  return compiled.type === 'problem' || compiled.isAllOf(value)
    ? null
    : 'This is not in the form that is asked for.'
}
