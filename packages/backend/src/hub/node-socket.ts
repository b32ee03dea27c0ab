import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Admission, Hub } from './create-hub.ts'
import type { HubPeer } from './peer.ts'

export interface AttachOptions {
  /** Where sockets find the hub, its own path unless told. */
  readonly path?: string
  /** Judges the page that opens a socket; `undefined` when the client is no browser. Without it every page may. */
  readonly isAllowedOrigin?: (origin: string | undefined) => boolean
  /** The largest WebSocket message in bytes, 16 MB unless told. It may hold several messages of the hub. */
  readonly maxPayload?: number
}

/** A hub on a server. */
export interface AttachedHub {
  /** Takes no more sockets and breaks off those that are open. Close the hub first for a friendly end. */
  detach(): void
}

const reasons: { readonly [status: number]: string } = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  500: 'Internal Server Error',
}

/** Opens the hub's WebSockets on a Node server. Upgrades to other paths are left to other listeners. */
export function attachHub(server: Server, hub: Hub, options: AttachOptions = {}): AttachedHub {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: options.maxPayload ?? 16 * 1024 * 1024,
  })
  const upgrade = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const request = toRequest(incoming)
    if (request && new URL(request.url).pathname !== (options.path ?? hub.path)) return
    // A socket without a listener would bring the process down when the client breaks off meanwhile.
    const ignore = () => {}
    socket.on('error', ignore)
    void judge(hub, request, options).then((verdict) => {
      socket.off('error', ignore)
      if (verdict.type === 'refused') return refuse(socket, verdict.status)
      sockets.handleUpgrade(incoming, socket, head, (webSocket) => carry(hub, webSocket, verdict))
    })
  }
  server.on('upgrade', upgrade)
  return {
    detach() {
      server.off('upgrade', upgrade)
      for (const webSocket of sockets.clients) webSocket.terminate()
      sockets.close()
    },
  }
}

type Verdict = Admission | { readonly type: 'refused'; readonly status: 400 | 500 }

async function judge(hub: Hub, request: Request | undefined, options: AttachOptions): Promise<Verdict> {
  if (!request) return { type: 'refused', status: 400 }
  const origin = request.headers.get('origin') ?? undefined
  if (options.isAllowedOrigin && !options.isAllowedOrigin(origin)) return { type: 'refused', status: 403 }
  try {
    return await hub.admit(request)
  } catch {
    return { type: 'refused', status: 500 }
  }
}

function carry(hub: Hub, webSocket: WebSocket, admission: Admission & { readonly type: 'admitted' }): void {
  webSocket.binaryType = 'arraybuffer'
  const socket = hub.connect(peerOf(webSocket), admission)
  webSocket.on('message', (data: ArrayBuffer | Buffer) => socket.receive(data))
  webSocket.on('close', () => socket.closed())
  // `close` follows; without a listener the error would be thrown.
  webSocket.on('error', () => {})
}

function peerOf(webSocket: WebSocket): HubPeer {
  return {
    send: (data) =>
      new Promise((resolve, reject) => {
        webSocket.send(data, (error) => (error ? reject(error) : resolve()))
      }),
    close(code, reason) {
      // Any other code says that the client does not read, so that it would not answer a close either.
      if (code === 1000) webSocket.close(code, reason)
      else webSocket.terminate()
    },
    pause: () => webSocket.pause(),
    resume: () => webSocket.resume(),
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Error'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}

function toRequest(incoming: IncomingMessage): Request | undefined {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const one of value ?? []) headers.append(name, one)
  }
  try {
    return new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`), {
      headers,
    })
  } catch {
    return undefined
  }
}
