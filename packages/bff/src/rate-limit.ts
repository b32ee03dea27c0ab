import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type Problem, problems } from './problem.ts'

/** Counts what one caller does in a minute; a problem with the seconds to wait once it is too much. */
export interface RateLimit {
  take(caller: string): Promise<Problem | null>
}

/** A limit of `perMinute`, kept by this process. */
export const createRateLimit = (perMinute: number): RateLimit => {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return {
    take: async (caller) => {
      try {
        await limiter.consume(caller)
        return null
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
        return { ...problems.tooMany(`Wait ${retryAfter} seconds and try again.`), retryAfter }
      }
    },
  }
}
