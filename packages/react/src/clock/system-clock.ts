import type { Clock } from '@threadwork/core'

/** The browser's own time, timers and randomness. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    return { cancel: () => clearTimeout(timer) }
  },
  random: () => Math.random(),
}
