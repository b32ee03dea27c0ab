/** How points and spans of time are written. Times are milliseconds since 1970, spans milliseconds. */
export interface TimeStrings {
  clock(at: number): string
  date(at: number): string
  duration(milliseconds: number): string
  /** A day of a chart, as short as it can be. */
  shortDay(at: number): string
  /** What is left of a time: whole minutes, rounded up, and in the last one whole seconds. */
  countdown(milliseconds: number): string
}

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' })
const shortDay = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' })
const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

const duration = (milliseconds: number): string => {
  const seconds = Math.max(0, milliseconds) / 1000
  if (seconds < 59.95) return `${tenths.format(seconds)} s`
  const whole = Math.round(seconds)
  const rest = whole % 60
  return rest === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${rest} s`
}

const minutes = new Intl.NumberFormat('en', { style: 'unit', unit: 'minute', unitDisplay: 'long' })
const seconds = new Intl.NumberFormat('en', { style: 'unit', unit: 'second', unitDisplay: 'long' })

const countdown = (milliseconds: number): string => {
  const left = Math.ceil(Math.max(0, milliseconds) / 1000)
  return left >= 60 ? minutes.format(Math.ceil(left / 60)) : seconds.format(left)
}

export const englishTime: TimeStrings = {
  clock: (at) => clock.format(at),
  date: (at) => date.format(at),
  duration,
  shortDay: (at) => shortDay.format(at),
  countdown,
}
