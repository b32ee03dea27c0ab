import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faultProxy } from '@threadwork/testing'
import type { HeadlessOptions } from '@threadwork/headless'
import { testSecret } from '../../../packages/bff/src/fixtures/bff.ts'
import { signedInAt } from '../../../packages/bff/src/fixtures/browser.ts'
import { startProvider, testClient } from '../../../packages/bff/src/fixtures/provider.ts'
import { spawnBff, type BffProcess } from '../../../packages/bff/src/fixtures/spawn-bff.ts'
import type { World } from '../conversation/world.ts'

/** A BFF process before a backend, with its sessions in a file. */
export interface Gate {
  readonly url: string
  /** As a page of this BFF calls it, signed in. */
  readonly fetch: NonNullable<HeadlessOptions['fetch']>
  /** From now on the backend hears, and its answers do not come through. */
  silence(): void
  /** SIGKILL, and the same BFF again on the same port and the same file. */
  kill(): Promise<void>
  close(): Promise<void>
}

// The port of a BFF that comes back has to be the same.
const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // a listening TCP server has an address of this form
  await new Promise((done) => server.close(done))
  return port
}

/** The same request, by which nobody can tell that it comes again. */
export const withoutKey = (init: RequestInit): RequestInit => {
  // What the adapter posts is JSON text.
  const posted = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {}
  const { idempotencyKey: _key, ...body } = posted
  return { ...init, body: JSON.stringify(body) }
}

/** The control: a page that sends again, without its key and without looking, what it has no answer to. */
export const sendsAgain =
  (fetch: Gate['fetch']): Gate['fetch'] =>
  async (input, init) => {
    for (let isAgain = false; ; isAgain = true)
      try {
        return await fetch(input, isAgain ? withoutKey(init) : init)
      } catch (error) {
        if (init.method !== 'POST' || init.signal?.aborted === true) throw error
        await new Promise((done) => setTimeout(done, 50))
      }
  }

/** Starts a BFF process before the backend, and signs a person in. It serves a built page, if it is told of one. */
export const startGate = async (world: World, page: string | null = null): Promise<Gate> => {
  const folder = mkdtempSync(join(tmpdir(), 'threadwork-gate-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const provider = await startProvider({ redirectUri: `${url}/auth/callback`, accessTtl: 3600 })
  const way = await faultProxy({ target: { port: world.port } })
  const start = (): Promise<BffProcess> =>
    spawnBff({
      PORT: String(port),
      PUBLIC_ORIGIN: url,
      UPSTREAM_URL: `${way.url}/api/chat`,
      MODE: 'oauth',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: testClient.id,
      OIDC_CLIENT_SECRET: testClient.secret,
      SESSION_STORE: `sqlite:${join(folder, 'sessions.db')}`,
      SESSION_SECRET: testSecret,
      LOG_LEVEL: 'error',
      ...(page === null ? {} : { STATIC_ROOT: page }),
    })
  let bff = await start()
  const person = await signedInAt(url)
  return {
    url,
    fetch: (input, init) => {
      const headers = new Headers(init.headers)
      headers.set('Cookie', person.cookieHeader(url))
      headers.set('X-Threadwork', '1')
      return fetch(input, { ...init, headers })
    },
    silence: () => {
      way.faults = [{ type: 'stall', direction: 'down', at: { ms: 0 } }]
    },
    kill: async () => {
      process.kill(bff.pid, 'SIGKILL')
      await bff.stop()
      way.faults = []
      bff = await start()
    },
    close: async () => {
      await bff.stop()
      await way.close()
      await provider.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
