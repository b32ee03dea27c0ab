import { holds } from './form-condition.ts'
import type { DataPoint } from './form.ts'

const requiredNow = (field: DataPoint, valueOf: (key: string) => unknown): DataPoint =>
  field.requiredWhen !== null && !field.isRequired && holds(field.requiredWhen, valueOf)
    ? { ...field, isRequired: true }
    : field

/**
 * The fields that are asked for while these values stand, in their order, each with `isRequired` as it is now. A
 * field that depends on one that is not asked for sees it empty, whatever was typed there before.
 */
export const askedFields = (
  fields: readonly DataPoint[],
  valueOf: (field: DataPoint) => unknown,
): readonly DataPoint[] => {
  if (fields.every((field) => field.visibleWhen === null && field.requiredWhen === null)) return fields
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const verdicts = new Map<string, boolean>()

  const isAsked = (field: DataPoint): boolean => {
    const known = verdicts.get(field.key)
    if (known !== undefined) return known
    // Until it is known: a circle of conditions hides nothing.
    verdicts.set(field.key, true)
    const verdict = field.visibleWhen === null || holds(field.visibleWhen, valueNow)
    verdicts.set(field.key, verdict)
    return verdict
  }
  const valueNow = (key: string): unknown => {
    const field = byKey.get(key)
    return field && isAsked(field) ? valueOf(field) : undefined
  }
  return fields.filter(isAsked).map((field) => requiredNow(field, valueNow))
}
