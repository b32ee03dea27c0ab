import type { ProfileName } from '../profile.ts'
import {
  type ModelsConfig,
  type UsualModel,
  judgeUsualModel,
  parseUsualModel,
  readProviders,
} from './models/read-models.ts'

/** What one process is told by its environment. */
export interface ServerConfig {
  /** 0: any free one. */
  readonly port: number
  readonly database: { readonly type: 'memory' } | { readonly type: 'sqlite'; readonly file: string }
  readonly profile: ProfileName
  /** Milliseconds. */
  readonly pingMs: number
  readonly retentionMs: number
  /** Multiplies every delay of the scripted agent. */
  readonly pace: number
  /** 32 bytes; `null` when nothing is to be encrypted. */
  readonly encryptionKey: Uint8Array | null
  /** Keys that it took the place of: they open what they sealed. */
  readonly olderEncryptionKeys: readonly Uint8Array[]
  /** Hosts that fetch nodes may reach beside the public ones. */
  readonly fetchAllow: readonly string[]
  /** Which model answers, and which providers a node may choose. It holds keys. */
  readonly models: ModelsConfig
  /** Who vouches for bearer tokens; `null`: users are named by `X-IDP-User-Id`. */
  readonly oidcIssuer: string | null
  /** What connection links begin with; `null`: the address that is served. */
  readonly publicUrl: string | null
}

export type Environment = Readonly<Record<string, string | undefined>>

/** A configuration, or a sentence for each variable that is unset or wrong. */
export type ConfigResult =
  | { readonly type: 'ok'; readonly config: ServerConfig }
  | { readonly type: 'wrong'; readonly problems: readonly string[] }

interface Reader {
  /** Reads one variable; `usual` stands in for an unset one, and without it the variable has to be set. */
  read<Value>(name: string, expected: string, example: string, parse: Parse<Value>, usual?: Value): Value
}

/** What a text means; `undefined` when it means nothing, a sentence when there is more to say. */
type Parse<Value> = (text: string) => { readonly value: Value } | string | undefined

/** Reads the environment without touching anything else. Every problem is found, not the first alone. */
export function readConfig(env: Environment): ConfigResult {
  const problems: string[] = []
  const reader = createReader(env, problems)
  const config = {
    port: reader.read('PORT', 'a port from 0 to 65535', 'PORT=4310', parsePort),
    database: reader.read(
      'DATABASE_URL',
      '“memory:” or “sqlite:<file>”',
      'DATABASE_URL=sqlite:./threadwork.db',
      parseDatabase,
    ),
    profile: reader.read(
      'PROFILE',
      '“documented” or “field”',
      'PROFILE=documented',
      parseProfile,
      'documented',
    ),
    pingMs: reader.read('PING_MS', 'milliseconds above 0', 'PING_MS=30000', parseMilliseconds, 30_000),
    retentionMs: reader.read(
      'RETENTION_MS',
      'milliseconds above 0',
      'RETENTION_MS=86400000',
      parseMilliseconds,
      86_400_000,
    ),
    pace: reader.read('PACE', 'a number from 0 to 100', 'PACE=0.2', parsePace, 1),
    encryptionKey: reader.read<Uint8Array | null>(
      'ENCRYPTION_KEY',
      '32 bytes, as 64 hexadecimal digits or as base64',
      'ENCRYPTION_KEY=$(openssl rand -hex 32)',
      parseKey,
      null,
    ),
    olderEncryptionKeys: reader.read<readonly Uint8Array[]>(
      'ENCRYPTION_KEYS_OLDER',
      'keys as in ENCRYPTION_KEY, parted by commas',
      'ENCRYPTION_KEYS_OLDER=<the key before>,<the key before that>',
      parseKeys,
      [],
    ),
    fetchAllow: reader.read(
      'FETCH_ALLOW',
      'host names, each with or without a port, parted by commas',
      'FETCH_ALLOW=api.example.com,localhost:8080',
      parseHosts,
      [],
    ),
    models: readModels(env, reader, problems),
    oidcIssuer: reader.read<string | null>(
      'OIDC_ISSUER',
      'the issuer’s address, http or https',
      'OIDC_ISSUER=https://id.example.com',
      parseAddress,
      null,
    ),
    publicUrl: reader.read<string | null>(
      'PUBLIC_URL',
      'the address under which browsers reach this server, http or https',
      'PUBLIC_URL=https://backend.example.com',
      parseAddress,
      null,
    ),
  }
  return problems.length > 0 ? { type: 'wrong', problems } : { type: 'ok', config }
}

