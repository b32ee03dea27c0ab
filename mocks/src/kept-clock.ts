import { type SkippingClock, createSkippingClock } from '@threadwork/backend'
import { keeper } from './keeper.ts'

const ahead = keeper('ahead')

/** A clock that can skip, and stays ahead by as much over a reload and in every tab that comes to lead. */
export const keptClock = (): SkippingClock => {
  let skipped = Number(ahead.read() ?? 0) || 0
  const clock = createSkippingClock(undefined, skipped)
  return {
    ...clock,
    skip: (ms) => {
      skipped += ms
      ahead.write(String(skipped))
      clock.skip(ms)
    },
  }
}

/** Takes back what was skipped, from the next start on. */
export const forgetTime = (): void => ahead.write('0')
