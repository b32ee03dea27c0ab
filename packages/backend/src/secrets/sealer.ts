import { fromBase64, toBase64 } from '../base64.ts'
import type { Keyring, SecretKey } from './keyring.ts'
import { SecretError } from './secret-error.ts'

/** A value as it is kept: JSON that says nothing without its key. */
export interface SealedSecret {
  readonly keyId: string
  /** Base64 of 12 bytes, new for each sealing. */
  readonly iv: string
  /** Base64 of the ciphertext and its tag. */
  readonly ciphertext: string
}

/** Whose secret it is. A sealed value opens for nobody else, and under no other name. */
export interface SecretOwner {
  readonly teamId: string
  readonly name: string
}

/** Seals values with AES-256-GCM, and opens them. Throws a `SecretError`. */
export interface Sealer {
  seal(value: string, owner: SecretOwner): Promise<SealedSecret>
  open(sealed: SealedSecret, owner: SecretOwner): Promise<string>
  /** The same value under the newest key; `null` when it is under it already. */
  reseal(sealed: SealedSecret, owner: SecretOwner): Promise<SealedSecret | null>
}

/** `keyring` is `null` where no key is set: then everything is refused with a sentence that says how to set one. */
export function createSealer(keyring: Keyring | null): Sealer {
  const open: Sealer['open'] = async (sealed, owner) => {
    const key = await keyOf(keyring, sealed, owner)
    const iv = fromBase64(sealed.iv)
    const ciphertext = fromBase64(sealed.ciphertext)
    if (!iv || !ciphertext) throw unreadable(owner)
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        await crypto.subtle.decrypt(algorithm(iv, owner), key.key, ciphertext),
      )
    } catch (cause) {
      throw unreadable(owner, cause)
    }
  }
  const seal: Sealer['seal'] = async (value, owner) => {
    if (!keyring) throw noKey(owner)
    const { id, key } = await keyring.current
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const bytes = await crypto.subtle.encrypt(algorithm(iv, owner), key, new TextEncoder().encode(value))
    return { keyId: id, iv: toBase64(iv), ciphertext: toBase64(new Uint8Array(bytes)) }
  }
  return {
    seal,
    open,
    reseal: async (sealed, owner) => {
      const value = await open(sealed, owner)
      return (await keyring?.current)?.id === sealed.keyId ? null : seal(value, owner)
    },
  }
}

/** What a process says that finds secrets in its store and no key in its environment. */
export const missingKeySentence = (count: number): string =>
  `The store holds ${count === 1 ? 'a secret' : `${count} secrets`}, and ENCRYPTION_KEY is not set, so nothing can be opened. Set it to the key with which ${count === 1 ? 'it was' : 'they were'} sealed: 32 bytes, as 64 hexadecimal digits or as base64.`

async function keyOf(
  keyring: Keyring | null,
  { keyId }: SealedSecret,
  owner: SecretOwner,
): Promise<SecretKey> {
  if (!keyring) throw noKey(owner)
  const key = await keyring.find(keyId)
  if (key) return key
  throw new SecretError(
    'unknown-key',
    `The secret “${owner.name}” was sealed with the key ${keyId}, which is not at hand. Put that key back, or enter the secret again.`,
  )
}

/** Bound to its owner: moved to another team or name, it does not open. */
const algorithm = (iv: Uint8Array<ArrayBuffer>, { teamId, name }: SecretOwner): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(JSON.stringify(['threadwork secret', 1, teamId, name])),
})

const noKey = ({ name }: SecretOwner): SecretError =>
  new SecretError(
    'no-key',
    `The secret “${name}” needs a key, and ENCRYPTION_KEY is not set. Set it to 32 bytes, for example with $(openssl rand -hex 32), keep it safe, and start again.`,
  )

const unreadable = ({ name }: SecretOwner, cause?: unknown): SecretError =>
  new SecretError(
    'unreadable',
    `The secret “${name}” cannot be opened: it was changed, or moved here from another team or name. Enter it again.`,
    { cause },
  )
