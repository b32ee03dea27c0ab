import { createStore as createZustandStore, type StoreApi } from 'zustand/vanilla'
import type { SessionState } from './conversation.ts'

/** The store of one session: its snapshot, read by hooks through `subscribe` and `getState`. */
export type SessionStore = StoreApi<SessionState>

/** What is known of a conversation before anything was heard. */
export const emptyState: SessionState = {
  items: [],
  queue: [],
  phase: 'idle',
  link: 'live',
  recovery: null,
  isStopped: false,
  history: 'loading',
  problem: null,
  storageProblem: null,
}

/** A zustand store that holds a session's state. */
export const createStore = (): SessionStore => createZustandStore<SessionState>(() => emptyState)
