import type { ProfileName } from '@threadwork/backend'
import { setupWorker } from 'msw/browser'
import { createHandlers } from './handlers.ts'
import { forgetTime } from './kept-clock.ts'
import { shareEngine } from './shared-engine.ts'
import { openStateDatabase } from './state-database.ts'

export interface MockOptions {
  /** Which form of the backend is played. Default `documented`. */
  readonly profile?: ProfileName
  /** Multiplies every scripted delay. Default 1. */
  readonly pace?: number
  /** Whether state outlives a reload. Default true. */
  readonly isKept?: boolean
  /** Where the worker's script is served. Default `/mockServiceWorker.js`. */
  readonly workerUrl?: string
  /** Apart from others of another name, in one browser. Default `threadwork-mock`. */
  readonly name?: string
}

export interface Mocks {
  /** Forgets everything and reloads the page. */
  reset(): Promise<void>
  /** Lets milliseconds pass at once on the mocked server, in whichever tab it runs. */
  skip(ms: number): void
  stop(): void
}

/** Runs the backend behind Mock Service Worker in this browser. Resolves when requests are answered. */
export const startMocks = async (options: MockOptions = {}): Promise<Mocks> => {
  const { profile = 'documented', pace = 1, isKept = true, name = 'threadwork-mock' } = options
  const database = isKept ? openStateDatabase(name) : null
  const engine = await shareEngine(name, { profile, pace, database })
  const worker = setupWorker(...createHandlers(engine, location.origin))
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: options.workerUrl ?? '/mockServiceWorker.js' },
  })
  return {
    async reset() {
      await database?.clear()
      forgetTime()
      location.reload()
    },
    skip: (ms) => void engine.skip(ms),
    stop: () => void worker.stop(),
  }
}
