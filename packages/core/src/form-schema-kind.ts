import { isCheckedFormat } from './form-format.ts'
import { asCount, asText } from './form-read.ts'
import type { Schema } from './form-schema-merge.ts'
import { choiceOf } from './form-schema-options.ts'
import type { DataPoint } from './form.ts'

/** How a value is drawn, and within which limits. */
export type Kind = Partial<DataPoint>

const kindByFormat: Readonly<Record<string, Kind>> = {
  email: { type: 'Email' },
  'idn-email': { type: 'Email' },
  uri: { type: 'Url', format: 'uri' },
  iri: { type: 'Url', format: 'uri' },
  url: { type: 'Url', format: 'uri' },
  date: { type: 'Date' },
  time: { type: 'Time', format: 'time' },
  'date-time': { type: 'DateTime', format: 'date-time' },
  password: { type: 'Password', isSecret: true },
  phone: { type: 'Phone' },
  tel: { type: 'Phone' },
  textarea: { type: 'TextArea' },
  multiline: { type: 'TextArea' },
  markdown: { type: 'TextArea' },
  'idn-hostname': { format: 'hostname' },
}

/** Formats of the specification that are typed as text and that the backend checks. */
const plainFormats: ReadonlySet<string> = new Set([
  'uri-reference',
  'iri-reference',
  'uri-template',
  'json-pointer',
  'relative-json-pointer',
  'regex',
])

const longText = 200

const isLong = (schema: Schema, defaultValue: unknown): boolean =>
  (asCount(schema['maxLength']) ?? 0) > longText ||
  (asText(schema['contentMediaType'])?.startsWith('text/') ?? false) ||
  (typeof defaultValue === 'string' && defaultValue.includes('\n'))

const textKind = (schema: Schema, defaultValue: unknown): Kind => {
  const format = asText(schema['format'])
  const plain: Kind = { type: isLong(schema, defaultValue) ? 'TextArea' : 'Text' }
  if (format === null) return plain
  const kind = Object.hasOwn(kindByFormat, format) ? kindByFormat[format] : undefined
  if (kind) return { ...plain, ...kind }
  return isCheckedFormat(format) || plainFormats.has(format)
    ? { ...plain, format }
    : { ...plain, unknownType: format }
}

const textLimits = (schema: Schema): Kind => ({
  minLength: asCount(schema['minLength']),
  maxLength: asCount(schema['maxLength']),
  pattern: asText(schema['pattern']),
  patternHint: asText(schema['patternErrorMessage'] ?? schema['patternHint']),
  min: asText(schema['formatMinimum']),
  max: asText(schema['formatMaximum']),
})

const numberLimits = (schema: Schema, isInteger: boolean): Kind => {
  const minimum = asCount(schema['minimum'])
  const maximum = asCount(schema['maximum'])
  const step = asCount(schema['multipleOf'])
  return {
    type: 'Number',
    // Draft 4 says `exclusiveMinimum: true` beside `minimum`.
    min: schema['exclusiveMinimum'] === true ? null : minimum,
    max: schema['exclusiveMaximum'] === true ? null : maximum,
    above: schema['exclusiveMinimum'] === true ? minimum : asCount(schema['exclusiveMinimum']),
    below: schema['exclusiveMaximum'] === true ? maximum : asCount(schema['exclusiveMaximum']),
    step: isInteger && !Number.isInteger(step ?? 0.5) ? 1 : step,
  }
}

const itemLimits = (schema: Schema): Kind => ({
  minItems: asCount(schema['minItems']),
  maxItems: asCount(schema['maxItems']),
  isUnique: schema['uniqueItems'] === true,
  isMultiple: true,
})

const json: Kind = { type: 'TextArea', format: 'json' }

const inferredType = (schema: Schema): string => {
  if (schema['properties'] !== undefined) return 'object'
  if (schema['items'] !== undefined) return 'array'
  const hasBound = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'].some(
    (keyword) => schema[keyword] !== undefined,
  )
  return hasBound ? 'number' : 'string'
}

/** The types that a value may have, without `null`, which is told beside. */
export const typesOf = (
  schema: Schema,
): { readonly types: readonly string[]; readonly isNullable: boolean } => {
  const said = schema['type']
  const all = (Array.isArray(said) ? (said as readonly unknown[]) : [said]).filter(
    (type) => typeof type === 'string',
  )
  const types = all.filter((type) => type !== 'null')
  return {
    types: types.length > 0 ? types : [inferredType(schema)],
    isNullable: all.includes('null') || schema['nullable'] === true,
  }
}

// A text is also right where a text is one of several types.
const preferred = ['string', 'number', 'integer', 'boolean', 'array', 'object']
const typeOf = (types: readonly string[]): string =>
  preferred.find((type) => types.includes(type)) ?? 'string'

const titled = (schema: Schema): Kind | null => {
  const choice = choiceOf(schema)
  return choice && { type: 'Select', options: choice.options }
}

const booleanKind = (schema: Schema): Kind => {
  if (schema['const'] === true) return { type: 'Consent' }
  const choice = choiceOf(schema)
  const isNamed = choice?.options.some(({ label }) => label !== 'true' && label !== 'false') === true
  return isNamed && choice ? { type: 'Radio', options: choice.options } : { type: 'Checkbox' }
}

const arrayKind = (schema: Schema, items: Schema): Kind => {
  const limits = itemLimits(schema)
  const choice = choiceOf(items)
  if (choice) return { ...limits, type: 'MultiSelect', options: choice.options }
  const type = typeOf(typesOf(items).types)
  const isPlain = schema['prefixItems'] === undefined && !Array.isArray(schema['items'])
  if (isPlain && type === 'string') return { ...textLimits(items), ...textKind(items, null), ...limits }
  if (isPlain && (type === 'number' || type === 'integer'))
    return { ...numberLimits(items, type === 'integer'), ...limits }
  return json
}

const constantKind = (value: unknown): Kind => ({
  type: 'Select',
  isReadOnly: true,
  options: choiceOf({ enum: [value] })?.options ?? [],
  defaultValue: value,
})

/** What draws a value. `items` are an array's, resolved; `{}` for other types. */
export const kindOf = (schema: Schema, items: Schema, defaultValue: unknown): Kind => {
  const type = typeOf(typesOf(schema).types)
  if (type === 'boolean') return booleanKind(schema)
  if (schema['const'] !== undefined && schema['const'] !== null) return constantKind(schema['const'])
  if (type === 'array' && schema['enum'] === undefined) return arrayKind(schema, items)
  const choice = titled(schema)
  if (choice) return choice
  if (type === 'number' || type === 'integer') return numberLimits(schema, type === 'integer')
  return type === 'string' ? { ...textLimits(schema), ...textKind(schema, defaultValue) } : json
}
