import { z } from 'zod'
import type { NodeKind } from './node-kind.ts'
import { triggerKind } from './trigger-kind.ts'

const cronSentence = 'A schedule has five fields: minute, hour, day, month and weekday, like “0 9 * * 1”.'
const zoneSentence = 'A time zone has a name like “Europe/Berlin”, or is UTC.'

const schema = z
  .object({
    at: z.iso
      .datetime({ offset: true, error: 'A moment is written like 2026-11-19T09:00:00Z.' })
      .nullable()
      .default(null),
    cron: z
      .string({ error: cronSentence })
      .regex(/^\s*(?:[\w*,/?#-]+\s+){4}[\w*,/?#-]+\s*$/, { error: cronSentence })
      .nullable()
      .default(null),
    /** In which the fields of `cron` are read. */
    timeZone: z
      .string({ error: zoneSentence })
      .regex(/^[A-Za-z][\w+-]*(?:\/[\w+-]+){0,2}$/, { error: zoneSentence })
      .default('UTC'),
  })
  .refine(({ at, cron }) => (at === null) !== (cron === null), {
    error: 'Give either one moment (“at”) or a schedule (“cron”).',
  })

/** Starts once at a moment, or again and again as a cron line says. */
export const schedule: NodeKind = triggerKind('schedule', schema)
