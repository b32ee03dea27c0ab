import type { DataPoint, FieldCondition } from './data-point.ts'

type Read = (key: string) => unknown

const isFilled = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== null && value !== '' && value !== false

const isOneOf = (value: unknown, wanted: readonly (string | number | boolean)[]): boolean => {
  const texts = new Set(wanted.map(String))
  return (Array.isArray(value) ? value : [value]).some((entry) => texts.has(String(entry)))
}

function holds(condition: FieldCondition, read: Read): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, read))
  if ('any' in condition) return condition.any.some((each) => holds(each, read))
  if ('not' in condition) return !holds(condition.not, read)
  const value = read(condition.key)
  return 'in' in condition ? isOneOf(value, condition.in) : isFilled(value) === condition.filled
}

/**
 * The fields that are asked for while these values stand. A field that depends on one that is not asked for sees it
 * empty; a circle of conditions hides nothing. The page judges the same way.
 */
export function askedFields(fields: readonly DataPoint[], valueOf: Read): readonly DataPoint[] {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const verdicts = new Map<string, boolean>()
  const isAsked = (field: DataPoint): boolean => {
    const known = verdicts.get(field.key)
    if (known !== undefined) return known
    verdicts.set(field.key, true)
    const verdict = field.visibleWhen === undefined || holds(field.visibleWhen, valueNow)
    verdicts.set(field.key, verdict)
    return verdict
  }
  const valueNow = (key: string): unknown => {
    const field = byKey.get(key)
    return field && isAsked(field) ? valueOf(key) : undefined
  }
  return fields.filter(isAsked)
}
