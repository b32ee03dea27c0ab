import { asText } from './form-read.ts'
import { isRecord } from './is-record.ts'
import type { FlatSchema } from './form-schema-flat.ts'
import type { Schema } from './form-schema-merge.ts'

/** One shape of several, and the value of the property that tells it from the others. */
export interface Variant {
  readonly value: unknown
  readonly flat: FlatSchema
}

export interface Discriminator {
  readonly name: string
  readonly variants: readonly Variant[]
}

const constantOf = (schema: unknown): unknown => {
  if (!isRecord(schema)) return undefined
  const listed: unknown = schema['enum']
  return (
    schema['const'] ?? (Array.isArray(listed) && listed.length === 1 ? (listed[0] as unknown) : undefined)
  )
}

const propertiesOf = ({ keywords }: FlatSchema): Schema =>
  isRecord(keywords['properties']) ? keywords['properties'] : {}

const variantsBy = (name: string, shapes: readonly FlatSchema[]): readonly Variant[] => {
  const variants = shapes.map((flat) => ({ value: constantOf(propertiesOf(flat)[name]), flat }))
  const values = new Set(variants.map(({ value }) => value))
  return values.size === shapes.length && !values.has(undefined) ? variants : []
}

/** The property by whose constant each of several shapes is known; `null` where there is none. */
export const discriminatorOf = (shapes: readonly FlatSchema[]): Discriminator | null => {
  const [first] = shapes
  if (!first || shapes.length < 2) return null
  for (const name of Object.keys(propertiesOf(first))) {
    const variants = variantsBy(name, shapes)
    if (variants.length > 0) return { name, variants }
  }
  return null
}

/** A choice between the shapes, as the schema of the property that tells them apart. */
export const chooserSchema = ({ name, variants }: Discriminator): Schema => {
  const [first] = variants
  const described = first ? propertiesOf(first.flat)[name] : undefined
  const title = isRecord(described) ? described['title'] : undefined
  return {
    ...(title === undefined ? {} : { title }),
    oneOf: variants.map(({ value, flat }) => ({
      const: value,
      title: asText(flat.keywords['title']) ?? undefined,
      description: asText(flat.keywords['description']) ?? undefined,
    })),
  }
}
