import {
  createSession,
  type Clock,
  type OpenMirror,
  type Session,
  type Storage,
  type Transport,
} from '@threadwork/core'

export interface SessionKey {
  readonly transport: Transport
  readonly conversationId: string
  readonly clock: Clock
  readonly storage: Storage
  readonly mirror?: OpenMirror
}

interface Entry {
  readonly session: Session
  holders: number
  closing: ReturnType<typeof setTimeout> | null
}

/** Sessions by transport and conversation. Two mounts of the same share one, and so one stream. */
const pool = new WeakMap<Transport, Map<string, Entry>>()

const entryOf = (key: SessionKey): Entry => {
  const { transport, conversationId } = key
  const byId = pool.get(transport) ?? new Map<string, Entry>()
  pool.set(transport, byId)
  const known = byId.get(conversationId)
  if (known) return known
  const entry: Entry = { session: createSession(key), holders: 0, closing: null }
  byId.set(conversationId, entry)
  return entry
}

/** The session of a key, made but not opened: safe to call while rendering. */
export const sessionOf = (key: SessionKey): Session => entryOf(key).session

/**
 * Opens the session and holds it until the returned function is called. The last one to let go closes it, a task
 * later: StrictMode and a moved component let go and take hold again in one go. `onClosed` is called after that,
 * for a component that may come back and then needs another session.
 */
export const holdSession = (key: SessionKey, onClosed: () => void): (() => void) => {
  const entry = entryOf(key)
  entry.holders += 1
  if (entry.closing !== null) clearTimeout(entry.closing)
  entry.closing = null
  entry.session.open()
  return () => {
    entry.holders -= 1
    if (entry.holders > 0) return
    entry.closing = setTimeout(() => {
      pool.get(key.transport)?.delete(key.conversationId)
      entry.session.close()
      onClosed()
    }, 0)
  }
}
