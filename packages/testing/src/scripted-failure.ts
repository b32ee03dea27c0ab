import type { Failure } from '@threadwork/core'

/** A whole failure of what a test cares about; a server error by default. */
export const failureOf = (failure: Partial<Failure> = {}): Failure => ({
  reason: 'server-error',
  message: 'The backend could not answer. Try again in a moment.',
  requestId: null,
  retryAfter: null,
  fieldErrors: {},
  ...failure,
})
