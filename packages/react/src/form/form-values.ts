import { emptyValues, type DataPoint } from '@threadwork/core'

/** A form's values by data point key, in a record without a prototype: any key is only a key. */
export type FormValues = Readonly<Record<string, unknown>>

const emptyRecord = (): Record<string, unknown> => Object.create(null) as Record<string, unknown> // Object.create is typed `any`

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string')

/** Brings a default, or a value out of a draft, to the form that the field's control holds. */
export const toControlValue = (field: DataPoint, value: unknown): unknown => {
  if (field.type === 'Checkbox' || field.type === 'Consent') return value === true || value === 'true'
  if (field.isMultiple) return isTexts(value) ? value : typeof value === 'string' && value ? [value] : []
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const toSubmitted = (field: DataPoint, value: unknown): unknown => {
  if (field.type !== 'Number' && field.type !== 'Rating') return value
  if (value === '' || value === null || value === undefined) return null
  return Number(value)
}

/** The values that leave: numbers as numbers, an empty number as `null`. */
export const submittedValues = (
  fields: readonly DataPoint[],
  valueOf: (field: DataPoint) => unknown,
): FormValues => {
  const values = emptyRecord()
  for (const field of fields) values[field.key] = toSubmitted(field, valueOf(field))
  return values
}

const readRecord = (draft: string | null): FormValues => {
  if (draft === null) return emptyRecord()
  try {
    const parsed: unknown = JSON.parse(draft)
    // A draft is our own note, but storage is everybody's: anything but a record is no draft.
    return typeof parsed === 'object' && parsed !== null ? (parsed as FormValues) : emptyRecord()
  } catch {
    return emptyRecord()
  }
}

/** What the form starts with: the draft where it knows a field, else the field's default. A secret is never restored. */
export const startingValues = (fields: readonly DataPoint[], draft: string | null): FormValues => {
  const kept = readRecord(draft)
  const values = emptyValues(fields)
  for (const field of fields) {
    const hasDraft = !field.isSecret && Object.hasOwn(kept, field.key)
    values[field.key] = toControlValue(field, hasDraft ? kept[field.key] : values[field.key])
  }
  return values
}

const isBlank = (value: unknown): boolean =>
  value === '' || value === false || value === undefined || (Array.isArray(value) && value.length === 0)

/** The note to keep on the device, without secrets; `null` when nothing is worth keeping. */
export const writtenDraft = (
  fields: readonly DataPoint[],
  valueOf: (field: DataPoint) => unknown,
): string | null => {
  const open = fields.filter((field) => !field.isSecret)
  if (open.every((field) => isBlank(valueOf(field)))) return null
  const values = emptyRecord()
  for (const field of open) values[field.key] = valueOf(field)
  return JSON.stringify(values)
}
