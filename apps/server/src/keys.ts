import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What this machine's development server keeps secret. */
export interface Keys {
  readonly sessionSecret: string
  readonly clientSecret: string
  readonly cookieKey: string
  /** Seals the secret variables of workflows. */
  readonly encryptionKey: string
  /** The private key of the development sign-in, as a JSON Web Key. */
  readonly signingKey: Readonly<Record<string, unknown>>
}

const secret = (): string => randomBytes(36).toString('base64url')

const makeKeys = (): Keys => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    sessionSecret: secret(),
    clientSecret: secret(),
    cookieKey: secret(),
    encryptionKey: randomBytes(32).toString('base64'),
    signingKey: { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: secret() },
  }
}

// Only this module writes the file. An older version of it knew fewer keys.
const read = (file: string): Partial<Keys> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Keys>
  } catch {
    return {}
  }
}

/** Reads a folder's keys, or makes them once, readable by their owner only: sessions then survive a restart. */
export const keysIn = (folder: string): Keys => {
  const file = join(folder, 'keys.json')
  const known = read(file)
  const keys = { ...makeKeys(), ...known }
  if (Object.keys(known).length === Object.keys(keys).length) return keys
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}
