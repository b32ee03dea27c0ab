import { createServer, type Server } from 'node:http'
import type { BffParts } from './parts.ts'

/** The gauges of this moment. */
const gauges = ({ streams }: BffParts): Readonly<Record<string, number>> => {
  const { user, system } = process.cpuUsage()
  return {
    threadwork_bff_open_streams: streams.count(),
    threadwork_bff_holders: streams.holders().length,
    process_resident_memory_bytes: process.memoryUsage.rss(),
    process_cpu_seconds: (user + system) / 1_000_000,
    process_uptime_seconds: process.uptime(),
  }
}

export interface MetricsServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Serves `/metrics` on a port of its own, which browsers never see, so that no rule has to keep them out. */
export const serveMetrics = async (
  parts: BffParts,
  { port, host }: { readonly port: number; readonly host: string },
  listen: (server: Server, port: number, host: string) => Promise<number>,
): Promise<MetricsServer> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
    response.end(parts.metrics.text(gauges(parts)))
  })
  const taken = await listen(server, port, host)
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/metrics`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
