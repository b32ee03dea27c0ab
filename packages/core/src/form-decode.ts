import type { DataPoint, DataPointOption, DataPointType } from './form.ts'

/** The field types that have a control of their own, in the wire's spelling. */
export const dataPointTypes: readonly DataPointType[] = [
  'Text',
  'Email',
  'Select',
  'Number',
  'Phone',
  'Url',
  'Date',
  'Time',
  'DateTime',
  'MultiSelect',
  'Radio',
  'Checkbox',
  'TextArea',
  'File',
  'Password',
  'Rating',
  'Consent',
]

const typeByLowerCase: ReadonlyMap<string, DataPointType> = new Map(
  dataPointTypes.map((type) => [type.toLowerCase(), type]),
)

/** Names that would reach an object's prototype when a host copies submitted values carelessly. */
const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const needsOptions: ReadonlySet<DataPointType> = new Set(['Select', 'MultiSelect', 'Radio'])

/** Decoded fields, and a sentence for each fault of the definition; a faulty field is left out, never guessed. */
export interface DecodedForm {
  readonly dataPoints: readonly DataPoint[]
  readonly problems: readonly string[]
}

type Raw = Readonly<Record<string, unknown>>

const asText = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null

const asCount = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

const asBound = (value: unknown): number | string | null =>
  typeof value === 'number' || typeof value === 'string' ? value : null

// A wire may spell a property in any case: `Key`, `key`, `MinLength`, `min_length`.
const fold = (name: string): string => name.toLowerCase().replaceAll('_', '')

const foldKeys = (raw: object): Raw => {
  const folded: Record<string, unknown> = Object.create(null) as Record<string, unknown> // null prototype: keys come from the wire
  for (const [name, value] of Object.entries(raw)) folded[fold(name)] ??= value
  return folded
}

const decodeOption = (value: unknown): DataPointOption | null => {
  const text = asText(value)
  if (text !== null) return { value: text, label: text }
  if (typeof value !== 'object' || value === null) return null
  const raw = foldKeys(value)
  const name = asText(raw['value'] ?? raw['id'] ?? raw['key'])
  if (name === null) return null
  return { value: name, label: asText(raw['label'] ?? raw['name'] ?? raw['title']) ?? name }
}

const decodeOptions = (value: unknown): readonly DataPointOption[] =>
  Array.isArray(value) ? value.map(decodeOption).filter((option) => option !== null) : []

const decodeField = (raw: Raw, key: string): DataPoint => {
  const word = asText(raw['type']) ?? 'Text'
  const type = typeByLowerCase.get(fold(word))
  return {
    key,
    label: asText(raw['label']) ?? key,
    type: type ?? 'Text',
    unknownType: type ? null : word,
    isRequired: raw['required'] !== false && raw['isrequired'] !== false,
    options: decodeOptions(raw['options']),
    placeholder: asText(raw['placeholder']),
    help: asText(raw['help']),
    defaultValue: raw['default'] ?? raw['defaultvalue'] ?? null,
    min: asBound(raw['min']),
    max: asBound(raw['max']),
    minLength: asCount(raw['minlength']),
    maxLength: asCount(raw['maxlength']),
    pattern: asText(raw['pattern']),
    isMultiple: raw['multiple'] === true || type === 'MultiSelect',
    accept: asText(raw['accept']),
    isSecret: raw['secret'] === true || type === 'Password',
    group: asText(raw['group']),
  }
}

const faultOf = (field: DataPoint, seen: ReadonlySet<string>): string | null => {
  if (reservedKeys.has(field.key))
    return `The field “${field.label}” uses the reserved key “${field.key}”, which cannot be submitted safely. Rename it in the workflow.`
  if (seen.has(field.key))
    return `The key “${field.key}” is used by more than one field, so one answer would overwrite the other. Give each field its own key.`
  if (needsOptions.has(field.type) && field.options.length === 0)
    return `The field “${field.label}” offers a choice but lists no options, so nobody could answer it. Add options to it.`
  return null
}

/**
 * Reads `dataPoints` as any of the wires spells them (any casing, options as strings or objects).
 * Never throws: what cannot be drawn is a sentence in `problems` that names the field.
 */
export const decodeDataPoints = (value: unknown): DecodedForm => {
  if (!Array.isArray(value) || value.length === 0)
    return {
      dataPoints: [],
      problems: [
        'The step asks for details but lists no fields, so there is nothing to fill in. Add dataPoints to the step.',
      ],
    }
  const dataPoints: DataPoint[] = []
  const problems: string[] = []
  const seen = new Set<string>()
  for (const [index, entry] of value.entries()) {
    const raw = typeof entry === 'object' && entry !== null ? foldKeys(entry as object) : null
    const key = raw ? asText(raw['key']) : null
    if (raw === null || key === null || key === '') {
      problems.push(`Field ${index + 1} has no key, so its answer could not be submitted. Give it a key.`)
      continue
    }
    const field = decodeField(raw, key)
    const fault = faultOf(field, seen)
    seen.add(key)
    if (fault === null) dataPoints.push(field)
    else problems.push(fault)
  }
  return { dataPoints, problems }
}
