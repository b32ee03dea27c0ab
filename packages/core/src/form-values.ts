import { toInstant, toLocalClock, toOffsetClock, type LocalTime } from './form-local-time.ts'
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

const emptyRecord = (): Record<string, unknown> => Object.create(null) as Record<string, unknown> // Object.create is typed `any`

/** Whether nothing was entered. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const isTick = ({ type }: DataPoint): boolean => type === 'Checkbox' || type === 'Consent'
const isNumber = ({ type }: DataPoint): boolean => type === 'Number' || type === 'Rating'

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

const isUploaded = (value: unknown): value is UploadedFile =>
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

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

const entryToSubmit = (field: DataPoint, entry: unknown, time: LocalTime): unknown => {
  if (isUploaded(entry)) return entry.id
  const option = field.options.find((each) => each.value === entry)
  if (option) return submittedOption(option)
  if (isNumber(field)) return Number(entry)
  if (typeof entry !== 'string') return entry
  if (field.format === 'json') return parsed(entry)
  if (field.format === 'date-time') return toInstant(entry, time)
  return field.format === 'time' ? toOffsetClock(entry, time) : entry
}

const emptyOf = (field: DataPoint): unknown => {
  if (field.emptyAs === 'null') return null
  if (field.emptyAs === 'absent') return undefined
  return field.isMultiple ? [] : isNumber(field) ? null : ''
}

/** What a control's value is submitted as; `undefined`: it is left out. */
export const submittedValue = (field: DataPoint, value: unknown, time: LocalTime): unknown => {
  // A consent that was not given is not a consent to the contrary.
  if (field.type === 'Consent' && value !== true && field.emptyAs === 'absent') return undefined
  if (isTick(field)) return value === true
  if (isBlank(value)) return emptyOf(field)
  if (!Array.isArray(value)) return entryToSubmit(field, value, time)
  const entries = value.map((entry: unknown) => entryToSubmit(field, entry, time))
  return field.isMultiple ? entries : entries[0]
}

const put = (values: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    values[name] = value
    return
  }
  const inner = (values[name] ??= emptyRecord())
  // A path never runs through another field's value: a group's name is not a field's.
  if (isRecord(inner)) put(inner, rest, value)
}

const emptyGroups = (
  fields: readonly DataPoint[],
  valueOf: (field: DataPoint) => unknown,
): ReadonlySet<string> => {
  const empty = new Set<string>()
  const filled = new Set<string>()
  for (const field of fields) {
    const value = valueOf(field)
    const seen = isBlank(value) || value === false ? empty : filled
    for (const group of field.groups) if (group.isOptional) seen.add(group.key)
  }
  return new Set([...empty].filter((key) => !filled.has(key)))
}

/** The values that leave, each under its field's key or path. Give only the fields that are asked for. */
export const submittedValues = (
  fields: readonly DataPoint[],
  valueOf: (field: DataPoint) => unknown,
  time: LocalTime,
): FormValues => {
  const values = emptyRecord()
  const omitted = emptyGroups(fields, valueOf)
  for (const field of fields) {
    if (field.groups.some(({ key }) => omitted.has(key))) continue
    const value = submittedValue(field, valueOf(field), time)
    if (value !== undefined) put(values, field.path ?? [field.key], value)
  }
  return values
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
