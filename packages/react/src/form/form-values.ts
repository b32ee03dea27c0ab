import { emptyValues, toControlValue, type DataPoint, type FormValues } from '@threadwork/core'
import { isRecord } from '../base/is-record.ts'
import type { DraftGaps } from '../strings/form.ts'
import { localTime } from './local-time.ts'

const emptyRecord = (): Record<string, unknown> => Object.create(null) as Record<string, unknown> // Object.create is typed `any`

const readRecord = (draft: string | null): FormValues => {
  if (draft === null) return emptyRecord()
  try {
    const parsed: unknown = JSON.parse(draft)
    // A draft is our own note, but storage is everybody's: anything but a record is no draft.
    return isRecord(parsed) ? parsed : emptyRecord()
  } catch {
    return emptyRecord()
  }
}

/** Whether a draft holds the field: a secret is never stored, and a file is not text. */
export const isInDraft = (field: DataPoint): boolean =>
  !field.isSecret && !field.isReadOnly && field.type !== 'File'

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string')

// What a draft holds is what a control held; anything else was not written by us.
const drafted = (field: DataPoint, value: unknown): unknown => {
  if (field.type === 'Checkbox' || field.type === 'Consent') return value === true
  if (field.isMultiple) return isTexts(value) ? value : []
  return typeof value === 'string' ? value : ''
}

/** What the form starts with: the draft where it knows a field, else the field's default. A secret is never restored. */
export const startingValues = (fields: readonly DataPoint[], draft: string | null): FormValues => {
  const kept = readRecord(draft)
  const values = emptyValues(fields)
  for (const field of fields) {
    const hasDraft = isInDraft(field) && Object.hasOwn(kept, field.key)
    values[field.key] = hasDraft
      ? drafted(field, kept[field.key])
      : toControlValue(field, values[field.key], localTime)
  }
  return values
}

const isUntouched = (value: unknown): boolean =>
  value === '' || value === false || value === undefined || (Array.isArray(value) && value.length === 0)

/** The note to keep on the device, without secrets and files; `null` when nothing is worth keeping. */
export const writtenDraft = (
  fields: readonly DataPoint[],
  valueOf: (field: DataPoint) => unknown,
): string | null => {
  const open = fields.filter(isInDraft)
  if (open.every((field) => isUntouched(valueOf(field)))) return null
  const values = emptyRecord()
  for (const field of open) values[field.key] = valueOf(field)
  return JSON.stringify(values)
}

/** What a draft of these fields leaves out. */
export const draftGaps = (fields: readonly DataPoint[]): DraftGaps => ({
  hasSecrets: fields.some(({ isSecret }) => isSecret),
  hasFiles: fields.some(({ type }) => type === 'File'),
})
