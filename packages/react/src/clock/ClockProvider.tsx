import type { Clock } from '@threadwork/core'
import { createContext, useContext, type Context } from 'react'

const pageClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    return { cancel: () => clearTimeout(timer) }
  },
  random: () => Math.random(),
}

const ClockContext: Context<Clock> = createContext(pageClock)

/** Gives every component below its time. Tests pass one that they move by hand: `<ClockProvider value={clock}>`. */
export const ClockProvider: Context<Clock> = ClockContext

/** The time in use here; the page's own without a provider. */
export const useClock = (): Clock => useContext(ClockContext)
