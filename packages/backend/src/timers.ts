import type { BackendClock } from './clock.ts'

/** Timers that all stop at once, and whose callbacks cannot bring the process down. */
export interface Timers {
  after(ms: number, callback: () => void): void
  stop(): void
}

/** What a callback throws goes to `reportDefect`. */
export function createTimers(clock: BackendClock, reportDefect: (error: unknown) => void): Timers {
  const pending = new Set<() => void>()
  let isStopped = false
  return {
    after: (ms, callback) => {
      if (isStopped) return
      const cancel = clock.after(Math.max(0, ms), () => {
        pending.delete(cancel)
        try {
          callback()
        } catch (error) {
          reportDefect(error)
        }
      })
      pending.add(cancel)
    },
    stop: () => {
      isStopped = true
      for (const cancel of pending) cancel()
      pending.clear()
    },
  }
}
