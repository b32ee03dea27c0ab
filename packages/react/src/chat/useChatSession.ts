'use client'

import type { Clock, OpenMirror, Session, Storage, Transport } from '@threadwork/core'
import { useEffect, useState } from 'react'
import { browserStorage } from './browser-storage.ts'
import { holdSession, sessionOf, type SessionKey } from './session-pool.ts'
import { systemClock } from '../clock/system-clock.ts'

/** Where a chat's session comes from: the host's own, or a transport and a conversation's id. */
export type SessionSource =
  | { readonly session: Session }
  | {
      readonly transport: Transport
      readonly conversationId: string
      readonly clock?: Clock
      readonly storage?: Storage
      /** Mirrors decisions and drafts in the person's other pages, such as `mirrorAcross(browserNeighbours())`. */
      readonly mirror?: OpenMirror
    }

interface Held {
  readonly session: Session
  /** `null` for a session of the host's own. */
  readonly key: SessionKey | null
}

// Hosts write `transport={headless({ url })}` in their JSX, which is another object at each render. Another
// wire or another conversation is a change; another object of the same wire is not.
const isSame = (held: Held, source: SessionSource): boolean => {
  if ('session' in source) return held.session === source.session
  return (
    held.key !== null &&
    held.key.conversationId === source.conversationId &&
    held.key.transport.capabilities.name === source.transport.capabilities.name
  )
}

const take = (source: SessionSource): Held => {
  if ('session' in source) return { session: source.session, key: null }
  const { transport, conversationId, clock = systemClock, storage = browserStorage, mirror } = source
  const key = { transport, conversationId, clock, storage, ...(mirror ? { mirror } : {}) }
  return { session: sessionOf(key), key }
}

/** The open session of a chat. A session of the host's own is opened and never closed. */
export const useChatSession = (source: SessionSource): Session => {
  const [kept, setKept] = useState<Held | null>(null)
  const held = kept !== null && isSame(kept, source) ? kept : take(source)
  if (held !== kept) setKept(held)
  const { key, session } = held

  useEffect(() => {
    if (key !== null) return holdSession(key, () => setKept(null))
    session.open()
    return undefined
  }, [key, session])
  return session
}
