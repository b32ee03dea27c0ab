import { isRecord } from './is-record.ts'
import type { Schema } from './form-schema-merge.ts'
import type { FieldCondition, FieldGroup } from './form.ts'

/** Where an object of the schema stands in the form. */
export interface ObjectScope {
  /** What a person knows it by. */
  readonly name: string
  readonly path: readonly string[]
  readonly groups: readonly FieldGroup[]
  readonly trail: readonly string[]
  readonly defaults: unknown
  /** When its fields are asked for; `null`: always. */
  readonly condition: FieldCondition | null
  /** This part of the schema and those around it: what they draw, a branch may ask for again. */
  readonly owners: readonly number[]
  /** The fields of a branch whose condition could not be read: offered, never required. */
  readonly isLoose: boolean
}

export const recordOf = (value: unknown): Schema => (isRecord(value) ? value : {})
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const own = (record: unknown, name: string): unknown =>
  isRecord(record) && Object.hasOwn(record, name) ? record[name] : undefined

/** Both conditions, or the one that is there. */
export const both = (left: FieldCondition | null, right: FieldCondition | null): FieldCondition | null =>
  left && right ? { type: 'all', conditions: [left, right] } : (left ?? right)
export const either = (left: FieldCondition | null, right: FieldCondition): FieldCondition =>
  left ? { type: 'any', conditions: [left, right] } : right
export const not = (condition: FieldCondition): FieldCondition => ({ type: 'not', condition })

/** A property's name as words: `firstName` is “First name”. */
export const humanized = (name: string): string => {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replaceAll(/[_-]+/gu, ' ')
    .trim()
  const calm = words.replaceAll(/\b[A-Z][a-z]+/gu, (word) => word.toLowerCase())
  return calm === '' ? name : calm.charAt(0).toUpperCase() + calm.slice(1)
}
