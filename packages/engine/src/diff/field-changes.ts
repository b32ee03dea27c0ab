import { isRecord } from '../is-record.ts'
import type { Json, JsonObject } from '../json.ts'
import type { FieldChange, FieldPath } from './change.ts'

/** The fields in which two values differ, each as deep as both sides go; empty when they are the same JSON. */
export function fieldChanges(
  before: Json | undefined,
  after: Json | undefined,
  path: FieldPath = [],
): readonly FieldChange[] {
  if (isList(before) && isList(after) && before.length === after.length) {
    return before.flatMap((each, index) => fieldChanges(each, after[index], [...path, index]))
  }
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].flatMap((key) => fieldChanges(own(before, key), own(after, key), [...path, key]))
  }
  if (before === after) return []
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }]
}

/** A value with one field set, or taken away where `after` is missing. */
export function withField(
  value: Json | undefined,
  path: FieldPath,
  after: Json | undefined,
): Json | undefined {
  const [key, ...rest] = path
  if (key === undefined) return after
  if (isList(value)) {
    return value.map((each, index) => (index === key ? (withField(each, rest, after) ?? null) : each))
  }
  const fields = isRecord(value) ? value : {}
  const changed = withField(own(fields, String(key)), rest, after)
  const others = Object.entries(fields).filter(([each]) => each !== String(key))
  return Object.fromEntries(changed === undefined ? others : [...others, [String(key), changed]])
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
const own = (value: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined
