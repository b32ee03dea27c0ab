import type { TimeStrings } from '../strings/time.ts'

/** A count's words by plural rule; `#` is the number as the locale writes it. */
export interface PluralForms {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** How a locale writes numbers, counts, lists, money and times. */
export interface LocaleFormat {
  readonly number: (value: number) => string
  readonly money: (value: number, currency: string) => string
  readonly plural: (count: number, forms: PluralForms) => string
  readonly all: (entries: readonly string[]) => string
  readonly anyOf: (entries: readonly string[]) => string
  /** Names in a row; more than three are only `counted`. */
  readonly few: (names: readonly string[], counted: string) => string
  /** The file types of an `accept`, such as `.pdf, image/*`. */
  readonly fileTypes: (accept: string) => string
  /** An ISO date, time or both, in the person's own zone; other text as it is. */
  readonly moment: (text: string) => string
  /** A day in full, or a point of time with its zone. */
  readonly day: (at: number) => string
  readonly instant: (at: number) => string
  /** Thousand bytes are a kilobyte. */
  readonly bytes: (count: number) => string
  readonly time: TimeStrings
}

const unitsOf = (locale: string, unit: string, style: 'long' | 'short' | 'narrow', digits: number) =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: style,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })

const timeOf = (locale: string): TimeStrings => {
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  const shortDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const tenths = unitsOf(locale, 'second', 'short', 1)
  const shortSeconds = unitsOf(locale, 'second', 'short', 0)
  const shortMinutes = unitsOf(locale, 'minute', 'short', 0)
  const seconds = unitsOf(locale, 'second', 'long', 0)
  const minutes = unitsOf(locale, 'minute', 'long', 0)
  return {
    clock: (at) => clock.format(at),
    date: (at) => date.format(at),
    shortDay: (at) => shortDay.format(at),
    duration(milliseconds) {
      const span = Math.max(0, milliseconds) / 1000
      if (span < 59.95) return tenths.format(span)
      const whole = Math.round(span)
      const rest = whole % 60
      const first = shortMinutes.format(Math.floor(whole / 60))
      return rest === 0 ? first : `${first} ${shortSeconds.format(rest)}`
    },
    countdown(milliseconds) {
      const left = Math.ceil(Math.max(0, milliseconds) / 1000)
      return left >= 60 ? minutes.format(Math.ceil(left / 60)) : seconds.format(left)
    },
  }
}

const momentOf = (locale: string): LocaleFormat['moment'] => {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const both = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const write = (format: Intl.DateTimeFormat, iso: string, text: string): string => {
    const at = new Date(iso)
    return Number.isNaN(at.getTime()) ? text : format.format(at)
  }
  return (text) => {
    // A date without a time would be midnight in UTC, which is the day before in half of the world.
    if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return write(day, `${text}T00:00`, text)
    if (/^\d{2}:\d{2}/u.test(text)) return write(clock, `2000-01-01T${text}`, text)
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(text) ? write(both, text, text) : text
  }
}

const bytesOf = (locale: string): LocaleFormat['bytes'] => {
  const bytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' })
  const large = (unit: string): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 })
  const kilobytes = large('kilobyte')
  const megabytes = large('megabyte')
  return (count) => {
    if (count < 1000) return bytes.format(count)
    return count < 1_000_000 ? kilobytes.format(count / 1000) : megabytes.format(count / 1_000_000)
  }
}

/** More names than this are counted. */
const mostNames = 3

/** The formats of a locale, such as `de` or `pt-BR`, made once for a pack. */
export const formatOf = (locale: string): LocaleFormat => {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })
  const rules = new Intl.PluralRules(locale)
  const all = new Intl.ListFormat(locale, { type: 'conjunction' })
  const anyOf = new Intl.ListFormat(locale, { type: 'disjunction' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  const instant = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return {
    number: (value) => numbers.format(value),
    money: (value, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 20 }).format(value),
    plural: (count, forms) =>
      (forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count)),
    all: (entries) => all.format(entries),
    anyOf: (entries) => anyOf.format(entries),
    few: (names, counted) => (names.length > mostNames ? counted : all.format(names)),
    fileTypes: (accept) => anyOf.format(accept.split(',').map((type) => type.trim())),
    moment: momentOf(locale),
    day: (at) => day.format(at),
    instant: (at) => instant.format(at),
    bytes: bytesOf(locale),
    time: timeOf(locale),
  }
}
