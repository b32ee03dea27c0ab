import { createDataPoint } from './form-field.ts'
import { asText } from './form-read.ts'
import type { SchemaReader } from './form-schema-flat.ts'
import { kindOf, typesOf } from './form-schema-kind.ts'
import type { Schema } from './form-schema-merge.ts'
import { choiceOf } from './form-schema-options.ts'
import type { DataPoint, FieldGroup } from './form.ts'

/** Where a value stands in the form. */
export interface ValuePlace {
  readonly name: string
  readonly key: string
  readonly path: readonly string[]
  readonly groups: readonly FieldGroup[]
  readonly isRequired: boolean
  readonly defaultValue: unknown
  readonly trail: readonly string[]
}

/** Settles for one of several forms that are no plain choice. */
const settleVariants = (schema: Schema, place: ValuePlace, reader: SchemaReader): Schema => {
  const keyword = Array.isArray(schema['oneOf']) ? 'oneOf' : 'anyOf'
  const variants: unknown = schema[keyword]
  if (!Array.isArray(variants) || choiceOf(schema)) return schema
  const { [keyword]: _variants, ...rest } = schema
  const flat = (variants as readonly unknown[])
    .map((variant) => reader.flatten(variant, place.name, place.trail)?.keywords)
    .filter((variant) => variant !== undefined)
  reader.tell(
    `“${place.name}” may be written in one of several forms (“${keyword}”). This page takes one of them, and the backend checks it.`,
  )
  const hasText = flat.some((variant) => typesOf(variant).types.includes('string'))
  return { ...(hasText ? { type: 'string' } : flat[0]), ...rest }
}

/** Keywords that no control here expresses: the backend is told to be the one who checks. */
const unchecked = [
  'not',
  'contains',
  'propertyNames',
  'minProperties',
  'maxProperties',
  'contentEncoding',
  'unevaluatedItems',
]

/** Names each keyword of a schema that cannot be drawn. */
export const tellUnchecked = (schema: Schema, name: string, reader: SchemaReader): void => {
  for (const keyword of unchecked)
    if (schema[keyword] !== undefined)
      reader.tell(`A rule of “${name}” (“${keyword}”) cannot be checked here. The backend checks it.`)
}

const firstExample = (schema: Schema): string | null => {
  const examples = schema['examples']
  return asText(Array.isArray(examples) ? examples[0] : schema['example'])
}

/** The field for a value that is not drawn as a group. */
export const fieldOfValue = (given: Schema, place: ValuePlace, reader: SchemaReader): DataPoint => {
  const schema = settleVariants(given, place, reader)
  const { isNullable } = typesOf(schema)
  // A list of what it stands in has an end: its entries are drawn as they are, not unfolded.
  const items = reader.flatten(schema['items'], place.name, [])?.keywords ?? {}
  const kind = kindOf(schema, items, place.defaultValue)
  const mayBeNothing = isNullable || choiceOf(schema)?.hasNull === true
  tellUnchecked(schema, place.name, reader)
  return createDataPoint({
    key: place.key,
    path: place.path,
    label: place.name,
    help: asText(schema['description']),
    placeholder: firstExample(schema),
    groups: place.groups,
    defaultValue: place.defaultValue ?? null,
    isRequired: place.isRequired && !mayBeNothing,
    emptyAs: place.isRequired && mayBeNothing ? 'null' : 'absent',
    ...kind,
    isReadOnly: kind.isReadOnly === true || schema['readOnly'] === true,
    isSecret: kind.isSecret === true || schema['writeOnly'] === true,
  })
}
