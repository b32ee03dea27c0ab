/** The person's own time, which the grounds cannot know. Local times read `2026-11-19T10:30`, without an offset. */
export interface LocalTime {
  /** An RFC 3339 instant as the clock on the wall showed it; `null` for what is no instant. */
  readonly fromInstant: (instant: string) => string | null
  /** The offset from UTC at a local time, or now for `null`: `+01:00`. */
  readonly offsetAt: (local: string | null) => string
}

const clockForm = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/i

const minutesOfOffset = (offset: string): number => {
  if (offset.toUpperCase() === 'Z') return 0
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** A time of day with an offset (`09:00:00Z`) as the person's clock shows it (`10:00`); others as they are. */
export const toLocalClock = (text: string, time: LocalTime): string => {
  const [, hours, minutes, seconds, offset] = clockForm.exec(text) ?? []
  if (offset === undefined) return text
  const shift = minutesOfOffset(time.offsetAt(null)) - minutesOfOffset(offset)
  const day = 24 * 60
  const total = (((Number(hours) * 60 + Number(minutes) + shift) % day) + day) % day
  const rest = seconds === undefined || seconds === '00' ? '' : `:${seconds}`
  return `${twoDigits(Math.floor(total / 60))}:${twoDigits(total % 60)}${rest}`
}

const withSeconds = (clock: string): string => (/\d{2}:\d{2}:\d{2}$/.test(clock) ? clock : `${clock}:00`)

/** RFC 3339's `date-time` for a local one. */
export const toInstant = (local: string, time: LocalTime): string =>
  `${withSeconds(local)}${time.offsetAt(local)}`

/** RFC 3339's `time` for a local time of day, with the offset of today. */
export const toOffsetClock = (clock: string, time: LocalTime): string =>
  `${withSeconds(clock)}${time.offsetAt(null)}`
