import { fromBase64, toBase64 } from '../base64.ts'
import { generateKey } from './keyring.ts'

/** Where a mock keeps the key that it made for itself. */
export interface KeyKeeper {
  read(): string | null
  write(key: string): void
}

/**
 * The key that is kept, or a new one that is kept from now on. For a mock in a browser alone: a key that lies beside
 * what it seals protects nothing, and takes the place of an environment that has none.
 */
export function keptKey(keeper: KeyKeeper): Uint8Array {
  const kept = fromBase64(keeper.read() ?? '')
  if (kept?.length === 32) return kept
  const made = generateKey()
  keeper.write(toBase64(made))
  return made
}
