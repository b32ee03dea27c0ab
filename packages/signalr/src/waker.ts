import type { Clock } from '@threadwork/core'

/** A wait that can be cut short. There is one wait at a time. */
export interface Waker {
  /** Resolves after `ms` milliseconds (`null`: no limit), at `wake`, or when `until` settles: whichever comes first. */
  wait(ms: number | null, until?: Promise<unknown>): Promise<void>
  /** Ends the wait that is under way; without one, the next. */
  wake(): void
}

export function createWaker(clock: Clock): Waker {
  let endWait: (() => void) | null = null
  let isWoken = false
  return {
    wait: (ms, until) => {
      if (isWoken) {
        isWoken = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const end = (): void => {
          if (endWait !== end) return
          endWait = null
          timer?.cancel()
          resolve()
        }
        endWait = end
        const timer = ms === null ? null : clock.after(ms, end)
        until?.then(end, end)
      })
    },
    wake: () => {
      if (endWait === null) isWoken = true
      else endWait()
    },
  }
}
