/** A request as the gate sees it, whichever server carried it. */
export interface Inbound {
  /** `upgrade` is a WebSocket handshake, which cannot carry a header of ours. */
  readonly kind: 'call' | 'upgrade'
  readonly method: string
  /** Path and query as they came: never a full URL, and never joined to one. */
  readonly target: string
  /** The address at the other end of the connection, for rate limits. */
  readonly peer: string
  /** One header's value by its lower-case name. */
  readonly header: (name: string) => string | null
}

/** Reads a web `Request`. */
export const inboundOfRequest = (request: Request, peer: string): Inbound => {
  const url = new URL(request.url)
  return {
    kind: 'call',
    method: request.method,
    target: `${url.pathname}${url.search}`,
    peer,
    header: (name) => request.headers.get(name),
  }
}
