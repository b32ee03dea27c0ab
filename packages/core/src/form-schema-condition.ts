import { isRecord } from './is-record.ts'
import type { FieldCondition } from './form.ts'
import type { Schema } from './form-schema-merge.ts'

/** What a condition may know of the fields that it is about. */
export interface ConditionScope {
  /** The key of the field at a path; `null` where no field is. */
  readonly keyAt: (path: readonly string[]) => string | null
  /** Whether the field always has a value when the form is sent: it is required, or a tick box. */
  readonly isAlwaysThere: (key: string) => boolean
  /** The way a field's control holds a value of the schema. */
  readonly held: (key: string, value: unknown) => unknown
}

const and = (conditions: readonly FieldCondition[]): FieldCondition =>
  conditions.length === 1 && conditions[0] ? conditions[0] : { type: 'all', conditions }

const asBound = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Keywords that say nothing about the value, or nothing that a field's type does not say already. */
const silent: ReadonlySet<string> = new Set([
  'type',
  'title',
  'description',
  'default',
  'examples',
  '$comment',
  'required',
  'properties',
])

const every = (parts: readonly (FieldCondition | null)[]): readonly FieldCondition[] | null =>
  parts.every((part) => part !== null) ? parts : null

type Judge = (value: unknown, key: string, scope: ConditionScope) => FieldCondition | null

const oneOf = (key: string, values: readonly unknown[], scope: ConditionScope): FieldCondition => ({
  type: 'is',
  key,
  values: values.map((value) => scope.held(key, value)),
})

const judges: Readonly<Record<string, Judge>> = {
  const: (value, key, scope) => oneOf(key, [value], scope),
  enum: (value, key, scope) => (Array.isArray(value) ? oneOf(key, value, scope) : null),
  not: (value, key, scope) => {
    const condition = valueCondition(value, key, scope)
    return condition && { type: 'not', condition }
  },
  minimum: (value, key) => ({ type: 'within', key, min: asBound(value), max: null }),
  maximum: (value, key) => ({ type: 'within', key, min: null, max: asBound(value) }),
  minLength: (value, key) => (value === 1 ? { type: 'filled', key } : null),
  minItems: (value, key) => (value === 1 ? { type: 'filled', key } : null),
  contains: (value, key, scope) => valueCondition(value, key, scope),
  anyOf: (value, key, scope) => {
    const conditions = Array.isArray(value)
      ? every(value.map((each) => valueCondition(each, key, scope)))
      : null
    return conditions && { type: 'any', conditions }
  },
}

/** What a schema says about one field's value; `null` where a condition cannot say it. */
const valueCondition = (schema: unknown, key: string, scope: ConditionScope): FieldCondition | null => {
  if (!isRecord(schema)) return null
  const said = Object.entries(schema).filter(([keyword]) => !silent.has(keyword))
  const judge = (keyword: string): Judge | undefined =>
    Object.hasOwn(judges, keyword) ? judges[keyword] : undefined
  const conditions = every(said.map(([keyword, value]) => judge(keyword)?.(value, key, scope) ?? null))
  return conditions && (conditions.length > 0 ? and(conditions) : { type: 'filled', key })
}

// JSON Schema says nothing about a property that is not there: a statement about it then holds.
const whenThere = (
  key: string,
  condition: FieldCondition,
  isNamed: boolean,
  scope: ConditionScope,
): FieldCondition =>
  isNamed || scope.isAlwaysThere(key)
    ? condition
    : { type: 'any', conditions: [{ type: 'not', condition: { type: 'filled', key } }, condition] }

interface Place {
  readonly path: readonly string[]
  readonly scope: ConditionScope
}

const propertyCondition = (
  name: string,
  schema: unknown,
  isNamed: boolean,
  place: Place,
): FieldCondition | null => {
  const path = [...place.path, name]
  if (isRecord(schema) && isRecord(schema['properties'])) return conditionOf(schema, { ...place, path })
  const key = place.scope.keyAt(path)
  const condition = key === null ? null : valueCondition(schema, key, place.scope)
  return key !== null && condition ? whenThere(key, condition, isNamed, place.scope) : null
}

const stated = (schema: Schema, place: Place): readonly (FieldCondition | null)[] => {
  const required = Array.isArray(schema['required'])
    ? (schema['required'] as readonly unknown[]).map(String)
    : []
  const properties = isRecord(schema['properties']) ? schema['properties'] : {}
  const described = Object.entries(properties).map(([name, each]) =>
    propertyCondition(name, each, required.includes(name), place),
  )
  const merelyThere = required
    .filter((name) => !Object.hasOwn(properties, name))
    .map((name): FieldCondition | null => {
      const key = place.scope.keyAt([...place.path, name])
      return key === null ? null : { type: 'filled', key }
    })
  return [...described, ...merelyThere]
}

const combined = (type: 'all' | 'any', value: unknown, place: Place): FieldCondition | null => {
  if (!Array.isArray(value)) return null
  const conditions = every(value.map((each) => conditionOf(each, place)))
  return conditions && { type, conditions }
}

const combinations = (schema: Schema, place: Place): readonly (FieldCondition | null)[] => {
  const parts: (FieldCondition | null)[] = []
  if (schema['allOf'] !== undefined) parts.push(combined('all', schema['allOf'], place))
  if (schema['anyOf'] !== undefined) parts.push(combined('any', schema['anyOf'], place))
  if (schema['not'] !== undefined) {
    const condition = conditionOf(schema['not'], place)
    parts.push(condition && { type: 'not', condition })
  }
  return parts
}

const known: ReadonlySet<string> = new Set([...silent, 'allOf', 'anyOf', 'not'])

/** The condition that a schema for an object states about its fields; `null` where fields cannot say it. */
export const conditionOf = (schema: unknown, place: Place): FieldCondition | null => {
  if (!isRecord(schema) || Object.keys(schema).some((keyword) => !known.has(keyword))) return null
  const conditions = every([...stated(schema, place), ...combinations(schema, place)])
  return conditions && conditions.length > 0 ? and(conditions) : null
}
