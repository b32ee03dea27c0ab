import type { Engine } from './engine.ts'
import { startLocalEngine, type LocalEngineOptions } from './local-engine.ts'
import { guestEngine } from './relay-guest.ts'
import { hostEngine } from './relay-host.ts'

/**
 * One mocked server for all tabs of this browser. The tab that holds the lock runs it; the others ask it over a
 * BroadcastChannel. When that tab goes, the next one goes on from the state that IndexedDB kept.
 */
export const shareEngine = async (name: string, options: LocalEngineOptions): Promise<Engine> => {
  const channel = new BroadcastChannel(name)
  let current: Engine = guestEngine(channel)

  const lead = async (): Promise<void> => {
    current = await startLocalEngine(options)
    // A channel of its own: what this tab asked while it followed is answered as everybody else's is.
    hostEngine(new BroadcastChannel(name), current)
  }
  const forEver = new Promise<never>(() => {})
  const isLeading = await new Promise<boolean>((resolve, reject) => {
    const asked = navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return resolve(false)
      await lead()
      resolve(true)
      return forEver
    })
    asked.catch(reject)
  })
  if (!isLeading)
    void navigator.locks.request(name, async () => {
      await lead()
      return forEver
    })
  return {
    fetch: (request) => current.fetch(request),
    connect: (url, peer) => current.connect(url, peer),
    skip: (ms) => current.skip(ms),
  }
}
