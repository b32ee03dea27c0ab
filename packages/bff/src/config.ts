import { BffError } from './error.ts'
import { isNetwork } from './trusted-proxy.ts'
import type { ApiKeySettings, BffConfig, OAuthSettings, Timings } from './settings.ts'

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A configuration and where to listen, as a process of its own needs it. */
export interface ServerConfig extends BffConfig {
  readonly port: number
  readonly host: string
  /** Where `/metrics` is served, and nothing else; nowhere when it is left out. */
  readonly metrics?: { readonly port: number; readonly host: string }
}

/** Reads one variable after another and remembers what was wrong with each. */
interface Reader {
  readonly faults: string[]
  readonly required: (
    name: string,
    expected: string,
    example: string,
    accepts: (value: string) => boolean,
  ) => string
  readonly optional: (
    name: string,
    expected: string,
    example: string,
    accepts: (value: string) => boolean,
  ) => string | null
}

const createReader = (env: Environment): Reader => {
  const faults: string[] = []
  const read = (
    name: string,
    expected: string,
    example: string,
    accepts: (value: string) => boolean,
  ): string | null => {
    const value = env[name]
    if (value === undefined || value === '') return null
    if (accepts(value)) return value
    // The value itself stays out of the message: it may be a secret in the wrong place.
    faults.push(`${name} is wrong: expected ${expected}. Example: ${name}=${example}`)
    return ''
  }
  return {
    faults,
    optional: read,
    required: (name, expected, example, accepts) => {
      const value = read(name, expected, example, accepts)
      if (value === null) faults.push(`${name} is not set: expected ${expected}. Example: ${name}=${example}`)
      return value ?? ''
    },
  }
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)

const isBareHttp = (value: string): boolean => {
  const url = URL.parse(value)
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash
  )
}

const isSecureOrLoopback = (value: string): boolean => {
  const url = URL.parse(value)
  return url !== null && (url.protocol === 'https:' || isLoopback(url.hostname))
}

const isOrigin = (value: string): boolean => isBareHttp(value) && new URL(value).pathname === '/'
const isPublicOrigin = (value: string): boolean => isOrigin(value) && isSecureOrLoopback(value)
const isIssuer = (value: string): boolean => isBareHttp(value) && isSecureOrLoopback(value)
const isHeaderValue = (value: string): boolean => /^[\x21-\x7e]{1,1024}$/.test(value)
const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65_535
const isStore = (value: string): boolean =>
  value === 'memory:' || /^sqlite:.+$/.test(value) || /^rediss?:\/\/[^/\s]+/.test(value)
const isHost = (value: string): boolean => /^[\w.:-]+$/.test(value)
const isNumber = (value: string): boolean => /^[1-9]\d{0,11}$/.test(value)

const list = (value: string | null): readonly string[] =>
  (value ?? '').split(/[\s,]+/).filter((entry) => entry !== '')

const origins = (reader: Reader, name: string): readonly string[] => {
  const value = reader.optional(name, 'origins, parted by commas', 'https://login.example.com', (text) =>
    list(text).every(isOrigin),
  )
  return list(value).map((entry) => new URL(entry).origin)
}

const number = (reader: Reader, name: string, unit: string, example: string): number | null => {
  const value = reader.optional(name, `a whole number of ${unit}`, example, isNumber)
  return value === null || value === '' ? null : Number(value)
}

const readOAuth = (reader: Reader): OAuthSettings => {
  const secret = reader.required(
    'OIDC_CLIENT_SECRET',
    'the secret that the provider gave this client, or none for a public client',
    's3cr3t-from-the-provider',
    isHeaderValue,
  )
  const scope = reader.optional(
    'OIDC_SCOPE',
    'scopes, parted by spaces',
    'openid profile offline_access',
    (value) => value.split(' ').includes('openid'),
  )
  const resource = reader.optional(
    'OIDC_RESOURCE',
    'the URL of the API',
    'https://api.example.com',
    isBareHttp,
  )
  return {
    mode: 'oauth',
    issuer: reader.required(
      'OIDC_ISSUER',
      'the https URL of the OpenID provider (http on a loopback address only)',
      'https://id.example.com',
      isIssuer,
    ),
    clientId: reader.required(
      'OIDC_CLIENT_ID',
      'the id that the provider gave this client',
      'threadwork',
      isHeaderValue,
    ),
    clientSecret: secret === 'none' ? null : secret,
    ...(scope ? { scope } : {}),
    ...(resource ? { resource } : {}),
    sessionStore: reader.required(
      'SESSION_STORE',
      'memory:, sqlite:<file> or redis://host:port',
      'sqlite:./data/sessions.db',
      isStore,
    ),
    sessionSecret: reader.required(
      'SESSION_SECRET',
      'at least 32 characters that nobody can guess',
      '"$(openssl rand -base64 48)"',
      (value) => value.length >= 32,
    ),
  }
}

