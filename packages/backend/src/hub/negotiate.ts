import type { ConnectionIdentity, TransportName } from './connection-contract.ts'

/** What a client asks for when it negotiates. */
export type NegotiateRequest =
  | { readonly type: 'accepted'; readonly version: 0 | 1; readonly wantsStatefulReconnect: boolean }
  | { readonly type: 'refused'; readonly error: string }

/** Reads the query of a negotiation. A newer version than ours is answered with ours. */
export function readNegotiate(query: URLSearchParams): NegotiateRequest {
  const asked = query.get('negotiateVersion') ?? '0'
  if (!/^\d{1,9}$/.test(asked)) {
    return {
      type: 'refused',
      error: `The client requested an invalid protocol version '${asked.slice(0, 40)}'.`,
    }
  }
  return {
    type: 'accepted',
    version: asked === '0' ? 0 : 1,
    wantsStatefulReconnect: query.get('useStatefulReconnect')?.toLowerCase() === 'true',
  }
}

/** Version 0 knows one id only, so that its public name is the secret too. */
export function createIdentity(
  version: 0 | 1,
  createId: () => string,
  rest: Pick<ConnectionIdentity, 'user' | 'isStateful'>,
): ConnectionIdentity {
  const connectionToken = createId()
  return { connectionToken, connectionId: version === 0 ? connectionToken : createId(), ...rest }
}

/** The answer of a negotiation, as JSON. */
export function negotiateResponse(version: 0 | 1, identity: ConnectionIdentity): object {
  return {
    negotiateVersion: version,
    connectionId: identity.connectionId,
    ...(version === 0 ? {} : { connectionToken: identity.connectionToken }),
    // The client refuses the word when it did not ask.
    ...(identity.isStateful ? { useStatefulReconnect: true } : {}),
    availableTransports: [
      { transport: 'WebSockets', transferFormats: ['Text', 'Binary'] },
      { transport: 'ServerSentEvents', transferFormats: ['Text'] },
      { transport: 'LongPolling', transferFormats: ['Text', 'Binary'] },
    ] satisfies readonly { readonly transport: TransportName; readonly transferFormats: readonly string[] }[],
  }
}
