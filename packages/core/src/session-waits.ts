import type { Clock, Timer } from './clock.ts'

/** Waits that end with the session. */
export interface Waits {
  /** Acts after `ms` milliseconds; at once, in the same call, when there is nothing to wait for. */
  after(ms: number, act: () => void): void
  stop(): void
}

export const createWaits = (clock: Clock): Waits => {
  const timers = new Set<Timer>()
  return {
    after(ms, act) {
      if (ms === 0) return act()
      const timer = clock.after(ms, () => {
        timers.delete(timer)
        act()
      })
      timers.add(timer)
    },
    stop() {
      for (const timer of timers) timer.cancel()
    },
  }
}
