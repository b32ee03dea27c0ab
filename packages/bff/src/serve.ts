import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBff } from './app.ts'
import { attachBff } from './attach.ts'
import type { ServerConfig } from './config.ts'
import { BffError } from './error.ts'
import { serveMetrics } from './serve-metrics.ts'
import { partsOf } from './parts.ts'

/** A BFF that listens. */
export interface BffServer {
  /** `http://127.0.0.1:4300` */
  readonly url: string
  /** Where Prometheus finds `/metrics`; `null` where the configuration names no port for it. */
  readonly metricsUrl: string | null
  /** Takes no new calls, ends streams, waits for calls in flight, and closes the session store. */
  readonly close: () => Promise<void>
}

const listen = async (server: Server, port: number, host: string): Promise<number> => {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
      throw new BffError(
        'port-in-use',
        `Port ${port} on ${host} is in use, so the BFF cannot listen there. Stop the other process, or set PORT to another port, such as PORT=${port + 1}.`,
        { cause },
      )
    }
    throw cause
  }
  // A TCP server that listens has an address with a port.
  return (server.address() as AddressInfo).port
}

/**
 * Starts a BFF as `readConfig` describes it. Throws `port-in-use` and `store-unavailable` with what to do.
 */
export const serveBff = async (config: ServerConfig): Promise<BffServer> => {
  const app = createBff(config)
  const parts = partsOf(app)
  // A store that cannot be reached is told now, not to the first person who signs in.
  await parts.oauth?.store.read('start')
  const server = createServer({ keepAliveTimeout: 65_000 })
  const attached = attachBff(server, app)
  const port = await listen(server, config.port, config.host).catch(async (error: unknown) => {
    await attached.close()
    throw error
  })

  const metrics = config.metrics ? await serveMetrics(parts, config.metrics, listen) : null
  let isDraining = false
  server.prependListener('request', (_request, response) => {
    if (isDraining) response.shouldKeepAlive = false
  })
  const close = async (): Promise<void> => {
    isDraining = true
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    attached.endStreams()
    // A kept connection becomes idle only when the call on it is answered.
    const sweeper = setInterval(() => server.closeIdleConnections(), 50)
    const timer = setTimeout(() => server.closeAllConnections(), parts.settings.timings.drain)
    await closed
    clearInterval(sweeper)
    clearTimeout(timer)
    await attached.close()
    await metrics?.close()
  }
  let closing: Promise<void> | null = null
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return {
    url: `http://${host}:${port}`,
    metricsUrl: metrics?.url ?? null,
    close: () => (closing ??= close()),
  }
}
