import type { Hold, LockManner, Locks, LockTold } from './tab-ports.ts'

const optionsOf = (manner: LockManner, signal: AbortSignal): LockOptions => {
  if (manner === 'wait') return { signal }
  return manner === 'steal' ? { steal: true } : { ifAvailable: true }
}

// Where the page may use no locks (a sandboxed frame), each tab holds what it asks for: they only share nothing.
const isForbidden = (cause: unknown): boolean =>
  !(cause instanceof DOMException && cause.name === 'AbortError')

/** Web Locks as this package uses them. */
export const createBrowserLocks = (manager: LockManager): Locks => ({
  request: (name, manner, told: LockTold): Hold => {
    const leaving = new AbortController()
    let isReleased = false
    let isHeld = false
    let letGo = (): void => undefined
    const released = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const hold = async (lock: Lock | null): Promise<void> => {
      if (isReleased) return
      if (lock === null) return told.onRefused?.()
      isHeld = true
      told.onHeld()
      await released
    }
    const fail = (cause: unknown): void => {
      if (isReleased) return
      if (isHeld) told.onLost?.()
      else if (isForbidden(cause)) told.onHeld()
      else told.onRefused?.()
    }
    // A manager may also throw in place of rejecting.
    void (async () => manager.request(name, optionsOf(manner, leaving.signal), hold))().catch(fail)
    return {
      release: () => {
        isReleased = true
        leaving.abort()
        letGo()
      },
    }
  },
})
