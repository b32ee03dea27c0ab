import { BffError } from './error.ts'
import { createMemorySessionStore } from './memory-session-store.ts'
import type { SessionStore } from './session-store.ts'

/** A store behind its address, its library loaded on first use only. */
const lazy = (load: () => Promise<SessionStore>): SessionStore => {
  let loaded: Promise<SessionStore> | null = null
  const store = (): Promise<SessionStore> =>
    (loaded ??= load().catch((error: unknown) => {
      loaded = null
      throw error
    }))
  return {
    read: async (key) => (await store()).read(key),
    insert: async (key, session) => (await store()).insert(key, session),
    replace: async (key, session) => (await store()).replace(key, session),
    remove: async (key) => (await store()).remove(key),
    removeAllOf: async (owner) => (await store()).removeAllOf(owner),
    claim: async (name, holder, milliseconds) => (await store()).claim(name, holder, milliseconds),
    release: async (name, holder) => (await store()).release(name, holder),
    close: async () => (loaded ? (await loaded).close() : undefined),
  }
}

/** Opens the store that an address names: `memory:`, `sqlite:<file>` or `redis://…`. */
export const openSessionStore = (address: string): SessionStore => {
  if (address === 'memory:') return createMemorySessionStore()
  if (address.startsWith('sqlite:')) {
    const file = address.slice('sqlite:'.length)
    return lazy(async () => (await import('./sqlite-session-store.ts')).createSqliteSessionStore(file))
  }
  if (/^rediss?:\/\//.test(address)) {
    return lazy(async () => (await import('./redis-session-store.ts')).createRedisSessionStore(address))
  }
  throw new BffError(
    'config-invalid',
    'The session store is not one that the BFF knows. Give memory:, sqlite:<file> or redis://host:port.',
  )
}
