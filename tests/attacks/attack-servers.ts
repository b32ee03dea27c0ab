import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { securityHeaders } from '@threadwork/bff'
import { preview } from 'vite'
import { root, runNode } from '../e2e/child-process.ts'

/** The built page, served twice: as a bare host would, and as the apps are. */
export interface AttackServers {
  readonly bare: string
  readonly guarded: string
  readonly stop: () => Promise<void>
}

const page = fileURLToPath(new URL('./page', import.meta.url))

const serve = async (headers: Readonly<Record<string, string>>) => {
  const server = await preview({
    root: page,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0, headers: { ...headers } },
  })
  // A listening TCP server has an address of this form.
  const { port } = server.httpServer.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

/** Builds the page and serves it, without a Content-Security-Policy and with that of the apps. */
export const startAttackServers = async (): Promise<AttackServers> => {
  // Vitest's NODE_ENV would build React's development edition; a process of its own has none.
  await runNode([`${root}node_modules/vite/bin/vite.js`, 'build', page, '--logLevel', 'warn'])
  const bare = await serve({})
  const guarded = await serve(securityHeaders({ imageOrigins: [], publicOrigin: 'http://127.0.0.1' }))
  const stop = async (): Promise<void> => {
    await Promise.all([bare.stop(), guarded.stop()])
  }
  return { bare: bare.url, guarded: guarded.url, stop }
}
