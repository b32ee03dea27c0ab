import type { WorkflowNode } from '@threadwork/engine'
import type { DefinitionRecord, ScheduleRecord } from '../store/library-records.ts'
import type { LibraryContext } from './library-context.ts'
import { nextFire } from './schedule-timing.ts'
import { triggerOf } from './trigger-of.ts'
import { readVersion } from './workflow-access.ts'

/** Keeps the schedule that the trigger of the active version asks for; none for a trigger of another type. */
export function syncSchedule(library: LibraryContext, definition: DefinitionRecord): void {
  const { store, clock } = library
  const id = `${definition.id}:trigger`
  const trigger = triggerOf(readVersion(library, definition, definition.activeVersion).graph)
  const timing = trigger?.type === 'schedule' ? timingOf(trigger) : null
  if (!timing) return store.remove('schedules', id)
  const known = store.get('schedules', id)
  if (known && JSON.stringify(known.timing) === JSON.stringify(timing)) return
  const now = clock.now()
  store.put('schedules', {
    id,
    parent: definition.id,
    teamId: definition.parent,
    at: known?.at ?? now,
    timing,
    variables: known?.variables ?? {},
    isEnabled: known?.isEnabled ?? true,
    nextAt: nextFire(timing, now),
    lastFiredAt: known?.lastFiredAt ?? null,
  })
}

// What the schema of the trigger takes; anything else is told when the version is judged.
function timingOf({ config }: WorkflowNode): ScheduleRecord['timing'] | null {
  const { at, cron, timeZone } = config
  if (typeof cron === 'string') {
    const timezone = typeof timeZone === 'string' ? timeZone : 'UTC'
    return { type: 'cron', expression: cron.trim(), timezone }
  }
  const moment = typeof at === 'string' ? Date.parse(at) : Number.NaN
  return Number.isNaN(moment) ? null : { type: 'once', at: moment }
}
