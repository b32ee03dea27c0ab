import type { Socket } from 'node:net'
import { createFaultConnection, type FaultConnection, type ProxiedConnection } from './fault-connection.ts'
import type { Fault } from './fault.ts'

export interface FaultProxyOptions {
  /** Where the real server listens; its host is 127.0.0.1 by default. */
  readonly target: { readonly host?: string; readonly port: number }
  /** Where the proxy listens, on 127.0.0.1; a free port by default. */
  readonly port?: number
  readonly faults?: readonly Fault[]
}

/** A TCP proxy that can break the connections that it carries, to the byte. */
export interface FaultProxy {
  readonly port: number
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** What awaits each connection. Setting it ends stalls, and counts times of open connections from now. */
  faults: readonly Fault[]
  /** Every connection so far, the closed ones too. */
  readonly connections: readonly ProxiedConnection[]
  close(): Promise<void>
}

/** Starts a fault proxy before a server. Node only: `node:net` is loaded when this is called. */
export const faultProxy = async (options: FaultProxyOptions): Promise<FaultProxy> => {
  const { connect, createServer } = await import('node:net')
  const { host = '127.0.0.1', port: targetPort } = options.target
  const connections: FaultConnection[] = []
  let faults = options.faults ?? []

  const accept = (client: Socket): void => {
    const server = connect({ host, port: targetPort, noDelay: true, allowHalfOpen: true })
    client.setNoDelay(true)
    connections.push(createFaultConnection({ number: connections.length + 1, client, server, faults }))
  }

  const listener = createServer({ allowHalfOpen: true }, accept)
  await new Promise<void>((done, fail) => {
    listener.once('error', fail)
    listener.listen(options.port ?? 0, '127.0.0.1', done)
  })
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no TCP address.')

  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    get faults() {
      return faults
    },
    set faults(next) {
      faults = next
      for (const connection of connections) connection.setFaults(next)
    },
    connections,
    close: async () => {
      for (const connection of connections) connection.destroy()
      await new Promise<void>((done) => listener.close(() => done()))
    },
  }
}
