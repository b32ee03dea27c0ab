import {
  createBackend,
  createFetchHttp,
  createKeyring,
  createSealer,
  createVirtualClock,
  type Store,
} from '@threadwork/backend'
import { createNodeCodeRunner } from '@threadwork/backend/node'
import type { EngineWorld } from './engine-world.ts'
import { createOuterWorld } from './outer-world.ts'

const origin = 'http://backend.test'
const code = createNodeCodeRunner()

// Quicker than a timer of the real clock: a month has 43,200 sweeps.
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Opens the same store again, as the next process does. */
export type OpenStore = () => Store

/** A backend of this process in virtual time; `close` is called behind it. */
export const openNodeWorld = (openStore: OpenStore, close: () => void): EngineWorld => {
  const clock = createVirtualClock(undefined, nextTurn)
  const outer = createOuterWorld()
  const defects: unknown[] = []
  const sealer = createSealer(createKeyring(new Uint8Array(32).fill(7)))
  const start = () =>
    createBackend({
      store: openStore(),
      clock,
      sealer,
      code,
      http: createFetchHttp((url, init) => outer.answer(new Request(url, init))),
      pace: 0,
      publicUrl: origin,
      reportDefect: (error) => defects.push(error),
    })
  let backend = start()
  return {
    defects,
    heard: () => outer.heard,
    fetch: (path, init) => backend.fetch(new Request(new URL(path, origin), init)),
    skip: async (ms) => {
      await clock.advance(ms)
      await new Promise((resolve) => setTimeout(resolve, 1))
    },
    restart: async () => {
      backend.close()
      backend = start()
    },
    close: async () => {
      backend.close()
      close()
    },
  }
}
