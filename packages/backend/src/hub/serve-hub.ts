import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hub } from './create-hub.ts'
import { type AttachOptions, attachHub } from './node-socket.ts'

export interface ServeOptions extends Pick<AttachOptions, 'isAllowedOrigin' | 'maxPayload'> {
  /** A free one unless told. */
  readonly port?: number
}

/** A hub that is served alone. */
export interface ServedHub {
  /** The hub's address, for a client's `withUrl`. */
  readonly url: string
  readonly port: number
  /** Ends every connection and frees the port. */
  close(): Promise<void>
}

/** Serves one hub and nothing else on 127.0.0.1, over all three transports. Rejects when the port is taken. */
export async function serveHub(hub: Hub, options: ServeOptions = {}): Promise<ServedHub> {
  const answer = getRequestListener(
    async (request) => {
      return (await hub.fetch(request)) ?? new Response('Not found', { status: 404 })
    },
    { overrideGlobalObjects: false },
  )
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  const attached = attachHub(server, hub, options)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  // A server that listens on a port has neither no address nor a pipe's.
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}${hub.path}`,
    port,
    close: () =>
      new Promise((resolve) => {
        hub.close()
        attached.detach()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
