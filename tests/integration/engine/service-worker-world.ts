import { createHandlers, openStateDatabase, startLocalEngine, type LocalEngine } from '@threadwork/mocks'
import { http } from 'msw'
import { setupWorker } from 'msw/browser'
import type { EngineWorld } from './engine-world.ts'
import { createOuterWorld } from './outer-world.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The mock of the browser: asked through the service worker, kept in IndexedDB, its time that of the wall and skipped. */
export const openServiceWorkerWorld = async (): Promise<EngineWorld> => {
  const name = `threadwork-engine-${crypto.randomUUID()}`
  const outer = createOuterWorld()
  const start = () => startLocalEngine({ profile: 'documented', pace: 0, database: openStateDatabase(name) })
  let engine: LocalEngine = await start()
  const handlers = createHandlers(
    {
      fetch: (request) => engine.fetch(request),
      connect: (url, peer) => engine.connect(url, peer),
      skip: (ms) => engine.skip(ms),
    },
    location.origin,
  )
  const worker = setupWorker(
    http.all(/^https:\/\/[\w.]+\.com\//u, ({ request }) => outer.answer(request)),
    ...handlers,
  )
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' })
  return {
    // The mock tells its defects on the console.
    defects: [],
    heard: () => outer.heard,
    fetch: (path, init) => fetch(path, init),
    skip: async (ms) => {
      await engine.skip(ms)
      await pause(2)
    },
    restart: async () => {
      await engine.close()
      engine = await start()
    },
    close: async () => {
      void worker.stop()
      await engine.close()
      indexedDB.deleteDatabase(name)
    },
  }
}
