import type { Storage } from '@threadwork/core'

const prefix = 'threadwork:'

// Where storage is forbidden even the property access throws, so it is read at each call, never at import.
const notes = (): globalThis.Storage => globalThis.sessionStorage

/**
 * Notes in the tab's `sessionStorage`: they survive a reload and end with the tab. A call throws where the browser
 * forbids storage or it is full; a session goes on without it and says so once.
 */
export const browserStorage: Storage = {
  read: (key) => notes().getItem(prefix + key),
  write: (key, value) => notes().setItem(prefix + key, value),
  remove: (key) => notes().removeItem(prefix + key),
}
