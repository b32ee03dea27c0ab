import type { Storage } from '@threadwork/core'

/** A storage that a test can look into and break. */
export interface MemoryStorage extends Storage {
  /** What it holds now. */
  entries(): Readonly<Record<string, string>>
  /** From now on every call throws this, as a full or forbidden storage does; `null`: it works again. */
  fail(error: Error | null): void
}

/** Keeps notes for as long as the object lives. Pass the entries of another one to play a reload. */
export const memoryStorage = (initial: Readonly<Record<string, string>> = {}): MemoryStorage => {
  const held = new Map(Object.entries(initial))
  let failure: Error | null = null
  const check = (): void => {
    if (failure !== null) throw failure
  }
  return {
    read: (key) => {
      check()
      return held.get(key) ?? null
    },
    write: (key, value) => {
      check()
      held.set(key, value)
    },
    remove: (key) => {
      check()
      held.delete(key)
    },
    entries: () => Object.fromEntries(held),
    fail: (error) => {
      failure = error
    },
  }
}
