'use client'

import type { Clock } from '@threadwork/core'
import { createContext, useContext, type Context } from 'react'
import { systemClock } from './system-clock.ts'

const ClockContext: Context<Clock> = createContext(systemClock)

/** Gives every component below its time. Tests pass one that they move by hand: `<ClockProvider value={clock}>`. */
export const ClockProvider: Context<Clock> = ClockContext

/** The time in use here; the page's own without a provider. */
export const useClock = (): Clock => useContext(ClockContext)
