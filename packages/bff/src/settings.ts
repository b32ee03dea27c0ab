import type { Inbound } from './inbound.ts'
import type { SessionStore } from './session-store.ts'

/** People sign in with an OpenID provider; each call carries their own access token. */
export interface OAuthSettings {
  readonly mode: 'oauth'
  readonly issuer: string
  readonly clientId: string
  /** `null` for a public client, which PKCE alone protects. */
  readonly clientSecret: string | null
  /** Default `openid profile email offline_access`. */
  readonly scope?: string
  /** The `resource` of RFC 8707, where the provider wants one. */
  readonly resource?: string
  /** `memory:`, `sqlite:<file>`, `redis://…`, or a store of the host's own. */
  readonly sessionStore: string | SessionStore
  /** At least 32 characters. Seals what the store keeps; a new one signs everybody out. */
  readonly sessionSecret: string
}

/** One key for all calls: between servers, or for one person on their own machine. */
export interface ApiKeySettings {
  readonly mode: 'apikey'
  readonly apiKey: string
  /** Who the calls are made for when `identify` names nobody. */
  readonly apiUser: string | null
  /** The host's own idea of who calls; `null` when it does not know. */
  readonly identify?: (inbound: Inbound) => Promise<string | null>
}

/** All in milliseconds. */
export interface Timings {
  /** How long a session lives after the sign-in. Default 12 hours. */
  readonly session: number
  /** How long before its end an access token is renewed. Default 30 seconds. */
  readonly refreshAhead: number
  /** How often open streams are checked against the sessions that they belong to. Default 5 seconds. */
  readonly sessionCheck: number
  /** How long an upstream may take to begin its answer. Default 60 seconds; the hub has no limit. */
  readonly upstream: number
  /** How long a call in flight may go on after SIGTERM. Default 8 seconds. */
  readonly drain: number
}

export interface Limits {
  /** Sign-ins a minute from one address. Default 600. */
  readonly signIns: number
  /** Calls a minute that change something, by one session. Default 6,000. */
  readonly writes: number
}

export interface LogSettings {
  /** Default `info`. */
  readonly level?: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Default: standard output. */
  readonly destination?: { write(line: string): void }
}

/** What `createBff` needs. Three fields suffice; the rest have defaults. */
export interface BffConfig {
  /** Where browsers find this BFF: `https://chat.example.com`; plain http only on a loopback address. */
  readonly publicOrigin: string
  /** The upstream's origin, with the path prefix of the Headless API where it has one. */
  readonly upstreamUrl: string
  readonly auth: OAuthSettings | ApiKeySettings
  /** Origins that connection links may open. */
  readonly linkOrigins?: readonly string[]
  /** Origins that images may come from. */
  readonly imageOrigins?: readonly string[]
  /** Names of Trusted Types policies that the app may create. */
  readonly trustedTypes?: readonly string[]
  /** A folder with the built app, served at `/`. */
  readonly staticRoot?: string
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed; none by default. */
  readonly trustedProxies?: readonly string[]
  readonly timings?: Partial<Timings>
  readonly limits?: Partial<Limits>
  readonly log?: LogSettings
}

/** The upstream, taken apart once, so that no request can have a say in it. */
export interface Upstream {
  readonly isSecure: boolean
  readonly hostname: string
  readonly port: number
  /** The `Host` header. */
  readonly host: string
  /** Before Headless API paths; empty or `/like/this`. */
  readonly prefix: string
}

/** A configuration with its defaults filled in. */
export interface Settings {
  readonly publicOrigin: string
  readonly upstream: Upstream
  readonly auth: OAuthSettings | ApiKeySettings
  readonly linkOrigins: readonly string[]
  readonly imageOrigins: readonly string[]
  readonly trustedTypes: readonly string[]
  readonly staticRoot: string | null
  readonly trustedProxies: readonly string[]
  readonly timings: Timings
  readonly limits: Limits
  readonly log: LogSettings
}

/** Takes an upstream's URL apart. */
export const upstreamOf = (address: string): Upstream => {
  const url = new URL(address)
  const isSecure = url.protocol === 'https:'
  return {
    isSecure,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
    host: url.host,
    prefix: url.pathname.replace(/\/+$/, ''),
  }
}

/** Fills in the defaults. */
export const settingsOf = (config: BffConfig): Settings => ({
  publicOrigin: new URL(config.publicOrigin).origin,
  upstream: upstreamOf(config.upstreamUrl),
  auth: config.auth,
  linkOrigins: config.linkOrigins ?? [],
  imageOrigins: config.imageOrigins ?? [],
  trustedTypes: config.trustedTypes ?? [],
  staticRoot: config.staticRoot ?? null,
  trustedProxies: config.trustedProxies ?? [],
  timings: {
    session: 12 * 60 * 60_000,
    refreshAhead: 30_000,
    sessionCheck: 5_000,
    upstream: 60_000,
    drain: 8_000,
    ...config.timings,
  },
  limits: { signIns: 600, writes: 6_000, ...config.limits },
  log: config.log ?? {},
})
