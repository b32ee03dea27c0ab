export type BffErrorCode = 'config-invalid' | 'port-in-use' | 'store-unavailable' | 'not-a-bff'

/** What the BFF throws: its message says what happened, why it matters and what to do. */
export class BffError extends Error {
  readonly code: BffErrorCode

  constructor(code: BffErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BffError'
    this.code = code
  }
}
