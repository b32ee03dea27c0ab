/** The fields of one wire object, found by name whatever its casing: `stepId`, `StepId`, `STEP_ID`, `step-id`. */
export interface Fields {
  /** The first of `names` that is there and not null; `undefined` when none is. */
  get(...names: readonly string[]): unknown
}

/** Names that differ only in casing or in separators become equal. */
export function foldName(name: string): string {
  return name.replaceAll(/[_-]/g, '').toLowerCase()
}

/** Reads a wire object by name in any casing; `null` for what is not an object. The exact spelling wins over another. */
export function fieldsOf(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const folded = new Map<string, unknown>()
  for (const [name, field] of Object.entries(value)) {
    if (field !== null && field !== undefined && !folded.has(foldName(name)))
      folded.set(foldName(name), field)
  }
  const exact = new Map<string, unknown>(Object.entries(value))
  return {
    get: (...names) => {
      for (const name of names) {
        const field = exact.get(name) ?? folded.get(foldName(name))
        if (field !== undefined) return field
      }
      return undefined
    },
  }
}

/** A name of the backend: a text or a number, never empty; else `null`. */
export function idFrom(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

/** A text as it stands, a number as text, and of an object its `message`, `content`, `text` or `error`; else `''`. */
export function textFrom(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  const inner = fieldsOf(value)?.get('message', 'content', 'text', 'error', 'detail', 'title')
  return typeof inner === 'string' ? inner : ''
}

/** A count of the backend: a whole number from 0, also written as text; else `null`. */
export function countFrom(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null
}

/** A server time in milliseconds since 1970, from an ISO 8601 text, a date or a number of milliseconds; else `null`. */
export function timeFrom(value: unknown): number | null {
  // MessagePack brings dates as Date, JSON as text.
  if (value instanceof Date) return timeFrom(value.getTime())
  const time = typeof value === 'string' ? Date.parse(value) : value
  return typeof time === 'number' && Number.isFinite(time) ? time : null
}
