import { type BackendClock, systemClock } from './clock.ts'

/** A clock that runs like the one on the wall, and can leave out a stretch of it: what fell due in between is called at once. */
export interface SkippingClock extends BackendClock {
  /** Leaves out `ms` milliseconds. What falls due is called in its order, each at its own time. */
  skip(ms: number): void
  /** Milliseconds until the next appointment; `Infinity` where there is none. */
  untilNext(): number
}

interface Appointment {
  readonly at: number
  readonly callback: () => void
  cancel: () => void
}

/** `base` is the clock that it runs like, `ahead` the milliseconds that were left out before. */
export function createSkippingClock(base: BackendClock = systemClock, ahead = 0): SkippingClock {
  const appointments = new Set<Appointment>()
  const now = (): number => base.now() + ahead
  const call = (appointment: Appointment): void => {
    appointment.cancel()
    if (appointments.delete(appointment)) appointment.callback()
  }
  const arm = (appointment: Appointment): void => {
    appointment.cancel()
    appointment.cancel = base.after(Math.max(0, appointment.at - now()), () => call(appointment))
  }
  const firstUntil = (until: number): Appointment | undefined =>
    [...appointments]
      .filter(({ at }) => at <= until)
      .reduce<Appointment | undefined>(
        (first, each) => (!first || each.at < first.at ? each : first),
        undefined,
      )
  return {
    now,
    after: (ms, callback) => {
      const appointment: Appointment = { at: now() + ms, callback, cancel: () => {} }
      appointments.add(appointment)
      arm(appointment)
      return () => {
        appointment.cancel()
        appointments.delete(appointment)
      }
    },
    untilNext: () => Math.max(0, Math.min(...[...appointments].map(({ at }) => at)) - now()),
    skip: (ms) => {
      const until = now() + ms
      for (let due = firstUntil(until); due; due = firstUntil(until)) {
        ahead = Math.max(ahead, due.at - base.now())
        call(due)
      }
      ahead = Math.max(ahead, until - base.now())
      for (const appointment of appointments) arm(appointment)
    },
  }
}
