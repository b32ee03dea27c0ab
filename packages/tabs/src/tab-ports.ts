import type { Clock } from '@threadwork/core'

/** Something that is held, or asked for. Letting go of it twice changes nothing. */
export interface Hold {
  release(): void
}

/** What becomes of a request for a lock: first held or refused, and after held perhaps lost to a thief. */
export interface LockTold {
  readonly onHeld: () => void
  readonly onRefused?: () => void
  /** Another took it. What was released is never lost. */
  readonly onLost?: () => void
}

/** `wait`: held as soon as it is free. `if-free`: held now or refused. `steal`: taken from whoever has it. */
export type LockManner = 'wait' | 'if-free' | 'steal'

/** Locks that all tabs of the browser share; the browser frees those of a tab that is closed or has crashed. */
export interface Locks {
  /** Asks for a lock. It is told later, never in the same call. */
  request(name: string, manner: LockManner, told: LockTold): Hold
}

/** The way to all other tabs that opened a channel of the same name. */
export interface Channel {
  /** Posts plain data. It never throws; what cannot be posted is lost. */
  post(message: unknown): void
  close(): void
}

/** The page is put away (frozen, or kept for the back button), and comes back. */
export interface PageWatcher {
  readonly onPutAway: () => void
  readonly onBack: () => void
}

/** What a tab needs of the browser. */
export interface TabPorts {
  readonly clock: Clock
  readonly locks: Locks
  readonly openChannel: (name: string, hear: (message: unknown) => void) => Channel
  readonly isVisible: () => boolean
  /** Returns the way to stop. */
  readonly watchPage: (watcher: PageWatcher) => () => void
}