function readModels(env: Environment, reader: Reader, problems: string[]): ModelsConfig {
  const usual = reader.read<UsualModel>(
    'MODEL',
    '“scripted”, or a provider (openai, azure-openai, google, anthropic, bedrock, custom) and a model of it',
    'MODEL=openai/gpt-5',
    parseModel,
    { type: 'scripted' },
  )
  problems.push(...judgeUsualModel(env, usual))
  return { usual, providers: readProviders(env) }
}

function createReader(env: Environment, problems: string[]): Reader {
  return {
    read: <Value>(
      name: string,
      expected: string,
      example: string,
      parse: Parse<Value>,
      usual?: Value,
    ): Value => {
      const text = env[name]?.trim() ?? ''
      const outcome = text === '' ? undefined : parse(text)
      if (typeof outcome === 'object') return outcome.value
      if (text === '' && usual !== undefined) return usual
      const found = text === '' ? 'is not set' : `is “${text.slice(0, 60)}”`
      const reason = outcome === undefined ? '' : ` ${outcome}`
      // A key is a secret even when it is wrong.
      const shown = name.startsWith('ENCRYPTION_KEY') && text !== '' ? 'cannot be read' : found
      problems.push(`${name} ${shown}.${reason} Expected: ${expected}. Example: ${example}`)
      // Never used: with a problem there is no configuration.
      return usual as Value
    },
  }
}

const parsePort: Parse<number> = (text) => {
  const port = Number(text)
  return /^\d+$/.test(text) && port <= 65_535 ? { value: port } : undefined
}

const parseDatabase: Parse<ServerConfig['database']> = (text) => {
  if (text === 'memory:') return { value: { type: 'memory' } }
  if (/^postgres(ql)?:/.test(text)) return 'PostgreSQL is not served yet.'
  const file = text.startsWith('sqlite:') ? text.slice('sqlite:'.length) : ''
  return file === '' ? undefined : { value: { type: 'sqlite', file } }
}

const parseProfile: Parse<ProfileName> = (text) =>
  text === 'documented' || text === 'field' ? { value: text } : undefined

const parseMilliseconds: Parse<number> = (text) =>
  /^[1-9]\d{0,14}$/.test(text) ? { value: Number(text) } : undefined

const parsePace: Parse<number> = (text) =>
  /^\d+(?:\.\d+)?$/.test(text) && Number(text) <= 100 ? { value: Number(text) } : undefined

const parseKey: Parse<Uint8Array> = (text) => {
  const isHexadecimal = /^[0-9a-f]{64}$/i.test(text)
  const bytes = Buffer.from(text, isHexadecimal ? 'hex' : 'base64')
  return isHexadecimal || (/^[A-Za-z0-9+/]{43}=?$/.test(text) && bytes.length === 32)
    ? { value: new Uint8Array(bytes) }
    : undefined
}

const parseKeys: Parse<readonly Uint8Array[]> = (text) => {
  const keys = text.split(',').map((key) => parseKey(key.trim()))
  const bytes = keys.flatMap((key) => (typeof key === 'object' ? [key.value] : []))
  return bytes.length === keys.length ? { value: bytes } : undefined
}

const parseHosts: Parse<readonly string[]> = (text) => {
  const hosts = text.split(',').map((host) => host.trim().toLowerCase())
  return hosts.every((host) => /^(?:[a-z0-9.-]+|\[[\da-f:.]+\])(?::\d+)?$/.test(host))
    ? { value: hosts }
    : undefined
}

const parseModel: Parse<UsualModel> = (text) => {
  const usual = parseUsualModel(text)
  return usual && { value: usual }
}

const parseAddress: Parse<string> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url && /^https?:$/.test(url.protocol) ? { value: text.replace(/\/$/, '') } : undefined
}
