import type { LocalTime } from '@threadwork/core'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const localOf = (at: Date): string => {
  const day = [
    String(at.getFullYear()).padStart(4, '0'),
    twoDigits(at.getMonth() + 1),
    twoDigits(at.getDate()),
  ]
  const seconds = at.getSeconds() === 0 ? [] : [twoDigits(at.getSeconds())]
  const clock = [twoDigits(at.getHours()), twoDigits(at.getMinutes()), ...seconds]
  return `${day.join('-')}T${clock.join(':')}`
}

const offsetOf = (at: Date): string => {
  // JavaScript counts the minutes to UTC, RFC 3339 those from it.
  const minutes = -at.getTimezoneOffset()
  const distance = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(distance / 60))}:${twoDigits(distance % 60)}`
}

/** The time zone of the person's device. */
export const localTime: LocalTime = {
  fromInstant(instant) {
    const at = new Date(instant)
    return Number.isNaN(at.getTime()) ? null : localOf(at)
  },
  // A local text without an offset is read in the device's own zone, as of that day.
  offsetAt: (local) => offsetOf(local === null ? new Date() : new Date(local)),
}
