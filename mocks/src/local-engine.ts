import { createBackend, createMemoryStore, type ProfileName } from '@threadwork/backend'
import type { Engine } from './engine.ts'
import { backendFaults, readFaults, unitFaultsOf } from './faults.ts'
import { socketWithFaults } from './socket-faults.ts'
import type { StateDatabase } from './state-database.ts'
import { throughFaults } from './unit-faults.ts'

export interface LocalEngineOptions {
  readonly profile: ProfileName
  /** Multiplies every scripted delay. */
  readonly pace: number
  readonly database: StateDatabase | null
}

// One write for a burst of changes; short, because a reload does not wait.
const saveAfter = 30

const keepIn = (database: StateDatabase, store: ReturnType<typeof createMemoryStore>): void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = (): void => {
    timer = undefined
    void database.save(store.exportState())
  }
  store.onChange(() => (timer ??= setTimeout(save, saveAfter)))
  addEventListener('pagehide', save)
}

/** Runs the backend in this tab, from the state that the database kept. */
export const startLocalEngine = async ({ profile, pace, database }: LocalEngineOptions): Promise<Engine> => {
  const kept = await database?.load()
  const store = createMemoryStore(kept ?? undefined)
  if (database) keepIn(database, store)
  const backend = createBackend({
    store,
    profile,
    pace,
    publicUrl: location.origin,
    faults: backendFaults(throughFaults),
  })
  return {
    fetch: (request) => backend.fetch(request),
    connect: (url, peer) => {
      const connectionToken = new URL(url).searchParams.get('id') ?? undefined
      return backend.hub.connect(socketWithFaults(peer, unitFaultsOf(readFaults())), { connectionToken })
    },
  }
}
