export interface ReconnectPolicyOptions {
  /** Upper bound of the first wait, in milliseconds; it doubles with each attempt. Default 1,000. */
  readonly base?: number
  /** No wait is longer, in milliseconds. Default 30,000. */
  readonly cap?: number
  /** A number in [0, 1). */
  readonly random: () => number
}

/** Milliseconds to wait before attempt number `attempt`, counted from 0. It always has an answer: giving up is not one. */
export type ReconnectPolicy = (attempt: number) => number

/**
 * Exponential waits with full jitter: anything between nothing and `min(cap, base × 2^attempt)`, so that the clients of a
 * restarted server come back spread out. Endless, and the first start counts as an attempt like any other.
 */
export function reconnectPolicy(options: ReconnectPolicyOptions): ReconnectPolicy {
  const { base = 1_000, cap = 30_000, random } = options
  return (attempt) => Math.floor(random() * Math.min(cap, base * 2 ** Math.max(0, attempt)))
}
