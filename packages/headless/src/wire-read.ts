/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const BARE_KEYS = [
  'type',
  'event_id',
  'conversation_id',
  'genie_run_id',
  'status',
  'list',
  'messages',
  'events',
]

/** Whether a body is wrapped as `{result: …}` and has nothing of its own beside it. */
export const isWrapped = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['result'] === 'object' &&
  value['result'] !== null &&
  !BARE_KEYS.some((key) => key in value)

/** The body itself, out of either envelope. */
export const unwrap = (value: unknown): unknown =>
  isRecord(value) && isWrapped(value) ? value['result'] : value

/** An id as a string; servers send numbers too. Empty and other values give `null`. */
export const readId = (value: unknown): string | null => {
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null
}

/** A finite number, also one written as a string; else `null`. */
export const readNumber = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** A position in a run: a whole number from 1; else `null`. */
export const readSeq = (value: unknown): number | null => {
  const seq = readNumber(value)
  return seq !== null && Number.isSafeInteger(seq) && seq >= 1 ? seq : null
}

export const readText = (value: unknown): string | null => (typeof value === 'string' ? value : null)

// Later than the largest number of seconds that a date of this century has, earlier than its milliseconds.
const FIRST_MILLISECONDS = 100_000_000_000
const ZONELESS = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/

const fromEpoch = (value: number): string | null => {
  const date = new Date(Math.abs(value) < FIRST_MILLISECONDS ? value * 1_000 : value)
  return Number.isFinite(date.getTime()) ? date.toISOString() : null
}

/** A time that `Date.parse` takes, as the server wrote it; numbers (seconds or milliseconds) become ISO 8601. */
export const readTime = (value: unknown): string | null => {
  if (typeof value === 'number') return fromEpoch(value)
  if (typeof value !== 'string') return null
  if (/^\d{9,}(\.\d+)?$/.test(value)) return fromEpoch(Number(value))
  // A time without a zone would be read as the reader's own; servers mean UTC.
  const time = value.replace(ZONELESS, '$1T$2Z')
  return Number.isNaN(Date.parse(time)) ? null : time
}

const MESSAGE_KEYS = ['content', 'text', 'message', 'error', 'detail', 'description', 'title', 'code']

/** Text as a string, or as an object that holds it under `content`, `text`, `message` and the like. */
export const readTextOf = (value: unknown, depth = 0): string | null => {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return depth < 3 ? readParts(value, depth) : null
  if (!isRecord(value) || depth > 3) return null
  for (const key of MESSAGE_KEYS) {
    const text = readTextOf(value[key], depth + 1)
    if (text !== null) return text
  }
  return null
}

const readParts = (parts: readonly unknown[], depth: number): string | null => {
  const texts = parts.map((part) => readTextOf(part, depth + 1)).filter((text) => text !== null)
  return texts.length === 0 ? null : texts.join('')
}

/** A JSON object, also one that was sent as a string of JSON. */
export const readRecord = (value: unknown): JsonRecord | null => {
  const parsed = readJson(value)
  return isRecord(parsed) ? parsed : null
}

/** A list, also one that was sent as a string of JSON; else empty. */
export const readList = (value: unknown): readonly unknown[] => {
  const parsed = readJson(value)
  return Array.isArray(parsed) ? parsed : []
}

const readJson = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
