import type { JsonObject } from '@threadwork/engine'
import { quote } from '../conversation.ts'
import { notFound } from '../problem.ts'
import type { DefinitionRecord, ScheduleRecord } from '../store/library-records.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict } from './refusal.ts'
import { nextFire, requireTiming } from './schedule-timing.ts'

/** The most schedules of one workflow. */
const MAX_SCHEDULES = 100

/** What a schedule is made of. */
export interface ScheduleFields {
  readonly timing: ScheduleRecord['timing']
  /** What each run is given. */
  readonly variables?: JsonObject
  readonly isEnabled?: boolean
}

/** A schedule of a workflow that was read before; a 404 without it. */
export function readSchedule(
  library: LibraryContext,
  definition: DefinitionRecord,
  id: string,
): ScheduleRecord {
  const schedule = library.store.get('schedules', id)
  if (schedule?.parent !== definition.id) throw notFound(`The schedule ${quote(id)}`)
  return schedule
}

/** Makes a schedule (I61). */
export function createSchedule(
  library: LibraryContext,
  definition: DefinitionRecord,
  { timing, variables = {}, isEnabled = true }: ScheduleFields,
): ScheduleRecord {
  if (library.store.list('schedules', definition.id).length >= MAX_SCHEDULES) {
    throw conflict(
      `The workflow has ${MAX_SCHEDULES} schedules, which is the most there can be. Delete some first.`,
    )
  }
  const now = library.clock.now()
  requireTiming(timing, now)
  const schedule: ScheduleRecord = {
    id: library.makeId('sched'),
    parent: definition.id,
    teamId: definition.parent,
    at: now,
    timing,
    variables,
    isEnabled,
    nextAt: nextFire(timing, now),
    lastFiredAt: null,
  }
  library.store.put('schedules', schedule)
  return schedule
}

/** Changes a schedule. Time that went by while it was disabled is not made up for. */
export function changeSchedule(
  library: LibraryContext,
  schedule: ScheduleRecord,
  change: Partial<ScheduleFields>,
): ScheduleRecord {
  const now = library.clock.now()
  if (change.timing) requireTiming(change.timing, now)
  const timing = change.timing ?? schedule.timing
  const changed = { ...schedule, ...change, timing, nextAt: nextFire(timing, now) }
  library.store.put('schedules', changed)
  return changed
}

/**
 * The schedules that are due at `now` (milliseconds since 1970), of workflows that are live, the one that waited longest
 * first. Whoever starts their runs says so by `markFired` in the same transaction.
 */
export const dueSchedules = (
  { store }: Pick<LibraryContext, 'store'>,
  now: number,
): readonly ScheduleRecord[] =>
  store
    .list('schedules', null)
    .filter(({ isEnabled, nextAt }) => isEnabled && nextAt !== null && nextAt <= now)
    .filter(({ parent }) => store.get('definitions', parent)?.status === 'active')
    .toSorted((one, other) => (one.nextAt ?? 0) - (other.nextAt ?? 0))

/** When the next schedule of a live workflow is due, in milliseconds since 1970; `null` when none is. */
export function nextDue({ store }: Pick<LibraryContext, 'store'>): number | null {
  const moments = store
    .list('schedules', null)
    .filter(({ isEnabled, parent }) => isEnabled && store.get('definitions', parent)?.status === 'active')
    .flatMap(({ nextAt }) => nextAt ?? [])
  return moments.length === 0 ? null : Math.min(...moments)
}

/** Keeps that a schedule fired at `now`, and when it does next. What it missed meanwhile is one run, not many. */
export function markFired(
  { store }: Pick<LibraryContext, 'store'>,
  schedule: ScheduleRecord,
  now: number,
): void {
  store.put('schedules', { ...schedule, lastFiredAt: now, nextAt: nextFire(schedule.timing, now) })
}
