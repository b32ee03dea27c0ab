import type { Inbound } from './inbound.ts'
import { type Problem, problems } from './problem.ts'

/** The header that every call of the page carries. Another origin cannot send it without a preflight, which fails. */
export const csrfHeader = 'x-threadwork'

/**
 * A browser's `EventSource` cannot carry our header, and SignalR falls back to it where no WebSocket gets through. It
 * is let in where the browser itself vouches that this origin's script asked: scripts cannot write `Sec-Fetch-…`.
 */
const isOwnEventSource = (inbound: Inbound): boolean =>
  inbound.method === 'GET' &&
  inbound.header('accept') === 'text/event-stream' &&
  inbound.header('sec-fetch-site') === 'same-origin' &&
  inbound.header('sec-fetch-mode') === 'cors' &&
  inbound.header('sec-fetch-dest') === 'empty'

/**
 * Refuses what another page could have made the browser send. `SameSite` alone does not: another port of the same
 * host is the same site, and Chromium sends it `Strict` cookies, EventSource and WebSocket included.
 */
export const checkSameOrigin = (inbound: Inbound, publicOrigin: string): Problem | null => {
  const origin = inbound.header('origin')
  const site = inbound.header('sec-fetch-site')
  if (origin !== null && origin !== publicOrigin) {
    return problems.forbidden(
      'Open the app at its own address and try again: the call came from another origin.',
    )
  }
  if (site !== null && site !== 'same-origin') {
    return problems.forbidden(
      'Open the app at its own address and try again: the call came from another page.',
    )
  }
  if (inbound.kind === 'upgrade') {
    // A handshake cannot carry our header, but every browser names its origin.
    return origin === null
      ? problems.forbidden('A WebSocket is opened by the app only, which names its origin.')
      : null
  }
  return inbound.header(csrfHeader) || isOwnEventSource(inbound)
    ? null
    : problems.forbidden(
        'Calls to this address carry the header X-Threadwork. Send it with any value, such as 1.',
      )
}

const isLiteral = (host: string): boolean =>
  host === 'localhost' || host.startsWith('[') || /^[\d.]+$/.test(host)

/**
 * Without cookies nothing binds a browser to our host: a name that an attacker points at this address is "same
 * origin" to itself. A host that is neither ours nor an address is refused.
 */
export const checkHost = (inbound: Inbound, publicOrigin: string): Problem | null => {
  const host = (inbound.header('host') ?? '').toLowerCase()
  if (host === new URL(publicOrigin).host || isLiteral(host.replace(/:\d+$/, ''))) return null
  return problems.forbidden('The call named another host. Use the address that PUBLIC_ORIGIN gives.')
}
