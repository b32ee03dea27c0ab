import type { HubClock } from './settings.ts'

export interface LivenessOptions {
  readonly clock: HubClock
  readonly keepAliveMs: number
  readonly clientTimeoutMs: number
  readonly ping: () => void
  readonly timedOut: () => void
  /** A client that is not read is not silent. */
  readonly isHeld: () => boolean
}

/** Watches one transport: pings at an interval, and reports a silence. */
export interface Liveness {
  /** Something came in. */
  heard(): void
  stop(): void
}

/** Starts to ping and to listen. */
export function watchLiveness(options: LivenessOptions): Liveness {
  let stopPings: () => void
  let stopListening: () => void
  const schedulePing = () => {
    stopPings = options.clock.after(options.keepAliveMs, () => {
      schedulePing()
      options.ping()
    })
  }
  const listen = () => {
    stopListening = options.clock.after(options.clientTimeoutMs, () => {
      if (options.isHeld()) listen()
      else options.timedOut()
    })
  }
  schedulePing()
  listen()
  return {
    heard() {
      stopListening()
      listen()
    },
    stop() {
      stopListening()
      stopPings()
    },
  }
}