const readApiKey = (reader: Reader): ApiKeySettings => ({
  mode: 'apikey',
  apiKey: reader.required('API_KEY', 'the key of the API, without spaces', 'wk-0123456789', isHeaderValue),
  apiUser: reader.required(
    'API_USER',
    'the user id that the calls are made for',
    'ada@example.com',
    isHeaderValue,
  ),
})

const timingNames = {
  session: 'SESSION_TTL_MS',
  refreshAhead: 'REFRESH_AHEAD_MS',
  sessionCheck: 'SESSION_CHECK_MS',
  upstream: 'UPSTREAM_TIMEOUT_MS',
  drain: 'DRAIN_MS',
} as const satisfies Record<keyof Timings, string>

const readTimings = (reader: Reader): Partial<Timings> => {
  const timings: { -readonly [Name in keyof Timings]?: number } = {}
  for (const [timing, name] of Object.entries(timingNames)) {
    const value = number(reader, name, 'milliseconds', '30000')
    // `Object.entries` widens the keys of a literal to `string`.
    if (value !== null) timings[timing as keyof Timings] = value
  }
  return timings
}

/**
 * Reads the BFF's configuration from the environment. Throws one `BffError` (`config-invalid`) that names every
 * variable that is unset or wrong, what was expected, and an example; it never prints a value.
 */
export const readConfig = (env: Environment): ServerConfig => {
  const reader = createReader(env)
  const port = reader.optional('PORT', 'a port from 0 (any free one) to 65535', '4300', isPort)
  const host = reader.optional('HOST', 'an address to listen on', '127.0.0.1', isHost)
  const publicOrigin = reader.required(
    'PUBLIC_ORIGIN',
    'the origin that browsers use: https, or http on a loopback address',
    'https://chat.example.com',
    isPublicOrigin,
  )
  const upstreamUrl = reader.required(
    'UPSTREAM_URL',
    'the http(s) URL of the backend, with the path prefix of its Headless API',
    'https://api.example.com/api/v1/genies/42/chat',
    isBareHttp,
  )
  const trusted = reader.optional(
    'TRUSTED_PROXIES',
    'addresses or networks, parted by commas',
    '10.0.0.0/8',
    (text) => list(text).every(isNetwork),
  )
  const metricsPort = reader.optional('METRICS_PORT', 'a port from 0 to 65535', '9464', isPort)
  const metricsHost = reader.optional('METRICS_HOST', 'an address to listen on', '127.0.0.1', isHost)
  const mode = reader.required('MODE', 'oauth or apikey', 'oauth', (value) =>
    /^(?:oauth|apikey)$/.test(value),
  )
  const signIns = number(reader, 'SIGN_INS_PER_MINUTE', 'sign-ins a minute', '600')
  const writes = number(reader, 'WRITES_PER_MINUTE', 'calls a minute', '6000')
  const level = reader.optional('LOG_LEVEL', 'silent, error, warn, info or debug', 'info', (value) =>
    /^(?:silent|error|warn|info|debug)$/.test(value),
  )
  const staticRoot = reader.optional(
    'STATIC_ROOT',
    'the folder of the built app',
    './apps/chat/dist',
    () => true,
  )
  const config: ServerConfig = {
    port: port === null ? 4300 : Number(port),
    host: host ?? '127.0.0.1',
    publicOrigin,
    upstreamUrl,
    auth: mode === 'apikey' ? readApiKey(reader) : readOAuth(reader),
    linkOrigins: origins(reader, 'LINK_ORIGINS'),
    imageOrigins: origins(reader, 'IMAGE_ORIGINS'),
    timings: readTimings(reader),
    limits: { ...(signIns === null ? {} : { signIns }), ...(writes === null ? {} : { writes }) },
    // What the pattern above let through.
    ...(level ? { log: { level: level as 'info' } } : {}),
    ...(staticRoot ? { staticRoot } : {}),
    ...(trusted ? { trustedProxies: list(trusted) } : {}),
    ...(metricsPort ? { metrics: { port: Number(metricsPort), host: metricsHost || '127.0.0.1' } } : {}),
  }
  if (reader.faults.length > 0) {
    throw new BffError(
      'config-invalid',
      `The BFF cannot start:\n${reader.faults.map((fault) => `- ${fault}`).join('\n')}`,
    )
  }
  return config
}
