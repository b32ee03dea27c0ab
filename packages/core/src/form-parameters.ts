import type { ParameterSchema } from './events.ts'
import { checkFields } from './form-check.ts'
import { decodeOptions } from './form-decode.ts'
import { createDataPoint } from './form-field.ts'
import type { LocalTime } from './form-local-time.ts'
import { asText, foldKeys, foldName, type Raw } from './form-read.ts'
import { submittedValue } from './form-submit.ts'
import { toControlValue, type FormValues } from './form-values.ts'
import type { DataPoint, DataPointOption, DataPointType, DecodedForm } from './form.ts'
import { sameValue } from './same-value.ts'

type Kind = Partial<Pick<DataPoint, 'type' | 'format' | 'step' | 'isMultiple' | 'isSecret' | 'unknownType'>>

const kindByWord: Readonly<Record<string, Kind>> = {
  string: { type: 'Text' },
  text: { type: 'Text' },
  plaintext: { type: 'Text' },
  textarea: { type: 'TextArea' },
  plaintextarea: { type: 'TextArea' },
  email: { type: 'Email' },
  phone: { type: 'Phone' },
  url: { type: 'Url' },
  password: { type: 'Password', isSecret: true },
  number: { type: 'Number' },
  float: { type: 'Number' },
  decimal: { type: 'Number' },
  integer: { type: 'Number', step: 1 },
  boolean: { type: 'Checkbox' },
  checkbox: { type: 'Checkbox' },
  date: { type: 'Date' },
  time: { type: 'Time' },
  datetime: { type: 'DateTime' },
  timestamp: { type: 'DateTime' },
  select: { type: 'Select' },
  multiselect: { type: 'MultiSelect', isMultiple: true },
  object: { type: 'TextArea', format: 'json' },
  array: { type: 'TextArea', format: 'json' },
}

const dateForm = /^\d{4}-\d{2}-\d{2}$/
const timeForm = /^\d{2}:\d{2}(:\d{2})?$/
const localForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i

const kindOfText = (text: string): Kind => ({
  type: text.length > 80 || text.includes('\n') ? 'TextArea' : 'Text',
})

const isLine = (entry: unknown): boolean =>
  typeof entry === 'string' && entry.trim() !== '' && !entry.includes('\n')

const kindOfValue = (value: unknown): Kind => {
  if (typeof value === 'boolean') return { type: 'Checkbox' }
  if (typeof value === 'number') return { type: 'Number' }
  if (typeof value === 'string') return kindOfText(value)
  if (Array.isArray(value) && value.length > 0 && value.every(isLine))
    return { type: 'TextArea', isMultiple: true }
  return value === null || value === undefined ? {} : { type: 'TextArea', format: 'json' }
}

const matches = (type: DataPointType, text: string): boolean => {
  switch (type) {
    case 'Number':
      return text.trim() !== '' && Number.isFinite(Number(text))
    case 'Date':
      return dateForm.test(text)
    case 'Time':
      return timeForm.test(text)
    case 'DateTime':
      return localForm.test(text) || instantForm.test(text)
    case 'Checkbox':
      return text === 'true' || text === 'false'
    default:
      return true
  }
}

// A control that cannot hold the value would show another one, or none.
const isDrawable = (kind: Kind, options: readonly DataPointOption[], value: unknown): boolean => {
  if (value === undefined || value === null) return true
  if (options.length > 0) {
    const isOffered = (entry: unknown) => options.some((option) => option.value === entry)
    return kind.isMultiple === true ? Array.isArray(value) && value.every(isOffered) : isOffered(value)
  }
  if (kind.format === 'json') return true
  if (typeof value === 'string') return kind.isMultiple !== true && matches(kind.type ?? 'Text', value)
  if (typeof value === 'number') return kind.type === 'Number'
  if (typeof value === 'boolean') return kind.type === 'Checkbox'
  return kind.isMultiple === true && Array.isArray(value) && value.every(isLine)
}

const isChoice = ({ type }: Kind): boolean => type === 'Select' || type === 'MultiSelect'

