import type { JsonObject } from '@threadwork/engine'
import { type InbuiltTool, failed, succeeded, textIn } from '../tool.ts'

const units: Readonly<Record<string, number>> = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
}
const unitNames = [...Object.keys(units), 'months', 'years']
const date = (description: string): JsonObject => ({ type: 'string', description })
const dateExample = 'Write it like 2026-11-21 or 2026-11-21T09:30:00Z.'

/** `{date, amount, unit}` → `{date}`: the end of a month stays in its month; a day stays a day, in UTC. */
export const dateAdd: InbuiltTool = {
  description: 'Adds an amount of time to a date: “what date is in three days”.',
  inputSchema: {
    type: 'object',
    required: ['date', 'amount', 'unit'],
    properties: {
      date: date('A day, or a moment, in ISO 8601.'),
      amount: { type: 'integer', minimum: -1_000_000, maximum: 1_000_000 },
      unit: { enum: unitNames },
    },
    additionalProperties: false,
  },
  run: (input) => {
    const date = textIn(input, 'date')
    const at = readDate(date)
    if (at === null) return failed(`${show(date)} is no date. ${dateExample}`)
    const sum = add(at, Number(input['amount']), textIn(input, 'unit'))
    if (Number.isNaN(sum.getTime()) || sum.getUTCFullYear() > 9999 || sum.getUTCFullYear() < 1)
      return failed('That is further away than dates go. Take a smaller amount.')
    return succeeded({ date: isDay(date) ? sum.toISOString().slice(0, 10) : sum.toISOString() })
  },
}

/** `{from, to, unit}` → `{amount}`: whole units, negative when `to` is before `from`. */
export const dateDifference: InbuiltTool = {
  description: 'Counts the whole seconds, minutes, hours, days or weeks from one date to another.',
  inputSchema: {
    type: 'object',
    required: ['from', 'to', 'unit'],
    properties: { from: date('ISO 8601.'), to: date('ISO 8601.'), unit: { enum: Object.keys(units) } },
    additionalProperties: false,
  },
  run: (input) => {
    const [from, to] = [textIn(input, 'from'), textIn(input, 'to')]
    const [start, end] = [readDate(from), readDate(to)]
    if (start === null || end === null)
      return failed(`${show(start === null ? from : to)} is no date. ${dateExample}`)
    const amount = Math.trunc((end.getTime() - start.getTime()) / (units[textIn(input, 'unit')] ?? 1))
    return succeeded({ amount: amount === 0 ? 0 : amount })
  },
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text.trim())
const show = (text: string): string => `“${text.slice(0, 60)}”`

function readDate(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text.trim())) return null
  // Without an offset a moment would be the server's own time.
  const whole =
    /T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.trim()) || isDay(text) ? text.trim() : `${text.trim()}Z`
  const read = new Date(whole)
  if (Number.isNaN(read.getTime())) return null
  // JavaScript takes February 30 for March 2.
  return isDay(text) && read.toISOString().slice(0, 10) !== text.trim() ? null : read
}

function add(at: Date, amount: number, unit: string): Date {
  const ms = units[unit]
  if (ms !== undefined) return new Date(at.getTime() + amount * ms)
  const months = unit === 'years' ? amount * 12 : amount
  const sum = new Date(at)
  sum.setUTCDate(1)
  sum.setUTCMonth(sum.getUTCMonth() + months)
  const last = new Date(Date.UTC(sum.getUTCFullYear(), sum.getUTCMonth() + 1, 0)).getUTCDate()
  sum.setUTCDate(Math.min(at.getUTCDate(), last))
  return sum
}
