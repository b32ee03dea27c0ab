import { isRecord } from './is-record.ts'
import { sameValue } from './same-value.ts'

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>

type Merge = (left: unknown, right: unknown) => unknown

const bothApply: Merge = (left, right) => (sameValue(left, right) ? left : { allOf: [left, right] })

const byName =
  (merge: Merge): Merge =>
  (left, right) => {
    if (!isRecord(left) || !isRecord(right)) return right
    const merged: Record<string, unknown> = { ...left }
    for (const [name, schema] of Object.entries(right))
      merged[name] = Object.hasOwn(left, name) ? merge(left[name], schema) : schema
    return merged
  }

const larger: Merge = (left, right) =>
  typeof left === 'number' && typeof right === 'number' ? Math.max(left, right) : right
const smaller: Merge = (left, right) =>
  typeof left === 'number' && typeof right === 'number' ? Math.min(left, right) : right
const either: Merge = (left, right) => left === true || right === true

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const union: Merge = (left, right) => [...new Set([...asList(left), ...asList(right)])]

const common: Merge = (left, right) =>
  asList(left).filter((entry) => asList(right).some((other) => sameValue(entry, other)))

// Every integer is a number.
const commonTypes: Merge = (left, right) => {
  const [mine, theirs] = [asList(left), asList(right)]
  const shared = mine.filter((type) => theirs.includes(type))
  const isInteger = [mine, theirs].some((types) => types.includes('integer') && !types.includes('number'))
  const isBothNumeric = [mine, theirs].every((types) =>
    types.some((type) => type === 'integer' || type === 'number'),
  )
  const types =
    isInteger && isBothNumeric ? [...shared.filter((type) => type !== 'number'), 'integer'] : shared
  const unique = [...new Set(types)]
  return unique.length === 1 ? unique[0] : unique
}

const merges: Readonly<Record<string, Merge>> = {
  properties: byName(bothApply),
  $defs: byName((_, right) => right),
  definitions: byName((_, right) => right),
  dependentRequired: byName(union),
  dependentSchemas: byName(bothApply),
  items: bothApply,
  required: union,
  type: commonTypes,
  enum: common,
  minimum: larger,
  exclusiveMinimum: larger,
  minLength: larger,
  minItems: larger,
  maximum: smaller,
  exclusiveMaximum: smaller,
  maxLength: smaller,
  maxItems: smaller,
  uniqueItems: either,
  readOnly: either,
  writeOnly: either,
}

/** Two of these cannot be said by one keyword. */
const single: ReadonlySet<string> = new Set([
  'pattern',
  'format',
  'multipleOf',
  'const',
  'not',
  'oneOf',
  'anyOf',
  'additionalProperties',
  'patternProperties',
])

/**
 * One schema for two that both apply. The words of `right` win: titles, descriptions, defaults. `onLost` hears of a
 * keyword of which only the one of `right` could be kept.
 */
export const mergeSchemas = (left: Schema, right: Schema, onLost: (keyword: string) => void): Schema => {
  const merged: Record<string, unknown> = { ...left }
  for (const [keyword, value] of Object.entries(right)) {
    const before = left[keyword]
    if (!Object.hasOwn(left, keyword) || sameValue(before, value)) {
      merged[keyword] = value
      continue
    }
    const merge = Object.hasOwn(merges, keyword) ? merges[keyword] : undefined
    merged[keyword] = merge ? merge(before, value) : value
    if (!merge && single.has(keyword)) onLost(keyword)
  }
  return merged
}