const declaredKind = (raw: Raw, options: readonly DataPointOption[]): Kind => {
  const words = [raw['controltype'], raw['type']].map(asText).filter((word) => word !== null && word !== '')
  const kinds = words.map((word) => kindByWord[foldName(word ?? '')])
  // A choice between values that the schema does not list is drawn by its plain type.
  const kind = kinds.find((each) => each !== undefined && isChoice(each) === options.length > 0)
  const [word] = words
  if (kind === undefined) return typeof word === 'string' ? { type: 'Text', unknownType: word } : {}
  // `number` by control and `integer` by type: both hold.
  const isWhole = kind.type === 'Number' && kinds.some((each) => each?.step === 1)
  return isWhole ? { ...kind, step: 1 } : kind
}

const instantFormat = (kind: Kind, value: unknown): Kind =>
  kind.type === 'DateTime' && typeof value === 'string' && instantForm.test(value)
    ? { ...kind, format: 'date-time' }
    : kind

// Wires list a choice as `{ value, label }`, as a text, or as the pair `[label, value]`.
const optionsOf = (raw: Raw): readonly DataPointOption[] => {
  const list = raw['picklist'] ?? raw['options']
  if (!Array.isArray(list)) return []
  return decodeOptions(
    list.map((entry: unknown) =>
      Array.isArray(entry) ? { label: entry[0] as unknown, value: entry[1] as unknown } : entry,
    ),
  )
}

const describedField = (key: string, raw: Raw, value: unknown): DataPoint => {
  const offered = optionsOf(raw)
  const declared = declaredKind(raw, offered)
  const isHeld = declared.type !== undefined && isDrawable(declared, offered, value)
  const kind = isHeld ? instantFormat(declared, value) : kindOfValue(value)
  return createDataPoint({
    key,
    label: asText(raw['label']) || key,
    help: asText(raw['hint']) || null,
    options: isHeld ? offered : [],
    isRequired: raw['optional'] !== true && raw['isoptional'] !== true,
    emptyAs: 'absent',
    defaultValue: value ?? raw['default'] ?? null,
    ...kind,
  })
}

const undescribedField = (key: string, value: unknown): DataPoint =>
  createDataPoint({
    key,
    isRequired: false,
    emptyAs: 'absent',
    defaultValue: value ?? null,
    ...kindOfValue(value),
  })

const own = (record: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined

/**
 * Reads `skill_parameter_schema` into fields whose defaults are the parameters of the call. A parameter that the
 * schema does not list is drawn by its value. A value that its declared control could not hold is drawn as text or,
 * for objects and lists, as JSON. Rows may be decoded or as the wire spells them.
 */
export const decodeParameterSchema = (
  schema: readonly (ParameterSchema | Readonly<Record<string, unknown>>)[],
  parameters: Readonly<Record<string, unknown>>,
): DecodedForm => {
  const rows = schema.map((row) => foldKeys(row))
  const listed = rows.flatMap((raw) => {
    const name = asText(raw['name'])
    return name ? [describedField(name, raw, own(parameters, name))] : []
  })
  const names = new Set(listed.map(({ key }) => key))
  const others = Object.keys(parameters)
    .filter((name) => !names.has(name))
    .map((name) => undescribedField(name, parameters[name]))
  const unnamed = rows.length - listed.length
  return checkFields(
    [...listed, ...others],
    unnamed > 0 ? [`${unnamed} of the parameters have no name, so they cannot be changed here.`] : [],
  )
}

export interface ParameterEdit {
  /** As they came with the call. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** The decoded fields. */
  readonly fields: readonly DataPoint[]
  /** What the form submitted. */
  readonly values: FormValues
  readonly time: LocalTime
}

/**
 * The call's parameters with a person's edits. What they did not change stays exactly what it was, type included:
 * a text `"1"` in a number field is still a text, and what no field shows is kept.
 */
export const editedParameters = ({ parameters, fields, values, time }: ParameterEdit): FormValues => {
  const edited = Object.assign(Object.create(null) as Record<string, unknown>, parameters) // Object.create is typed `any`
  for (const field of fields) {
    const { key } = field
    const before = submittedValue(field, toControlValue(field, own(parameters, key), time), time)
    const after = own(values, key)
    if (sameValue(before, after)) continue
    if (after === undefined) delete edited[key]
    else edited[key] = after
  }
  return edited
}
