import { z } from 'zod'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'

const unitMs = { milliseconds: 1, seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 }

const longestMs = 366 * unitMs.days
const amountSentence = 'A delay is a number above 0.'

const schema = z
  .object({
    amount: z.number({ error: amountSentence }).positive({ error: amountSentence }),
    unit: z
      .enum(['milliseconds', 'seconds', 'minutes', 'hours', 'days'], {
        error: 'Choose milliseconds, seconds, minutes, hours or days.',
      })
      .default('minutes'),
  })
  .refine(({ amount, unit }) => amount * unitMs[unit] <= longestMs, {
    path: ['amount'],
    error: 'A delay is at most 366 days.',
  })

/** How long a delay is. */
export interface DelayLength {
  readonly amount: number
  readonly unit: 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days'
}

/** The delays that are offered at once. */
export const delayPresets: readonly DelayLength[] = [
  { amount: 5, unit: 'minutes' },
  { amount: 15, unit: 'minutes' },
  { amount: 30, unit: 'minutes' },
  { amount: 1, unit: 'hours' },
  { amount: 2, unit: 'hours' },
  { amount: 24, unit: 'hours' },
  { amount: 1, unit: 'days' },
  { amount: 3, unit: 'days' },
]

/** Waits for a while. */
export const delay: NodeKind = defineKind<DelayLength>({
  type: 'delay',
  category: 'flow',
  schema,
  isShown: true,
  begin: ({ amount, unit }) => ({ type: 'sleep', ms: Math.ceil(amount * unitMs[unit]) }),
  finish: () => ({ type: 'done' }),
})
