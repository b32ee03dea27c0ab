import { isRecord } from '../base/is-record.ts'

/** A value in other words, beside the value itself: easier to read, and never in its place. */
export type Gloss =
  | { readonly type: 'yes-no'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'money'; readonly value: number; readonly currency: string }
  /** Milliseconds since 1970; a day without a time is midnight in UTC. */
  | { readonly type: 'date'; readonly at: number; readonly hasTime: boolean }
  /** Where an address leads. */
  | { readonly type: 'host'; readonly host: string }
  /** What the skill calls one of its choices. */
  | { readonly type: 'choice'; readonly label: string }

const day = /^\d{4}-\d{2}-\d{2}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/i
const address = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i
const longestAddress = 4000

const glossOfText = (text: string): Gloss | null => {
  if (day.test(text) || instant.test(text)) {
    const at = Date.parse(text)
    return Number.isNaN(at) ? null : { type: 'date', at, hasTime: !day.test(text) }
  }
  if (text.length > longestAddress || !address.test(text)) return null
  const host = URL.canParse(text) ? new URL(text).host : ''
  return host === '' ? null : { type: 'host', host }
}

const currencyOf = (siblings: unknown): string | null => {
  if (!isRecord(siblings)) return null
  const found = Object.entries(siblings).filter(([name]) => /^currency(?:_?code)?$/iu.test(name))
  const currency: unknown = found.length === 1 ? found[0]?.[1] : null
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : null
}

const isAmount = (name: string): boolean =>
  /amount|price|total|sum|fee|cost|refund|balance|deposit/iu.test(name)

/** The gloss of a value; `siblings`: what it stands in, where an amount's currency may be found. */
export const glossOf = (value: unknown, name: string, siblings: unknown): Gloss | null => {
  if (typeof value === 'boolean') return { type: 'yes-no', value }
  if (typeof value === 'string') return glossOfText(value)
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const currency = isAmount(name) ? currencyOf(siblings) : null
  if (currency !== null) return { type: 'money', value, currency }
  return Math.abs(value) >= 10_000 && Math.abs(value) < 1e15 ? { type: 'number', value } : null
}
