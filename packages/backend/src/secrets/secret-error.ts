/**
 * - `no-key`: something is sealed, or is to be, and no key is set
 * - `unknown-key`: it was sealed under a key that is not at hand
 * - `unreadable`: it was changed, or belongs to another team or name
 * - `wrong-key`: a key is not 32 bytes long
 */
export type SecretErrorCode = 'no-key' | 'unknown-key' | 'unreadable' | 'wrong-key'

/** Why a secret cannot be sealed or opened. Its message names the secret and never its value. */
export class SecretError extends Error {
  override readonly name = 'SecretError'
  readonly code: SecretErrorCode

  constructor(code: SecretErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
