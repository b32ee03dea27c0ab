import type { KeyKeeper } from '@threadwork/backend'

/** Keeps one value for all tabs of this browser, over a reload. A browser that keeps nothing has none. */
export const keeper = (name: string): KeyKeeper => {
  const key = `threadwork-mock-${name}`
  return {
    read: () => {
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    write: (value) => {
      try {
        localStorage.setItem(key, value)
      } catch (cause) {
        console.warn(`The mock cannot keep its ${name}, so a reload starts without it.`, cause)
      }
    },
  }
}
