import { toLocalClock, type LocalTime } from './form-local-time.ts'
import { isRecord } from './is-record.ts'
import type { DataPoint, DataPointOption } from './form.ts'
import { sameValue } from './same-value.ts'

/** A file that the backend has. Its id is what is submitted. */
export interface UploadedFile {
  readonly id: string
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly type: string
}

/** Values by field key, in a record without a prototype: any key is only a key. */
export type FormValues = Readonly<Record<string, unknown>>

/** A record without a prototype. */
export const emptyRecord = (): Record<string, unknown> => Object.create(null) as Record<string, unknown> // Object.create is typed `any`

/** Whether nothing was entered. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** Whether a field is a box to tick. */
export const isTick = ({ type }: DataPoint): boolean => type === 'Checkbox' || type === 'Consent'

/** What stands for an option in a submission. */
export const submittedOption = (option: DataPointOption): unknown =>
  'submits' in option ? option.submits : option.value

const textOf = (field: DataPoint, value: unknown): string => {
  if (field.format === 'json')
    return value === undefined || value === null ? '' : JSON.stringify(value, null, 2)
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const entryToControl = (field: DataPoint, value: unknown, time: LocalTime): string => {
  const option = field.options.find((each) => sameValue(submittedOption(each), value))
  // A default that is not offered cannot be chosen.
  if (option || field.options.length > 0) return option?.value ?? ''
  const text = textOf(field, value)
  if (field.format === 'date-time') return time.fromInstant(text) ?? text
  return field.format === 'time' ? toLocalClock(text, time) : text
}

/** Whether a value stands for a file that the backend has. */
export const isUploaded = (value: unknown): value is UploadedFile =>
  isRecord(value) && typeof value['id'] === 'string'

/**
 * Brings a default, or a value that was submitted, to what a control holds: text; a boolean for Checkbox and
 * Consent; texts for a multiple field; uploaded files for File.
 */
export const toControlValue = (field: DataPoint, value: unknown, time: LocalTime): unknown => {
  if (isTick(field)) return value === true || value === 'true'
  if (field.type === 'File') return Array.isArray(value) ? value.filter(isUploaded) : []
  if (!field.isMultiple) return entryToControl(field, value, time)
  return (Array.isArray(value) ? value : isBlank(value) ? [] : [value]).map((entry) =>
    entryToControl(field, entry, time),
  )
}

/** The value of a field among values that were submitted. */
export const answerOf = (field: DataPoint, values: FormValues): unknown => {
  let inner: unknown = values
  for (const name of field.path ?? [field.key]) {
    if (!isRecord(inner) || !Object.hasOwn(inner, name)) return undefined
    inner = inner[name]
  }
  return inner
}

/** The values a fresh form starts with. Its record has no prototype, so any key is only a key. */
export const emptyValues = (fields: readonly DataPoint[]): Record<string, unknown> => {
  const values = emptyRecord()
  for (const field of fields) {
    if (field.defaultValue !== null) values[field.key] = field.defaultValue
    else if (isTick(field)) values[field.key] = false
    else values[field.key] = field.isMultiple ? [] : ''
  }
  return values
}
