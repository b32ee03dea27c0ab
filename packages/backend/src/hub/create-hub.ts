import { type Audience, createAudience } from './audience.ts'
import type { Connection } from './connection.ts'
import type { CloseReason } from './connection-contract.ts'
import { createHttpRoutes, type Identify } from './http-routes.ts'
import { HubCore } from './hub-core.ts'
import type { HubOptions } from './hub-options.ts'
import type { HubPeer, HubSocket } from './peer.ts'

/** Whether a WebSocket may be opened; a refusal carries the HTTP status to answer. */
export type Admission =
  | {
      readonly type: 'admitted'
      readonly user: string | undefined
      readonly connectionToken: string | undefined
    }
  | { readonly type: 'refused'; readonly status: 401 | 403 | 404 | 409 }

/** A SignalR hub that knows no transport: requests go to `fetch`, sockets to `connect`. */
export interface Hub {
  readonly path: string
  /** Everyone past the handshake. */
  readonly all: Audience
  /** Every connection that the hub holds, those without a handshake included. */
  readonly connectionCount: number
  group(name: string): Audience
  user(id: string): Audience
  connection(connectionId: string): Audience
  /** Answers negotiation, Server-Sent Events and long polling; null for an address that is not the hub's. */
  fetch(request: Request): Promise<Response | null>
  /** Judges the request that would open a WebSocket, before it is one. */
  admit(request: Request): Promise<Admission>
  /** Takes an open WebSocket. Without a token it becomes a new connection; with an unknown one it is closed at once. */
  connect(peer: HubPeer, options?: ConnectOptions): HubSocket
  /** Tells every client goodbye and ends its connection. */
  close(reason?: CloseReason): void
}

export interface ConnectOptions {
  /** The `id` of the socket's address. */
  readonly connectionToken?: string | undefined
  /** Who opened it, where there was no negotiation. */
  readonly user?: string | undefined
}

/** Makes a hub of some methods. */
export function createHub(options: HubOptions): Hub {
  const core = new HubCore(options)
  const path = options.path ?? '/hubs/chat'
  const identify: Identify = async (request) => options.identify?.(request)
  return {
    path,
    all: createAudience(() => core.roster.all()),
    get connectionCount() {
      return core.connectionCount
    },
    group: (name) => createAudience(() => core.roster.group(name)),
    user: (id) => createAudience(() => core.roster.user(id)),
    connection: (connectionId) => createAudience(() => core.roster.connection(connectionId)),
    fetch: createHttpRoutes({ path, core, identify }),
    admit: (request) => admit(core, identify, request),
    connect: (peer, { connectionToken, user } = {}) =>
      connect(peer, connectionToken ? core.find(connectionToken) : core.open(0, user, false)),
    close: (reason = {}) => core.close(reason),
  }
}

async function admit(core: HubCore, identify: Identify, request: Request): Promise<Admission> {
  const user = await identify(request)
  if (user === null) return { type: 'refused', status: 401 }
  const connectionToken = new URL(request.url).searchParams.get('id') ?? undefined
  if (connectionToken === undefined) return { type: 'admitted', user, connectionToken }
  const connection = core.find(connectionToken)
  if (!connection) return { type: 'refused', status: 404 }
  if (connection.identity.user !== user) return { type: 'refused', status: 403 }
  if (!connection.canAttach('WebSockets')) return { type: 'refused', status: 409 }
  return { type: 'admitted', user, connectionToken }
}

function connect(peer: HubPeer, connection: Connection | undefined): HubSocket {
  if (connection?.canAttach('WebSockets')) return connection.attach(peer, 'WebSockets')
  peer.close(1008, 'No such connection. Negotiate anew.')
  return { receive: () => {}, closed: () => {} }
}
