/** Time as the backend sees it. */
export interface BackendClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once after `ms` milliseconds; returns the way to take it back. */
  after(ms: number, callback: () => void): () => void
}

/** The clock on the wall. */
export const systemClock: BackendClock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}

/** A number in [0, 1) that nobody can guess: link tokens and ids are made of it. */
export function systemRandom(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return ((high >>> 5) * 2 ** 26 + (low >>> 6)) / 2 ** 53
}
