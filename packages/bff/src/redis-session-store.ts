import { createClient } from '@redis/client'
import { BffError } from './error.ts'
import type { SessionStore, StoredSession } from './session-store.ts'

const releaseScript =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"
const sessionName = (key: string): string => `threadwork:session:${key}`
const ownerName = (owner: string): string => `threadwork:owner:${owner}`
const claimName = (name: string): string => `threadwork:claim:${name}`

const clientFor = (url: string) =>
  createClient({ url, socket: { connectTimeout: 5_000, reconnectStrategy: false } })
type Client = ReturnType<typeof clientFor>

const connect = async (url: string): Promise<Client> => {
  const client = clientFor(url)
  // A client without a listener ends the process on its first error; each command reports its own failure.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (cause) {
    throw new BffError(
      'store-unavailable',
      `Redis at ${new URL(url).host} cannot be reached, so nobody could stay signed in. ` +
        'Start it, or name another store, such as SESSION_STORE=redis://127.0.0.1:6379.',
      { cause },
    )
  }
}

/** Sessions in Redis, for BFF processes on several machines. Connects when first used, and again after a loss. */
export const createRedisSessionStore = (url: string): SessionStore => {
  let current: Promise<Client> | null = null
  const redis = async (): Promise<Client> => {
    const client = await (current ??= connect(url)).catch((error: unknown) => {
      current = null
      throw error
    })
    if (client.isOpen) return client
    current = null
    return redis()
  }

  return {
    read: async (key) => {
      const text = await (await redis()).get(sessionName(key))
      // Only this store writes under these names.
      return text === null ? null : (JSON.parse(text) as StoredSession)
    },
    insert: async (key, session) => {
      const client = await redis()
      const life = { expiration: { type: 'PXAT' as const, value: session.expiresAt } }
      await client.set(sessionName(key), JSON.stringify(session), life)
      await client.sAdd(ownerName(session.owner), key)
      await client.pExpireAt(ownerName(session.owner), session.expiresAt)
    },
    replace: async (key, session) => {
      const life = {
        condition: 'XX' as const,
        expiration: { type: 'PXAT' as const, value: session.expiresAt },
      }
      return (await (await redis()).set(sessionName(key), JSON.stringify(session), life)) !== null
    },
    remove: async (key) => {
      await (await redis()).del(sessionName(key))
    },
    removeAllOf: async (owner) => {
      const client = await redis()
      const keys = await client.sMembers(ownerName(owner))
      await client.del([ownerName(owner), ...keys.map(sessionName)])
      return keys
    },
    claim: async (name, holder, milliseconds) => {
      const life = { condition: 'NX' as const, expiration: { type: 'PX' as const, value: milliseconds } }
      return (await (await redis()).set(claimName(name), holder, life)) !== null
    },
    release: async (name, holder) => {
      await (await redis()).eval(releaseScript, { keys: [claimName(name)], arguments: [holder] })
    },
    close: async () => {
      const client = await current?.catch(() => null)
      if (client?.isOpen) await client.close()
    },
  }
}
