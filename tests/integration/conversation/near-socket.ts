import type { Hub } from '@threadwork/backend'
import type { SignalROptions } from '@threadwork/signalr'

/** The far end of a socket: where its words go, and how they come back. */
export interface Line {
  /** Takes what the client says. */
  readonly say: (text: string) => void
  /** The client hung up. */
  readonly hangUp: () => void
}

/** What the far end can do to the client. */
export interface Caller {
  readonly deliver: (text: string) => void
  /** Breaks the connection off, as a network does. */
  readonly breakOff: () => void
}

export type Dial = (caller: Caller) => Line

type SocketClass = NonNullable<SignalROptions['WebSocket']>

/** A class of WebSockets that reach `dial` without a network; each new one dials anew. */
export const nearSocket = (dial: Dial): SocketClass =>
  class NearSocket {
    static readonly OPEN = 1
    readyState = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { readonly data: string }) => void) | null = null
    onclose: ((event: object) => void) | null = null
    readonly #line: Line

    constructor() {
      this.#line = dial({
        deliver: (data) => {
          if (this.readyState === NearSocket.OPEN) this.onmessage?.({ data })
        },
        breakOff: () => this.#end({ code: 1006, wasClean: false }),
      })
      queueMicrotask(() => {
        this.readyState = NearSocket.OPEN
        this.onopen?.()
      })
    }

    send(text: string): void {
      this.#line.say(text)
    }

    close(): void {
      this.#line.hangUp()
      this.#end({ code: 1000, wasClean: true })
    }

    #end(event: object): void {
      if (this.readyState === 3) return
      this.readyState = 3
      this.onclose?.(event)
    }
  }

/** Dials a hub of this process; `tap` hears each frame that it sends. */
export const dialHub =
  (hub: Hub, tap: (text: string) => void = () => {}): Dial =>
  ({ deliver, breakOff }) => {
    const socket = hub.connect({
      send: (data) => {
        // The JSON protocol speaks text.
        const text = typeof data === 'string' ? data : new TextDecoder().decode(data)
        tap(text)
        deliver(text)
      },
      close: breakOff,
    })
    return { say: (text) => socket.receive(text), hangUp: () => socket.closed() }
  }

/** Answers a negotiation as a hub does whose sockets need no token. */
export const negotiateNear = (): Promise<Response> =>
  Promise.resolve(
    Response.json({
      negotiateVersion: 1,
      connectionId: 'near',
      connectionToken: 'near',
      availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text'] }],
    }),
  )
