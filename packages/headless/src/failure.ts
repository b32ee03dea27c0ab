import type { Failure, FailureReason } from '@threadwork/core'
import { EXPIRED_CODE, NO_ACCESS_CODE, SHOWN_DIFFERS_CODE } from './wire-limits.ts'
import type { WireProblem } from './wire-rest.ts'

const SENTENCES: { readonly [Reason in FailureReason]: string } = {
  'unknown-outcome':
    'The connection broke before the server answered, so this may or may not have arrived. Look at the conversation before you send it again.',
  unreachable: 'The server could not be reached. Check your connection; it is safe to try again.',
  'signed-out': 'Your sign-in has ended, so the server did not take this. Sign in again, then repeat it.',
  'no-access': 'Your account may not use this agent. Ask whoever manages the agent for access.',
  'not-found':
    'The server no longer has this conversation or this part of it. Reload the page, or start a new conversation.',
  'not-available':
    'This agent is not connected to any client at the moment, so it cannot answer. Ask whoever manages the agent to connect it.',
  conflict:
    'The agent is still at work on this conversation, or this was already answered. Wait until it is done, then try again.',
  gone: 'This is over: it was finished or it expired, so nothing more can be sent to it. Go on in the conversation.',
  expired:
    'The time for a decision ran out before yours arrived, so it does not count. Go on in the conversation.',
  changed:
    'What you were shown is not what the server would have done, so it did nothing. Look at the new request and decide again.',
  invalid: 'Some values were not accepted. Correct them, then send again.',
  'rate-limited': 'Too many requests were made in a short time. Wait a little, then try again.',
  'too-large': 'This is larger than the server takes. Shorten it or choose a smaller file, then send again.',
  'server-error': 'The server had a fault and could not do this. Try again in a while.',
  'protocol-error':
    'The server answered in a form that cannot be read. Check that the address leads to the Headless API, then reload.',
  unsupported: 'This server does not offer that. Choose another way to go on.',
}

/** A failure with its sentence; the details are none unless given. */
export const createFailure = (reason: FailureReason, details: Partial<Failure> = {}): Failure => ({
  reason,
  message: SENTENCES[reason],
  requestId: null,
  retryAfter: null,
  fieldErrors: {},
  ...details,
})

const REASONS: Readonly<Record<number, FailureReason>> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'no-access',
  404: 'not-found',
  405: 'unsupported',
  406: 'not-available',
  409: 'conflict',
  410: 'gone',
  413: 'too-large',
  415: 'unsupported',
  422: 'invalid',
  429: 'rate-limited',
  501: 'unsupported',
}

// Said by what stands between: the write may have passed before the way broke.
const LOST_ON_THE_WAY: readonly number[] = [502, 504]

const reasonOf = (status: number, problem: WireProblem, isRead: boolean): FailureReason => {
  if (status === 401 && problem.error_code === NO_ACCESS_CODE) return 'no-access'
  if (status === 409 && problem.error_code === SHOWN_DIFFERS_CODE) return 'changed'
  if (status === 410 && problem.error_code === EXPIRED_CODE) return 'expired'
  if (!isRead && LOST_ON_THE_WAY.includes(status)) return 'unknown-outcome'
  return REASONS[status] ?? (status >= 500 ? 'server-error' : 'protocol-error')
}

/** `Retry-After` in milliseconds: seconds, or a date that is compared with the answer's own `Date`. */
const readRetryAfter = (headers: Headers): number | null => {
  const value = headers.get('Retry-After')?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1_000)
  const wait = Date.parse(value) - Date.parse(headers.get('Date') ?? '')
  return Number.isFinite(wait) ? Math.max(0, wait) : null
}

/** What an answer of 400 or more means. `isRead`: nothing was to change on the server. */
export const failureOfAnswer = (response: Response, problem: WireProblem, isRead: boolean): Failure => {
  const retryAfter = readRetryAfter(response.headers)
  return createFailure(reasonOf(response.status, problem, isRead), {
    requestId: response.headers.get('X-Request-Id'),
    retryAfter,
    fieldErrors: problem.errors ?? {},
    ...(response.status === 429 && retryAfter !== null
      ? { message: `Too many requests were made in a short time. Try again in ${seconds(retryAfter)}.` }
      : {}),
  })
}

const seconds = (ms: number): string => {
  const count = Math.max(1, Math.ceil(ms / 1_000))
  return count === 1 ? '1 second' : `${count} seconds`
}

// Node names the step that failed; before a connection stands, no byte of the request can have left.
const BEFORE_SENDING = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

const codeOf = (error: unknown): unknown => {
  const cause: unknown = error instanceof Error ? error.cause : null
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null
}

/** What a request without an answer means: a read is repeated, a write may have arrived unless it surely did not leave. */
export const failureOfNetwork = (error: unknown, isRead: boolean): Failure => {
  const surelyUnsent = BEFORE_SENDING.some((code) => code === codeOf(error))
  return createFailure(isRead || surelyUnsent ? 'unreachable' : 'unknown-outcome')
}

/** A failure as an error, for callers that want a rejected promise (a query cache, a `try`). */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}
