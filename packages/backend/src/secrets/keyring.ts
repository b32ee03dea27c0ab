import { toHex } from '../base64.ts'
import { SecretError } from './secret-error.ts'

/** The keys that secrets are sealed with. The first seals; all of them open, so that keys can be replaced. */
export interface Keyring {
  readonly current: Promise<SecretKey>
  /** The key of an id; `null` when it is not at hand. */
  find(id: string): Promise<SecretKey | null>
}

export interface SecretKey {
  /** Tells keys apart without saying anything of them: 16 hexadecimal digits of a digest. */
  readonly id: string
  readonly key: CryptoKey
}

const keyBytes = 32

/** A key for AES-256-GCM that nobody can guess. */
export const generateKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(keyBytes))

/** Each key is 32 bytes; the newest comes first. Throws a `SecretError` for any other length. */
export function createKeyring(newest: Uint8Array, ...older: readonly Uint8Array[]): Keyring {
  const current = readKey(newest)
  const all = [current, ...older.map((bytes) => readKey(bytes))]
  return {
    current,
    find: async (id) => (await Promise.all(all)).find((key) => key.id === id) ?? null,
  }
}

function readKey(bytes: Uint8Array): Promise<SecretKey> {
  if (bytes.length !== keyBytes)
    throw new SecretError(
      'wrong-key',
      `A key has to be 32 bytes long, and this one has ${bytes.length}. Make one with: openssl rand -hex 32`,
    )
  // A copy: whoever gave the bytes may wipe theirs.
  return importKey(new Uint8Array(bytes))
}

async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<SecretKey> {
  const label = new TextEncoder().encode('threadwork key id')
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array([...label, ...bytes]))
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return { id: toHex(new Uint8Array(digest).subarray(0, 8)), key }
}
