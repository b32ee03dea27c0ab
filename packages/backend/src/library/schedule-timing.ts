import { Cron } from 'croner'
import type { ScheduleRecord } from '../store/library-records.ts'
import { refuseField } from './refusal.ts'

type Timing = ScheduleRecord['timing']

/**
 * The first moment after `after` at which a timing fires, in milliseconds since 1970; `null` when there is none any
 * more. Cron has five fields and is read in its time zone, daylight saving included.
 */
export function nextFire(timing: Timing, after: number): number | null {
  if (timing.type === 'once') return timing.at > after ? timing.at : null
  return cronOf(timing).nextRun(new Date(after))?.getTime() ?? null
}

const cronOf = ({ expression, timezone }: Extract<Timing, { readonly type: 'cron' }>): Cron =>
  new Cron(expression, { timezone, mode: '5-part', paused: true })

/** Refuses a timing that cannot be read, or that would never fire from `now` on. */
export function requireTiming(timing: Timing, now: number): void {
  if (timing.type === 'cron') requireCron(timing, now)
  else if (timing.at <= now) {
    throw refuseField('timing.at', 'This moment is over. Give one that lies ahead.')
  }
}

function requireCron(timing: Extract<Timing, { readonly type: 'cron' }>, now: number): void {
  requireTimezone(timing.timezone)
  let next: number | null = null
  try {
    next = nextFire(timing, now)
  } catch (error) {
    const reason = error instanceof Error ? ` (${error.message.replace(/^CronPattern: /, '')})` : ''
    throw refuseField(
      'timing.expression',
      `“${timing.expression}” cannot be read as cron${reason}. Write minute, hour, day, month and weekday: “30 8 * * 1-5”.`,
    )
  }
  if (next === null) {
    throw refuseField(
      'timing.expression',
      `“${timing.expression}” names no moment that ever comes. Choose another.`,
    )
  }
}

function requireTimezone(timezone: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone: timezone }).format(0)
  } catch {
    throw refuseField(
      'timing.timezone',
      `“${timezone}” is no time zone that is known. Write one as “Europe/Berlin” or “UTC”.`,
    )
  }
}
