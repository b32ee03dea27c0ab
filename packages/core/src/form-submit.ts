import type { DataPoint } from './form.ts'
import { toInstant, toOffsetClock, type LocalTime } from './form-local-time.ts'
import { emptyRecord, isBlank, isTick, isUploaded, submittedOption, type FormValues } from './form-values.ts'
import { isRecord } from './is-record.ts'

const isNumber = ({ type }: DataPoint): boolean => type === 'Number' || type === 'Rating'

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
