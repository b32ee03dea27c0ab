import { digestOf, randomId } from './identifier.ts'
import type { Seal } from './seal.ts'
import type { SessionStore, StoredSession } from './session-store.ts'

/** What a provider gave for one person. */
export interface Tokens {
  readonly accessToken: string
  /** Milliseconds since the epoch, as `accessExpiresAt`. */
  readonly accessIssuedAt: number
  readonly accessExpiresAt: number
  /** `null` where the provider gives none: the session then ends with the access token. */
  readonly refreshToken: string | null
}

/** Who signed in, as the page may know it. */
export interface User {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

/** One signed-in browser. */
export interface Session {
  /** The store's key: a hash of the cookie's id. */
  readonly key: string
  readonly user: User
  readonly tokens: Tokens
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** The sessions of a BFF, sealed into its store. */
export interface Sessions {
  /** Begins a session under a new id; returns the id for the cookie. */
  open(user: User, tokens: Tokens): Promise<string>
  find(id: string | null): Promise<Session | null>
  /** Reads a session again by its key, for another process may have changed it. */
  reread(key: string): Promise<Session | null>
  /** `false` when the session ended meanwhile: its tokens are then worthless and must not be used. */
  keep(session: Session, tokens: Tokens): Promise<boolean>
  end(key: string): Promise<void>
  /** Ends every session of this person, on every device. Returns their keys. */
  endAllOf(user: User): Promise<readonly string[]>
}

const idPattern = /^[\w-]{43}$/

const unpack = (key: string, stored: StoredSession, data: Readonly<Record<string, unknown>>): Session => {
  // The seal shows that this module wrote it.
  const { user, tokens } = data as unknown as Pick<Session, 'user' | 'tokens'>
  return { key, user, tokens, expiresAt: stored.expiresAt }
}

/** Sessions that live `lifetime` milliseconds. */
export const createSessions = (store: SessionStore, seal: Seal, lifetime: number): Sessions => {
  const pack = async (user: User, tokens: Tokens, expiresAt: number): Promise<StoredSession> => ({
    owner: await digestOf(user.id),
    data: await seal.close({ user, tokens }),
    expiresAt,
  })
  const reread = async (key: string): Promise<Session | null> => {
    const stored = await store.read(key)
    if (!stored) return null
    const data = await seal.open(stored.data)
    return data ? unpack(key, stored, data) : null
  }

  return {
    reread,
    open: async (user, tokens) => {
      const id = randomId()
      await store.insert(await digestOf(id), await pack(user, tokens, Date.now() + lifetime))
      return id
    },
    find: async (id) => (id !== null && idPattern.test(id) ? reread(await digestOf(id)) : null),
    keep: async (session, tokens) =>
      store.replace(session.key, await pack(session.user, tokens, session.expiresAt)),
    end: (key) => store.remove(key),
    endAllOf: async (user) => store.removeAllOf(await digestOf(user.id)),
  }
}
