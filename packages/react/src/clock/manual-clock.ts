import type { Clock } from '@threadwork/core'

/** A clock that stands still until it is moved, for tests and stories. */
export interface ManualClock extends Clock {
  /** Moves on by `ms` milliseconds and calls back all that falls due, in order. */
  advance(ms: number): void
}

interface Wait {
  readonly due: number
  readonly callback: () => void
}

/** A clock at 0 milliseconds. */
export const createManualClock = (): ManualClock => {
  let now = 0
  const waits = new Set<Wait>()
  const next = (until: number): Wait | undefined =>
    [...waits].filter(({ due }) => due <= until).sort((one, other) => one.due - other.due)[0]

  return {
    now: () => now,
    random: () => 0.5,
    after: (ms, callback) => {
      const wait = { due: now + ms, callback }
      waits.add(wait)
      return { cancel: () => void waits.delete(wait) }
    },
    advance: (ms) => {
      const end = now + ms
      for (let wait = next(end); wait; wait = next(end)) {
        waits.delete(wait)
        now = wait.due
        wait.callback()
      }
      now = end
    },
  }
}
