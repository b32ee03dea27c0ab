export type ThreadworkErrorCode =
  | 'malformed-event'
  | 'event-too-large'
  | 'wrong-content-type'
  | 'malformed-form'
  | 'session-closed'
  | 'storage-failed'
  | 'client-missing'

/** Thrown for what the caller can mend; its message says what happened, why it matters and what to do. */
export class ThreadworkError extends Error {
  override readonly name = 'ThreadworkError'
  readonly code: ThreadworkErrorCode

  constructor(code: ThreadworkErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
