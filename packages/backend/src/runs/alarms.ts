import type { BackendClock } from '../clock.ts'

/** Calls back at moments, however far away. */
export interface Alarms {
  /** Calls back at `dueAt` (milliseconds since 1970), at once when that has passed; replaces what was armed under this id. */
  arm(id: string, dueAt: number): void
  disarm(id: string): void
  /** How many are armed. */
  readonly size: number
  stop(): void
}

/** The longest that a platform's timer counts; it would fire at once beyond it. */
export const longestTimerMs: number = 2 ** 31 - 1

/** `onDue` must not throw. */
export function createAlarms(clock: BackendClock, onDue: (id: string) => void): Alarms {
  const cancels = new Map<string, () => void>()
  let isStopped = false
  const disarm = (id: string): void => {
    cancels.get(id)?.()
    cancels.delete(id)
  }
  const arm = (id: string, dueAt: number): void => {
    if (isStopped) return
    disarm(id)
    const left = Math.max(0, dueAt - clock.now())
    const cancel = clock.after(Math.min(left, longestTimerMs), () => {
      cancels.delete(id)
      // A platform's timer may be a millisecond early by its own clock, and counts no further than it can.
      if (clock.now() < dueAt) arm(id, dueAt)
      else onDue(id)
    })
    cancels.set(id, cancel)
  }
  return {
    arm,
    disarm,
    get size() {
      return cancels.size
    },
    stop: () => {
      isStopped = true
      for (const cancel of cancels.values()) cancel()
      cancels.clear()
    },
  }
}
