// Words of the protocol; all else in a payload may be somebody's.
const plainNames =
  /^(?:type|event_?type|status|seq|seq_?num|sequence_?number|created_?at|timestamp|control_?type|role)$/iu

const outlineOf = (value: unknown, name: string): unknown => {
  if (Array.isArray(value)) return value.map((entry: unknown) => outlineOf(entry, name))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, outlineOf(inner, key)]))
  if (plainNames.test(name) || typeof value === 'boolean' || value === null) return value
  return typeof value === 'string' ? `[${value.length} characters]` : '[a number]'
}

/** The form of a payload without anybody's words: names stay, texts become their length, numbers are left out. */
export const outlineOfPayload = (payload: unknown): unknown => outlineOf(payload, '')
