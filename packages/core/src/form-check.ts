import { conditionKeys } from './form-condition.ts'
import type { DataPoint, DecodedForm } from './form.ts'

/** Names that would reach an object's prototype when a host copies submitted values carelessly. */
const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const isReserved = (field: DataPoint): boolean =>
  (field.path ?? [field.key]).some((name) => reservedKeys.has(name))

const isWithoutChoice = ({ type, options }: DataPoint): boolean =>
  options.length === 0 && (type === 'Select' || type === 'MultiSelect' || type === 'Radio')

const faultOf = (field: DataPoint, seen: ReadonlySet<string>): string | null => {
  if (isReserved(field))
    return `The field “${field.label}” uses the reserved key “${field.key}”, which cannot be submitted safely. Rename it in the workflow.`
  if (seen.has(field.key))
    return `The key “${field.key}” is used by more than one field, so one answer would overwrite the other. Give each field its own key.`
  if (isWithoutChoice(field))
    return `The field “${field.label}” offers a choice but lists no options, so nobody could answer it. Add options to it.`
  return null
}

const dependsOn = (field: DataPoint): readonly string[] =>
  [field.visibleWhen, field.requiredWhen].flatMap((condition) => (condition ? conditionKeys(condition) : []))

const reachesItself = (start: DataPoint, byKey: ReadonlyMap<string, DataPoint>): boolean => {
  const seen = new Set<string>()
  const next = [...(start.visibleWhen ? conditionKeys(start.visibleWhen) : [])]
  for (let key = next.pop(); key !== undefined; key = next.pop()) {
    if (key === start.key) return true
    if (seen.has(key)) continue
    seen.add(key)
    const condition = byKey.get(key)?.visibleWhen
    if (condition) next.push(...conditionKeys(condition))
  }
  return false
}

const faultOfCondition = (field: DataPoint, byKey: ReadonlyMap<string, DataPoint>): string | null => {
  const missing = dependsOn(field).find((key) => !byKey.has(key))
  if (missing !== undefined)
    return `Whether “${field.label}” is asked for depends on “${missing}”, which this form does not have, so it is always asked for.`
  if (reachesItself(field, byKey))
    return `Whether “${field.label}” is asked for depends on itself, so it is always asked for.`
  return null
}

/**
 * Leaves out what cannot be submitted or answered, and lets a field whose condition cannot be judged always be asked
 * for. Each is a sentence in `problems`, behind those that were found before.
 */
export const checkFields = (given: readonly DataPoint[], found: readonly string[] = []): DecodedForm => {
  const problems = [...found]
  const kept: DataPoint[] = []
  const seen = new Set<string>()
  for (const field of given) {
    const fault = faultOf(field, seen)
    seen.add(field.key)
    if (fault === null) kept.push(field)
    else problems.push(fault)
  }
  const byKey = new Map(kept.map((field) => [field.key, field]))
  const dataPoints = kept.map((field) => {
    const fault = faultOfCondition(field, byKey)
    if (fault === null) return field
    problems.push(fault)
    return { ...field, visibleWhen: null, requiredWhen: null }
  })
  return { dataPoints, problems }
}
