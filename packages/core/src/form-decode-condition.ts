import type { FieldCondition } from './form.ts'
import { asBound, asText, foldKeys, type Raw } from './form-read.ts'
import { isRecord } from './is-record.ts'

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const not = (condition: FieldCondition): FieldCondition => ({ type: 'not', condition })

/** What a condition says about one field; several statements hold together. */
const statements = (key: string, raw: Raw): readonly FieldCondition[] => {
  const said: FieldCondition[] = []
  for (const name of ['equals', 'is', 'in', 'contains', 'value'])
    if (raw[name] !== undefined) said.push({ type: 'is', key, values: listOf(raw[name]) })
  for (const name of ['notequals', 'isnot', 'notin'])
    if (raw[name] !== undefined) said.push(not({ type: 'is', key, values: listOf(raw[name]) }))
  if (raw['filled'] === true) said.push({ type: 'filled', key })
  if (raw['filled'] === false) said.push(not({ type: 'filled', key }))
  const min = asBound(raw['min'])
  const max = asBound(raw['max'])
  if (min !== null || max !== null) said.push({ type: 'within', key, min, max })
  return said
}

const together = (type: 'all' | 'any', value: unknown): FieldCondition | null => {
  if (!Array.isArray(value) || value.length === 0) return null
  const conditions = value.map(decodeCondition)
  return conditions.every((each) => each !== null) ? { type, conditions } : null
}

// What was decoded before, as a field of a session is when a form takes it: it means the same a second time.
const asDecoded = (raw: Raw): FieldCondition | null => {
  const key = asText(raw['key'])
  switch (raw['type']) {
    case 'is':
      return key !== null && Array.isArray(raw['values']) ? { type: 'is', key, values: raw['values'] } : null
    case 'filled':
      return key === null ? null : { type: 'filled', key }
    case 'within':
      return key === null ? null : (statements(key, raw)[0] ?? null)
    case 'not': {
      const condition = decodeCondition(raw['condition'])
      return condition && not(condition)
    }
    case 'all':
    case 'any':
      return together(raw['type'], raw['conditions'])
    default:
      return null
  }
}

const oneOrAll = (conditions: readonly FieldCondition[]): FieldCondition | null =>
  conditions.length === 1
    ? (conditions[0] ?? null)
    : conditions.length > 1
      ? { type: 'all', conditions }
      : null

const isPlainValue = (value: unknown): boolean => value !== undefined && !isRecord(value)

/**
 * Reads `visibleWhen`: `{ key, equals | in | notEquals | notIn | filled | min, max }`, `{ all: […] }`, `{ any: […] }`,
 * `{ not: … }`, a list (all hold), or `{ plan: 'pro' }` for short. `null` for what is none of these.
 */
export const decodeCondition = (value: unknown): FieldCondition | null => {
  if (Array.isArray(value)) return together('all', value)
  if (!isRecord(value)) return null
  const raw = foldKeys(value)
  const decoded = asDecoded(raw)
  if (decoded !== null) return decoded
  if (raw['all'] !== undefined) return together('all', raw['all'])
  if (raw['any'] !== undefined) return together('any', raw['any'])
  if (raw['not'] !== undefined) {
    const condition = decodeCondition(raw['not'])
    return condition && not(condition)
  }
  const key = asText(raw['key'] ?? raw['field'])
  if (key !== null) {
    const said = statements(key, raw)
    if (said.length > 0) return oneOrAll(said)
  }
  const pairs = Object.entries(value)
  if (!pairs.every(([, wanted]) => isPlainValue(wanted))) return null
  return oneOrAll(pairs.map(([name, wanted]) => ({ type: 'is', key: name, values: listOf(wanted) })))
}
