import { createBrowserLocks } from './browser-locks.ts'
import type { Channel, PageWatcher, TabPorts } from './tab-ports.ts'

const silent: Channel = { post: () => undefined, close: () => undefined }

/** A channel of that name; one that reaches nobody where the browser refuses it. */
export const openBrowserChannel = (name: string, hear: (message: unknown) => void): Channel => {
  try {
    const channel = new BroadcastChannel(name)
    channel.addEventListener('message', ({ data }) => hear(data))
    return {
      post: (message) => {
        try {
          channel.postMessage(message)
        } catch {
          // What cannot be cloned is missing in the numbering, and the others read again.
        }
      },
      close: () => channel.close(),
    }
  } catch {
    return silent
  }
}

/** Tells when the page goes into the back-forward cache or is frozen, and when it is back. Returns the way to stop. */
export const watchBrowserPage = ({ onPutAway, onBack }: PageWatcher): (() => void) => {
  const handleShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) onBack()
  }
  addEventListener('pagehide', onPutAway)
  addEventListener('pageshow', handleShow)
  document.addEventListener('freeze', onPutAway)
  document.addEventListener('resume', onBack)
  return () => {
    removeEventListener('pagehide', onPutAway)
    removeEventListener('pageshow', handleShow)
    document.removeEventListener('freeze', onPutAway)
    document.removeEventListener('resume', onBack)
  }
}

/** What this browser has for tabs, or `null`: an old browser, a server, a worker, a page that may use none of it. */
export const browserPorts = (): TabPorts | null => {
  try {
    const manager: LockManager | undefined = globalThis.navigator.locks
    if (manager === undefined || !('BroadcastChannel' in globalThis) || !('document' in globalThis))
      return null
    return {
      clock: {
        now: () => Date.now(),
        after: (ms, callback) => {
          const timer = setTimeout(callback, ms)
          return { cancel: () => clearTimeout(timer) }
        },
        random: () => Math.random(),
      },
      locks: createBrowserLocks(manager),
      openChannel: openBrowserChannel,
      isVisible: () => document.visibilityState === 'visible',
      watchPage: watchBrowserPage,
    }
  } catch {
    return null
  }
}
