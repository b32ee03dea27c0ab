import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { User } from '@threadwork/backend'
import {
  createUserinfo,
  type Listening,
  readConfig as readBackendConfig,
  startBackend as serveBackend,
} from '@threadwork/backend/node'
import { type Environment, readConfig as readBffConfig } from '@threadwork/bff'
import { serveBff } from '@threadwork/bff/node'
import { builtChat, dataFolder } from './folders.ts'
import { clientId, startDevelopmentSignIn } from './development-sign-in.ts'
import { freePort } from './free-port.ts'
import { type Keys, keysIn } from './keys.ts'
import { findPerson } from './people.ts'
import type { Running } from './run-process.ts'
import { openSignInStore } from './sign-in-store.ts'

const defaultPort = 4300
const accessSeconds = 300

const portOf = (env: Environment): number => {
  const text = env['PORT'] ?? ''
  if (text === '') return defaultPort
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Error(
    `PORT is wrong: expected a port from 0 (any free one) to 65535. Example: PORT=${defaultPort}`,
  )
}

const noAccess = (): Response =>
  Response.json(
    { error_code: 'user_nonactive_or_missing', error: 'This account has no access to this assistant.' },
    { status: 401 },
  )

interface BackendPlace {
  readonly env: Environment
  readonly port: number
  readonly keys: Keys
  readonly folder: string
  readonly issuer: string
}

/** The backend, asking the development sign-in who calls; somebody without access hears so. */
const startBackend = ({ env, port, keys, folder, issuer }: BackendPlace): Promise<Listening> => {
  const result = readBackendConfig({
    ENCRYPTION_KEY: keys.encryptionKey,
    ...env,
    PORT: String(port),
    DATABASE_URL: `sqlite:${join(folder, 'threadwork.db')}`,
    OIDC_ISSUER: issuer,
  })
  if (result.type === 'wrong') throw new Error(result.problems.join('\n'))
  const authenticate: (request: Request) => Promise<User | null> = createUserinfo({ issuer })
  const intercept = async (request: Request): Promise<Response | null> => {
    const user = await authenticate(request)
    return findPerson(user?.userId ?? null)?.hasAccess === false ? noAccess() : null
  }
  return serveBackend(result.config, { authenticate, faults: { intercept } })
}

interface BffEnvironment {
  readonly env: Environment
  readonly port: number
  readonly keys: Keys
  readonly folder: string
  readonly issuer: string
  readonly backendUrl: string
}

const bffEnvironment = ({ env, port, keys, folder, issuer, backendUrl }: BffEnvironment): Environment => ({
  LOG_LEVEL: 'warn',
  STATIC_ROOT: builtChat,
  ...env,
  PORT: String(port),
  HOST: '127.0.0.1',
  PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
  UPSTREAM_URL: `${backendUrl}/api/v1/genies/demo/chat`,
  MODE: 'oauth',
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: keys.clientSecret,
  SESSION_STORE: `sqlite:${join(folder, 'sessions.db')}`,
  SESSION_SECRET: keys.sessionSecret,
  // The page that plays another service's consent is the backend's own.
  LINK_ORIGINS: [backendUrl, env['LINK_ORIGINS'] ?? ''].join(' ').trim(),
})

/**
 * BFF, backend and development sign-in in one process, each on a loopback port of its own, with everything on disk
 * in one folder. Throws a message that names the port or the file that somebody else has.
 */
export const startServer = async (env: Environment): Promise<Running> => {
  const folder = dataFolder(env)
  mkdirSync(folder, { recursive: true })
  const wished = portOf(env)
  const port = wished === 0 ? await freePort(0) : wished
  const besides = (offset: number): Promise<number> => freePort(wished === 0 ? 0 : wished + offset)
  const keys = keysIn(folder)
  const closes: (() => Promise<void> | void)[] = []
  const close = async (): Promise<void> => {
    for (const end of closes.toReversed()) await end()
  }
  try {
    const store = openSignInStore(join(folder, 'sign-in.db'))
    closes.push(() => store.close())
    const bffOrigin = `http://127.0.0.1:${port}`
    const signIn = await startDevelopmentSignIn({
      port: await besides(2),
      keys,
      store,
      bffOrigin,
      accessSeconds,
    })
    closes.push(() => signIn.close())
    const { issuer } = signIn
    const backend = await startBackend({ env, port: await besides(1), keys, folder, issuer })
    closes.push(() => backend.stop())
    const parts = { env, port, keys, folder, issuer, backendUrl: backend.url }
    const bff = await serveBff(readBffConfig(bffEnvironment(parts)))
    closes.push(bff.close)
    return { url: bff.url, close }
  } catch (error) {
    await close()
    throw error
  }
}
