import { isRecord } from './is-record.ts'

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((entry, index) => sameValue(entry, b[index]))

const sameRecord = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean => {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameValue(a[name], b[name]))
  )
}

/** Whether two values of plain data are equal all through. Identical references cost one comparison. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) return sameList(a, b)
  return isRecord(a) && isRecord(b) && sameRecord(a, b)
}

/** The old value when the new one says the same: whoever compares by identity then sees no change. */
export const reuse = <Value>(previous: Value | undefined, next: Value): Value =>
  previous !== undefined && sameValue(previous, next) ? previous : next
