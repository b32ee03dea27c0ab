import { createBackend, createMemoryStore, type Backend, type BackendConfig } from '@threadwork/backend'
import { createSession, type Session } from '@threadwork/core'
import { headless } from '@threadwork/headless'
import { memoryStorage, virtualClock, type VirtualClock } from '@threadwork/testing'

export type Fetch = (input: string, init: RequestInit) => Promise<Response>

/** A backend without a socket, and the way to it. */
export interface NearBackend {
  readonly backend: Backend
  readonly fetch: Fetch
  newConversation(): Promise<string>
}

const origin = 'http://backend.test'

/** Starts a backend that plays without delays and is reached by a function call. */
export const startNear = (config: BackendConfig = {}): NearBackend => {
  const backend = createBackend({ store: createMemoryStore(), pace: 0, publicUrl: origin, ...config })
  const fetch: Fetch = (input, init) => backend.fetch(new Request(new URL(input, origin), init))
  return {
    backend,
    fetch,
    newConversation: async () => {
      const response = await fetch('/api/chat/conversations', { method: 'POST', body: '{}' })
      return ((await response.json()) as { conversation_id: string }).conversation_id // the documented form
    },
  }
}

/** A session in virtual time over a fetch of the test's. */
export interface NearSession {
  readonly session: Session
  readonly clock: VirtualClock
  /** Lets everything happen that needs no time. */
  readonly settle: () => Promise<void>
  /** Lets time pass until it is so; an error when it does not come to that in ten minutes of it. */
  readonly passUntil: (isSo: () => boolean) => Promise<void>
}

/** Opens a session over the Headless API behind `fetch`. */
export const openNear = (conversationId: string, fetch: Fetch): NearSession => {
  const clock = virtualClock({ now: 1000 })
  const transport = headless({ url: '/api/chat', fetch, clock })
  const session = createSession({ transport, conversationId, clock, storage: memoryStorage() })
  session.open()
  return { session, clock, ...passing(clock) }
}

/** Ways to let virtual time pass beside promises that need turns of the real one. */
export const passing = (clock: VirtualClock): Pick<NearSession, 'settle' | 'passUntil'> => {
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((done) => setImmediate(done))
      clock.advance(16)
    }
  }
  const passUntil = async (isSo: () => boolean): Promise<void> => {
    for (let passed = 0; passed < 600_000; passed += 500) {
      await settle()
      if (isSo()) return
      // A backend that is still at work counts its own time.
      if (passed > 10_000) await new Promise((done) => setTimeout(done, 1))
      clock.advance(500)
    }
    throw new Error('It never came to this, in ten minutes of virtual time.')
  }
  return { settle, passUntil }
}
