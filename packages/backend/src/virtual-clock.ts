import type { BackendClock } from './clock.ts'

/** A clock that stands still until it is told to go on: days pass in microseconds. */
export interface VirtualClock extends BackendClock {
  /** Lets `ms` milliseconds pass; what falls due is called in order, and what that schedules as well. */
  advance(ms: number): Promise<void>
}

interface Appointment {
  readonly at: number
  readonly callback: () => void
}

// Streams hand over in microtasks; a macrotask lets all of them through.
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/**
 * Starts at `start` (milliseconds since 1970). `settle` lets go through what a callback set going, before the next one
 * is called: a macrotask unless something quicker will do.
 */
export function createVirtualClock(
  start: number = Date.UTC(2026, 10, 21, 12),
  settle: () => Promise<void> = nextTask,
): VirtualClock {
  let now = start
  let appointments: readonly Appointment[] = []
  const next = (until: number): Appointment | undefined =>
    appointments
      .filter((appointment) => appointment.at <= until)
      .reduce<Appointment | undefined>(
        (first, other) => (!first || other.at < first.at ? other : first),
        undefined,
      )
  return {
    now: () => now,
    after: (ms, callback) => {
      const appointment = { at: now + ms, callback }
      appointments = [...appointments, appointment]
      return () => {
        appointments = appointments.filter((other) => other !== appointment)
      }
    },
    advance: async (ms) => {
      const until = now + ms
      await settle()
      for (let due = next(until); due; due = next(until)) {
        const { at, callback } = due
        appointments = appointments.filter((other) => other !== due)
        now = at
        callback()
        await settle()
      }
      now = until
    },
  }
}
