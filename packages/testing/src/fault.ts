/** When a fault strikes: at a byte of its direction (the first is 0), or milliseconds after the connection began. */
export type FaultMoment = { readonly byte: number } | { readonly ms: number }

interface FaultBase {
  /** `down`: from the server to the client, the default. `up`: from the client to the server. */
  readonly direction?: 'down' | 'up'
  /** At the first byte by default. */
  readonly at?: FaultMoment
  /** Only this connection, counted from 1; every connection by default. */
  readonly connection?: number
}

/** What can go wrong with the bytes of a connection. Each strikes once on each connection. */
export type Fault = FaultBase &
  (
    | /** Both sides see a clean end; bytes from the moment on are lost. */ { readonly type: 'cut' }
    | /** Both sides see a reset. */ { readonly type: 'reset' }
    | /** Nothing passes any more, in either direction, and nobody is told. */ { readonly type: 'half-open' }
    | /** Nothing passes for `ms`, or until the faults are set anew; then all of it does. */ {
        readonly type: 'stall'
        readonly ms?: number
      }
    | /** Every chunk from here on comes `ms` later. */ { readonly type: 'delay'; readonly ms: number }
    | /** What came as one chunk comes as two. */ { readonly type: 'split' }
    | /** From here on `bytes` (1 by default) every `ms` (0: as fast as it goes). */ {
        readonly type: 'dribble'
        readonly bytes?: number
        readonly ms?: number
      }
    | /** The next `bytes` come twice. */ { readonly type: 'duplicate'; readonly bytes: number }
  )

/** The byte that a fault waits for; `null` when it waits for a time. */
export const byteOf = (fault: Fault): number | null => {
  const at = fault.at ?? { byte: 0 }
  return 'byte' in at ? at.byte : null
}
