import { createSession, type Session, type Storage } from '@threadwork/core'
import {
  createBackend,
  createMemoryStore,
  type BackendConfig,
  type Collection,
  type Records,
  type WireName,
} from '@threadwork/backend'
import { listen } from '@threadwork/backend/node'
import { headless, type HeadlessOptions } from '@threadwork/headless'
import { signalr } from '@threadwork/signalr'
import { memoryStorage } from '@threadwork/testing'
import { quickClock } from './quick-clock.ts'

/** A real backend on a port of its own, and what it holds. */
export interface World {
  readonly url: string
  readonly port: number
  /** Requests as `POST /path`, in their order. */
  readonly heard: readonly string[]
  /** What the backend calls defects of its own. */
  readonly defects: readonly unknown[]
  records<Name extends Collection>(collection: Name, conversationId: string): readonly Records[Name][]
  newConversation(): Promise<string>
  /** A session over real sockets, open; `url` leads to it by another way. */
  openSession(options: SessionOptions): Session
  /** Closes every session that was opened, then the backend. */
  close(): Promise<void>
}

export interface SessionOptions {
  readonly conversationId: string
  readonly wire: WireName
  readonly storage?: Storage
  readonly url?: string
  readonly seed?: number
  /** How much faster than the wall the session's clock runs: 25 times unless told. */
  readonly speed?: number
  /** Stands between the session and the backend on the Headless API. */
  readonly fetch?: NonNullable<HeadlessOptions['fetch']>
}

/** Starts a backend that plays without delays. Its API begins at `/api/chat`. */
export const startWorld = async (config: BackendConfig = {}): Promise<World> => {
  const store = createMemoryStore()
  const heard: string[] = []
  const defects: unknown[] = []
  const sessions: Session[] = []
  let url = ''
  const backend = createBackend({
    store,
    pace: 0,
    pingMs: 100,
    publicUrl: () => url,
    reportDefect: (error) => defects.push(error),
    faults: {
      intercept: (request) => {
        heard.push(`${request.method} ${new URL(request.url).pathname}`)
        return null
      },
    },
    ...config,
  })
  const listening = await listen(backend, 0)
  url = listening.url

  const openSession = ({
    conversationId,
    wire,
    storage,
    seed,
    speed = 25,
    fetch,
    ...way
  }: SessionOptions): Session => {
    const clock = quickClock(speed, seed)
    const api = `${way.url ?? url}/api/chat`
    const transport =
      wire === 'headless'
        ? headless({ url: api, clock, idleMs: 15_000, timeoutMs: 20_000, ...(fetch ? { fetch } : {}) })
        : signalr({ url: api, clock, requestTimeout: 20_000, joinTimeout: 10_000 })
    const session = createSession({ transport, conversationId, clock, storage: storage ?? memoryStorage() })
    sessions.push(session)
    session.open()
    return session
  }

  return {
    url,
    port: Number(new URL(url).port),
    heard,
    defects,
    records: (collection, conversationId) => store.list(collection, conversationId),
    newConversation: async () => {
      const response = await fetch(`${url}/api/chat/conversations`, { method: 'POST', body: '{}' })
      const body = (await response.json()) as { result?: Created } & Created // either profile's envelope
      return (body.result ?? body).conversation_id
    },
    openSession,
    close: async () => {
      for (const session of sessions) session.close()
      await listening.stop()
    },
  }
}

interface Created {
  readonly conversation_id: string
}

/** Whether the backend has played its conversation to the end. */
export const isPlayed = (world: World, conversationId: string): boolean => {
  const turns = world.records('turns', conversationId)
  return turns.length > 0 && turns.every(({ status }) => status === 'ended' || status === 'left')
}
