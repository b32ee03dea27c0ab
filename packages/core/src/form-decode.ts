import { checkFields } from './form-check.ts'
import { decodeCondition } from './form-decode-condition.ts'
import { createDataPoint } from './form-field.ts'
import { asBound, asCount, asText, foldKeys, foldName, type Raw } from './form-read.ts'
import { isRecord } from './is-record.ts'
import type { DataPoint, DataPointOption, DataPointType, DecodedForm, FieldGroup } from './form.ts'

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

const decodeOption = (value: unknown): DataPointOption | null => {
  const text = asText(value)
  if (text !== null) return { value: text, label: text }
  if (typeof value !== 'object' || value === null) return null
  const raw = foldKeys(value)
  const name = asText(raw['value'] ?? raw['id'] ?? raw['key'])
  if (name === null) return null
  return { value: name, label: asText(raw['label'] ?? raw['name'] ?? raw['title']) ?? name }
}

/** Options as texts, or as objects with a value and a label. */
export const decodeOptions = (value: unknown): readonly DataPointOption[] => {
  const options = Array.isArray(value) ? value.map(decodeOption).filter((option) => option !== null) : []
  // Two options of one value would be one choice that is drawn twice.
  return [...new Map(options.map((option) => [option.value, option])).values()]
}

const decodeGroups = (value: unknown): readonly FieldGroup[] => {
  const text = asText(value)
  if (text) return [{ key: text, label: text, help: null, isOptional: false }]
  if (Array.isArray(value)) return value.flatMap(decodeGroups)
  if (!isRecord(value)) return []
  const raw = foldKeys(value)
  const label = asText(raw['label'] ?? raw['title'] ?? raw['name'] ?? raw['key'])
  return label === null
    ? []
    : [
        {
          key: asText(raw['key']) ?? label,
          label,
          help: asText(raw['help'] ?? raw['description']),
          isOptional: false,
        },
      ]
}

// HTML's meaning of a pattern: it is for the whole text.
const wholePattern = (pattern: string | null): string | null => (pattern === null ? null : `^(?:${pattern})$`)

// Required unless it says otherwise; a condition under which it is required says otherwise.
const isRequired = (raw: Raw): boolean => {
  const said = raw['required'] ?? raw['isrequired']
  return typeof said === 'boolean' ? said : (raw['requiredwhen'] ?? null) === null
}

const decodeField = (raw: Raw, key: string): DataPoint => {
  const word = asText(raw['type']) ?? 'Text'
  const type = typeByLowerCase.get(foldName(word))
  return createDataPoint({
    key,
    label: asText(raw['label']) ?? key,
    type: type ?? 'Text',
    unknownType: type ? null : word,
    isRequired: isRequired(raw),
    visibleWhen: decodeCondition(raw['visiblewhen']),
    requiredWhen: decodeCondition(raw['requiredwhen']),
    options: decodeOptions(raw['options']),
    placeholder: asText(raw['placeholder']),
    help: asText(raw['help']),
    defaultValue: raw['default'] ?? raw['defaultvalue'] ?? null,
    min: asBound(raw['min']),
    max: asBound(raw['max']),
    step: asCount(raw['step']),
    minLength: asCount(raw['minlength']),
    maxLength: asCount(raw['maxlength']),
    minItems: asCount(raw['minitems']),
    maxItems: asCount(raw['maxitems']),
    pattern: wholePattern(asText(raw['pattern'])),
    patternHint: asText(raw['patternhint']),
    isMultiple: raw['multiple'] === true || type === 'MultiSelect',
    accept: asText(raw['accept']),
    maxBytes: asCount(raw['maxbytes']),
    isSecret: raw['secret'] === true || type === 'Password',
    isReadOnly: raw['readonly'] === true,
    groups: decodeGroups(raw['group']),
  })
}

const isUnread = (raw: Raw, field: DataPoint): boolean =>
  ((raw['visiblewhen'] ?? null) !== null && field.visibleWhen === null) ||
  ((raw['requiredwhen'] ?? null) !== null && field.requiredWhen === null)

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
  const fields: DataPoint[] = []
  const problems: string[] = []
  for (const [index, entry] of value.entries()) {
    const raw = typeof entry === 'object' && entry !== null ? foldKeys(entry as object) : null
    const key = raw ? asText(raw['key']) : null
    if (raw === null || key === null || key === '') {
      problems.push(`Field ${index + 1} has no key, so its answer could not be submitted. Give it a key.`)
      continue
    }
    const field = decodeField(raw, key)
    fields.push(field)
    if (isUnread(raw, field))
      problems.push(
        `A condition of “${field.label}” is written in a way that this page cannot read, so the field is always asked for.`,
      )
  }
  return checkFields(fields, problems)
}
