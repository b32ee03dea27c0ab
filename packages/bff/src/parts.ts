import type { Hono } from 'hono'
import { createApiKeyCredentials, createSessionCredentials, type Credentials } from './credentials.ts'
import { BffError } from './error.ts'
import { createGate, type Gate } from './gate.ts'
import { createIdentityProvider, type IdentityProvider } from './identity-provider.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createOpenStreams, type OpenStreams } from './open-streams.ts'
import { openSessionStore } from './open-session-store.ts'
import { createRateLimit } from './rate-limit.ts'
import { createTokenKeeper } from './refresh.ts'
import { createSeal, type Seal } from './seal.ts'
import { securityHeaders } from './security-header.ts'
import { createSessions, type Sessions } from './session.ts'
import type { SessionStore } from './session-store.ts'
import type { OAuthSettings, Settings } from './settings.ts'
import { type ClientAddress, createClientAddress } from './trusted-proxy.ts'

/** What only the OAuth mode has. */
export interface OAuthParts {
  readonly provider: IdentityProvider
  readonly store: SessionStore
  readonly seal: Seal
  readonly sessions: Sessions
}

/** One BFF, taken apart: the Hono app and the Node stream path stand on the same gate. */
export interface BffParts {
  readonly settings: Settings
  readonly log: Log
  readonly streams: OpenStreams
  readonly securityHeaders: Readonly<Record<string, string>>
  readonly oauth: OAuthParts | null
  readonly credentials: Credentials
  readonly gate: Gate
  readonly metrics: Metrics
  readonly clientAddress: ClientAddress
}

const createOAuth = (settings: Settings, auth: OAuthSettings, metrics: Metrics): OAuthParts => {
  const store =
    typeof auth.sessionStore === 'string' ? openSessionStore(auth.sessionStore) : auth.sessionStore
  const seal = createSeal(auth.sessionSecret)
  return {
    store,
    seal,
    provider: countRefreshes(createIdentityProvider(auth, `${settings.publicOrigin}/auth/callback`), metrics),
    sessions: createSessions(store, seal, settings.timings.session),
  }
}

const countRefreshes = (provider: IdentityProvider, metrics: Metrics): IdentityProvider => ({
  ...provider,
  refresh: async (tokens) => {
    try {
      const outcome = await provider.refresh(tokens)
      metrics.refresh(outcome.type)
      return outcome
    } catch (error) {
      metrics.refresh('failed')
      throw error
    }
  },
})

const sessionCredentials = ({ store, sessions, provider }: OAuthParts, settings: Settings): Credentials => {
  const { refreshAhead } = settings.timings
  return createSessionCredentials(sessions, createTokenKeeper({ sessions, store, provider, refreshAhead }))
}

/** Builds the parts of one BFF. Reaches nobody yet: store and provider are found on first use. */
export const createParts = (settings: Settings): BffParts => {
  const { auth } = settings
  const metrics = createMetrics()
  const oauth = auth.mode === 'oauth' ? createOAuth(settings, auth, metrics) : null
  const credentials =
    auth.mode === 'apikey'
      ? createApiKeyCredentials(auth)
      : sessionCredentials(oauth ?? createOAuth(settings, auth, metrics), settings)
  const log = createLog(settings.log)
  if (auth.mode === 'apikey') {
    log.warn(
      { event: 'api-key-mode' },
      'API-key mode: every caller acts with one key. It is meant for server-to-server use; for people who sign in, set MODE=oauth.',
    )
  }
  return {
    settings,
    oauth,
    credentials,
    log,
    metrics,
    clientAddress: createClientAddress(settings.trustedProxies),
    streams: createOpenStreams(),
    securityHeaders: securityHeaders(settings),
    gate: createGate({ settings, credentials, writes: createRateLimit(settings.limits.writes) }),
  }
}

const known = new WeakMap<Hono, BffParts>()

/** Remembers an app's parts, for the Node entry. */
export const rememberParts = (app: Hono, parts: BffParts): void => {
  known.set(app, parts)
}

/** The parts of an app that `createBff` made; throws `not-a-bff` for any other. */
export const partsOf = (app: Hono): BffParts => {
  const parts = known.get(app)
  if (parts) return parts
  throw new BffError(
    'not-a-bff',
    'This Hono app was not made by createBff, so its streams cannot be carried. Pass the app that createBff returned, and mount yours beside it.',
  )
}
