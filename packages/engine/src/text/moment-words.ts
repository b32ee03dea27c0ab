import type { JsonObject } from '../json.ts'
import { civilTime } from './civil-time.ts'

const pad = (number: number, length = 2): string => String(number).padStart(length, '0')

/**
 * What the nine reserved names mean at `now`, in UTC: `now` as ISO 8601 with milliseconds, `date` as `YYYY-MM-DD`, `time` as
 * `HH:MM:SS`, the others as numbers.
 */
export function momentWords(now: number, invokeCount: number): JsonObject {
  const { year, month, day, hour, minute, second, millisecond } = civilTime(now)
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  const time = `${pad(hour)}:${pad(minute)}:${pad(second)}`
  const iso = `${date}T${time}.${pad(millisecond, 3)}Z`
  return { now: iso, date, time, year, month, day, hour, minute, workflow_invoke_count: invokeCount }
}
