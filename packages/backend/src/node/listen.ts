import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Backend } from '../backend.ts'
import { attachHub } from '../hub/node-socket.ts'

/** A backend on a port of this machine. */
export interface Listening {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** Takes no more requests, ends every stream, waits for what is in flight, and closes the backend. */
  stop(): Promise<void>
}

// A socket has been told goodbye and answers in a round trip, unless its client is gone.
const socketPatienceMs = 1000
// Streams end at once; this is for a request that does not.
const requestPatienceMs = 8000

/** Serves a backend on 127.0.0.1. An error names the port when it is taken. */
export async function listen(backend: Backend, port: number): Promise<Listening> {
  const answer = getRequestListener(backend.fetch, { overrideGlobalObjects: false })
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  const attached = attachHub(server, backend.hub)
  await open(server, port)
  // A listening TCP server has an address of this form.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    stop: async () => {
      backend.drain()
      await finish(server, () => attached.detach())
      backend.close()
    },
  }
}

async function open(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is in use by another process, so that nothing can be served there. Stop that process, or choose another port: PORT=${port + 1}`
      const refused = `Port ${port} cannot be opened (${cause.code ?? cause.message}). Choose another one: PORT=4310`
      reject(new Error(cause.code === 'EADDRINUSE' ? taken : refused, { cause }))
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}

async function finish(server: Server, breakSockets: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection turns idle when its stream has ended, and idle ones would keep the server open.
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  const sockets = setTimeout(breakSockets, socketPatienceMs)
  const requests = setTimeout(() => server.closeAllConnections(), requestPatienceMs)
  await closed
  clearInterval(sweep)
  clearTimeout(sockets)
  clearTimeout(requests)
  breakSockets()
}
