import type { Clock } from '@threadwork/core'
import { seededRandom } from '@threadwork/testing'

/** A clock that runs `speed` times as fast as the wall's, so that tuned waits are sat out in a test. */
export const quickClock = (speed: number, seed = 1): Clock => {
  const start = Date.now()
  return {
    now: () => start + (Date.now() - start) * speed,
    after: (ms, callback) => {
      const handle = setTimeout(callback, ms / speed)
      return { cancel: () => clearTimeout(handle) }
    },
    random: seededRandom(seed),
  }
}

/** Looks until it is so. The error says what was waited for. */
export const until = async (
  what: string,
  isSo: () => boolean,
  patience = 15_000,
  tell: () => string = () => '',
): Promise<void> => {
  const end = Date.now() + patience
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`It never came to this: ${what}. ${tell()}`)
    await new Promise((done) => setTimeout(done, 2))
  }
}
