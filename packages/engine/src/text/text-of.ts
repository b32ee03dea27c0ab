import type { Json } from '../json.ts'

const deepest = 100

/** Whether lists and records stand in each other more than `levels` (100) deep: deeper than anybody writes. */
export function isTooDeep(value: unknown, levels: number = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((each) => isTooDeep(each, levels - 1))
}

/** A value as text: nothing for `null` and `undefined`, a text as it is, anything else as JSON. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  return isTooDeep(value) ? '' : JSON.stringify(value)
}
