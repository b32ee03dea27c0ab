import {
  createBackend,
  createFetchHttp,
  createKeyring,
  createMemoryStore,
  createSealer,
  keptKey,
  type MemoryStore,
  type ProfileName,
} from '@threadwork/backend'
import { browserCode } from './browser-code.ts'
import type { Engine } from './engine.ts'
import { backendFaults, readFaults, unitFaultsOf } from './faults.ts'
import { keeper } from './keeper.ts'
import { keptClock } from './kept-clock.ts'
import { socketWithFaults } from './socket-faults.ts'
import type { StateDatabase } from './state-database.ts'
import { createUnderWay } from './under-way.ts'
import { throughFaults } from './unit-faults.ts'

export interface LocalEngineOptions {
  readonly profile: ProfileName
  /** Multiplies every scripted delay. */
  readonly pace: number
  readonly database: StateDatabase | null
}

/** The mocked server in this tab. */
export interface LocalEngine extends Engine {
  /** Ends it, as a page that goes does. Resolves when what it knew is kept. */
  close(): Promise<void>
}

// One write for a burst of changes; short, because a reload does not wait.
const saveAfter = 30

/** Keeps every change. Returns the way to keep the last one and to stop. */
const keepIn = (database: StateDatabase, store: MemoryStore): (() => Promise<void>) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const save = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (!isOver) await database.save(store.exportState())
  }
  store.onChange(() => (timer ??= setTimeout(() => void save(), saveAfter)))
  const leave = (): void => void save()
  addEventListener('pagehide', leave)
  return async () => {
    removeEventListener('pagehide', leave)
    const saved = save()
    isOver = true
    await saved
  }
}

/** Runs the backend in this tab, from the state that the database kept. */
export const startLocalEngine = async ({
  profile,
  pace,
  database,
}: LocalEngineOptions): Promise<LocalEngine> => {
  const kept = await database?.load()
  const store = createMemoryStore(kept ?? undefined)
  const stopKeeping = database ? keepIn(database, store) : null
  const clock = keptClock()
  const code = browserCode()
  const http = createFetchHttp()
  const underWay = createUnderWay()
  store.onChange(() => underWay.stir())
  const backend = createBackend({
    store,
    clock,
    code: { ...code, run: underWay.watch((request) => code.run(request)) },
    http: { send: underWay.watch((request, signal) => http.send(request, signal)) },
    sealer: createSealer(createKeyring(keptKey(keeper('key')))),
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
    skip: async (ms) => {
      // From appointment to appointment: a request takes real time, and is waited for before its time limit may come.
      for (let left = ms; left > 0;) {
        const step = Math.min(left, Math.max(1, clock.untilNext()))
        clock.skip(step)
        left -= step
        await underWay.settled()
      }
    },
    close: async () => {
      backend.close()
      code.close()
      await stopKeeping?.()
    },
  }
}
