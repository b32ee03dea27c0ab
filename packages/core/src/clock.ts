/** A cancellable wait. */
export interface Timer {
  cancel(): void
}

/** Time as the session sees it. Tests pass a virtual one; `systemClock` of the adapters' side passes the real one. */
export interface Clock {
  /** Client time in milliseconds. Never compared with server time. */
  now(): number
  /** Calls back once after `ms` milliseconds. */
  after(ms: number, callback: () => void): Timer
  /** A number in [0, 1), for jitter and for ids. */
  random(): number
}
