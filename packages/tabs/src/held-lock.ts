import type { Hold, LockManner, Locks } from './tab-ports.ts'

/** Asks for a lock at once; the hold, or `null` where another has it. `onLost` is called when a thief takes it later. */
export const takeLock = (
  locks: Locks,
  name: string,
  manner: Exclude<LockManner, 'wait'>,
  onLost: () => void,
): Promise<Hold | null> =>
  new Promise((resolve) => {
    const hold = locks.request(name, manner, {
      onHeld: () => resolve(hold),
      onRefused: () => resolve(null),
      onLost,
    })
  })
