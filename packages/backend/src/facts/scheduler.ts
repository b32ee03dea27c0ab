import type { BackendClock } from '../clock.ts'
import { isoTime } from '../context.ts'
import type { LibraryContext } from '../library/library-context.ts'
import type { ListeningWorkflows } from '../library/listening.ts'
import { dueSchedules, markFired, nextDue } from '../library/schedules.ts'
import { createAlarms } from '../runs/alarms.ts'
import type { Runner } from '../runs/runner.ts'
import type { ScheduleRecord } from '../store/library-records.ts'
import type { UnitOfWork } from '../store/unit-of-work.ts'

/** Starts workflows at their times. */
export interface Scheduler {
  /** Looks when the next schedule is due, for when schedules or workflows changed. */
  wake(): void
  stop(): void
}

/** What a scheduler works with. */
export interface SchedulerPorts {
  readonly library: LibraryContext
  readonly listening: ListeningWorkflows
  readonly runner: Pick<Runner, 'start'>
  readonly unit: UnitOfWork
  readonly clock: BackendClock
  readonly reportDefect: (error: unknown) => void
}

const alarm = 'next'

/** Arms nothing before it is woken. A time that the server missed fires once, at the next start. */
export function createScheduler(ports: SchedulerPorts): Scheduler {
  const { library, clock, unit } = ports
  const alarms = createAlarms(clock, () => {
    try {
      unit.run(() => dueSchedules(library, clock.now()).forEach((schedule) => fire(ports, schedule)))
    } catch (error) {
      ports.reportDefect(error)
    }
    wake()
  })
  const wake = (): void => {
    const due = nextDue(library)
    if (due === null) alarms.disarm(alarm)
    else alarms.arm(alarm, due)
  }
  return { wake, stop: () => alarms.stop() }
}

// That it fired is kept with the run that it started, so that neither a crash nor a clock fires it twice.
function fire({ library, listening, runner, clock }: SchedulerPorts, schedule: ScheduleRecord): void {
  const now = clock.now()
  markFired(library, schedule, now)
  const workflow = listening.workflows(schedule.teamId).find(({ id }) => id === schedule.parent)
  if (!workflow) return
  runner.start({
    teamId: schedule.teamId,
    workflow,
    mode: 'production',
    trigger: {
      type: 'schedule',
      scheduleId: schedule.id,
      dueAt: isoTime(schedule.nextAt ?? now),
      at: isoTime(now),
    },
    variables: schedule.variables,
    ...listening.globals(schedule.teamId),
    conversationId: null,
    idempotencyKey: null,
  })
}
