import type { Clock } from '@threadwork/core'

export interface VirtualClockOptions {
  /** Client time in milliseconds at the start; 0 by default. */
  readonly now?: number
  /** Decides what `random` gives; 1 by default. */
  readonly seed?: number
}

/** A clock that stands still until it is told to go on. */
export interface VirtualClock extends Clock {
  /** Goes `ms` milliseconds on and calls back whatever falls due, in the order of time. */
  advance(ms: number): void
  /** The same, and lets promises settle before, between and after the callbacks. */
  advanceAsync(ms: number): Promise<void>
  /** How many timers wait. */
  readonly pending: number
}

interface Waiting {
  readonly at: number
  readonly callback: () => void
}

// A chain of awaits is as deep as a session's longest; more turns than that cost nothing.
const promiseTurns = 50

const settlePromises = async (): Promise<void> => {
  for (let turn = 0; turn < promiseTurns; turn += 1) await Promise.resolve()
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A deterministic clock: the same script gives the same run, without waiting for anything. */
export const virtualClock = ({ now: start = 0, seed = 1 }: VirtualClockOptions = {}): VirtualClock => {
  const random = seededRandom(seed)
  const waiting = new Set<Waiting>()
  let now = start

  const takeDue = (until: number): Waiting | undefined => {
    let next: Waiting | undefined
    // Strictly before: of two at one time the one that was asked for first comes first.
    for (const timer of waiting) if (timer.at <= until && (!next || timer.at < next.at)) next = timer
    if (next !== undefined) {
      waiting.delete(next)
      now = Math.max(now, next.at)
    }
    return next
  }

  return {
    now: () => now,
    random,
    after: (ms, callback) => {
      const timer: Waiting = { at: now + Math.max(0, ms), callback }
      waiting.add(timer)
      return { cancel: () => void waiting.delete(timer) }
    },
    advance: (ms) => {
      const until = now + ms
      for (let timer = takeDue(until); timer; timer = takeDue(until)) timer.callback()
      now = until
    },
    advanceAsync: async (ms) => {
      const until = now + ms
      await settlePromises()
      for (let timer = takeDue(until); timer; timer = takeDue(until)) {
        timer.callback()
        await settlePromises()
      }
      now = until
    },
    get pending() {
      return waiting.size
    },
  }
}
