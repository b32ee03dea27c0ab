/** The hub's only source of time. */
export interface HubClock {
  /** Calls back once after `ms` milliseconds; returns the way to take it back. */
  after(ms: number, callback: () => void): () => void
}

/** Every wait of the hub, in milliseconds. */
export interface HubTimings {
  /** From the transport's start to the handshake request. */
  readonly handshakeMs: number
  /** Between two pings to a client. */
  readonly keepAliveMs: number
  /** Silence after which a client is taken for gone. */
  readonly clientTimeoutMs: number
  /** How long a connection without a transport is kept: negotiated only, between two polls, or awaiting a stateful reconnect. */
  readonly disconnectMs: number
  /** The longest that one poll stays open. */
  readonly pollMs: number
  /** From a received message to its acknowledgement under stateful reconnect. */
  readonly ackMs: number
}

/** Bounds on what clients may cost. */
export interface HubLimits {
  /** One message of a client, in bytes. A larger one closes its connection. */
  readonly maxMessageBytes: number
  /** What may wait for one connection in each direction, in bytes. Streams slow down at half of it; all else closes the connection. */
  readonly maxQueuedBytes: number
  readonly maxConnections: number
  /** Streams and uploads of one connection at a time. */
  readonly maxStreams: number
  /** Plain invocations of one connection that run at a time; 1 keeps their order. */
  readonly maxParallelInvocations: number
}

/** Timings, bounds and ports of a hub, all set. */
export interface HubSettings extends HubTimings, HubLimits {
  readonly clock: HubClock
  /** An unguessable id of at least 120 bits. */
  readonly createId: () => string
  /** Whether a client that asks for stateful reconnect gets it. */
  readonly statefulReconnect: boolean
}

/** ASP.NET Core's values where it has one. */
export const defaultSettings: HubSettings = {
  handshakeMs: 15_000,
  keepAliveMs: 15_000,
  clientTimeoutMs: 30_000,
  disconnectMs: 15_000,
  pollMs: 90_000,
  ackMs: 1_000,
  maxMessageBytes: 1024 * 1024,
  maxQueuedBytes: 4 * 1024 * 1024,
  maxConnections: 20_000,
  maxStreams: 100,
  maxParallelInvocations: 1,
  statefulReconnect: true,
  clock: {
    after(ms, callback) {
      const timer = setTimeout(callback, ms)
      // On Node, where a timer is an object, no wait of the hub keeps the process alive.
      if (typeof timer === 'object') timer.unref()
      return () => clearTimeout(timer)
    },
  },
  createId: () => {
    const bytes = crypto.getRandomValues(new Uint8Array(18))
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
  },
}
