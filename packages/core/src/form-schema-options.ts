import { asText } from './form-read.ts'
import { isRecord } from './is-record.ts'
import type { Schema } from './form-schema-merge.ts'
import type { DataPointOption } from './form.ts'

/** The values that a schema lists, with their names; `hasNull`: nothing is one of them. */
export interface Choice {
  readonly options: readonly DataPointOption[]
  readonly hasNull: boolean
}

interface Listed {
  readonly value: unknown
  readonly label: string | null
  readonly help: string | null
}

const written = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

const listedOf = (value: unknown, label: unknown = null, help: unknown = null): Listed => ({
  value,
  label: asText(label),
  help: asText(help),
})

const nameOf = (names: unknown, value: unknown, index: number): unknown => {
  if (Array.isArray(names)) return names[index] as unknown
  return isRecord(names) && Object.hasOwn(names, written(value)) ? names[written(value)] : null
}

const fromEnum = (schema: Schema): readonly Listed[] | null => {
  const values: unknown = schema['enum']
  if (!Array.isArray(values)) return null
  const names = schema['enumNames'] ?? schema['x-enumNames']
  return values.map((value: unknown, index) => listedOf(value, nameOf(names, value, index)))
}

const fromVariant = (variant: unknown): readonly Listed[] | null => {
  if (!isRecord(variant)) return null
  if (variant['const'] !== undefined)
    return [listedOf(variant['const'], variant['title'], variant['description'])]
  return variant['type'] === 'null' ? [listedOf(null)] : fromEnum(variant)
}

const fromVariants = (value: unknown): readonly Listed[] | null => {
  if (!Array.isArray(value) || value.length === 0) return null
  const listed = value.map(fromVariant)
  return listed.every((each) => each !== null) ? listed.flat() : null
}

const toOption = (listed: Listed, hasOnlyTexts: boolean): DataPointOption => {
  // Where numbers and texts are mixed, `1` and `"1"` are told apart by their JSON.
  const value = hasOnlyTexts ? written(listed.value) : JSON.stringify(listed.value)
  return {
    value,
    label: listed.label ?? written(listed.value),
    ...(listed.help === null ? {} : { help: listed.help }),
    ...(value === listed.value ? {} : { submits: listed.value }),
  }
}

/** The choice that a schema offers by `enum` (with `enumNames`), or by `oneOf` or `anyOf` of constants; else `null`. */
export const choiceOf = (schema: Schema): Choice | null => {
  const listed = fromEnum(schema) ?? fromVariants(schema['oneOf']) ?? fromVariants(schema['anyOf'])
  if (listed === null) return null
  const values = listed.filter(({ value }) => value !== null)
  const hasOnlyTexts = values.every(({ value }) => typeof value === 'string')
  const options = values.map((each) => toOption(each, hasOnlyTexts))
  const unique = [...new Map(options.map((option) => [option.value, option])).values()]
  return { options: unique, hasNull: values.length < listed.length }
}
