import type { SessionStore, StoredSession } from './session-store.ts'

interface Claim {
  readonly holder: string
  readonly expiresAt: number
}

const dropExpired = (map: Map<string, { readonly expiresAt: number }>, now: number): void => {
  for (const [key, entry] of map) if (entry.expiresAt <= now) map.delete(key)
}

/** Sessions in this process only: they end with it. */
export const createMemorySessionStore = (): SessionStore => {
  const sessions = new Map<string, StoredSession>()
  const claims = new Map<string, Claim>()
  const standing = (key: string): StoredSession | null => {
    const session = sessions.get(key)
    return session && session.expiresAt > Date.now() ? session : null
  }

  return {
    read: async (key) => standing(key),
    insert: async (key, session) => {
      dropExpired(sessions, Date.now())
      sessions.set(key, session)
    },
    replace: async (key, session) => {
      if (!standing(key)) return false
      sessions.set(key, session)
      return true
    },
    remove: async (key) => {
      sessions.delete(key)
    },
    removeAllOf: async (owner) => {
      const keys = [...sessions].filter(([, session]) => session.owner === owner).map(([key]) => key)
      for (const key of keys) sessions.delete(key)
      return keys
    },
    claim: async (name, holder, milliseconds) => {
      const now = Date.now()
      dropExpired(claims, now)
      if (claims.has(name)) return false
      claims.set(name, { holder, expiresAt: now + milliseconds })
      return true
    },
    release: async (name, holder) => {
      if (claims.get(name)?.holder === holder) claims.delete(name)
    },
    close: async () => {
      sessions.clear()
      claims.clear()
    },
  }
}
