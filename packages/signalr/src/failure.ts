import type { Failure, FailureReason } from '@threadwork/core'
import { fieldsOf } from './any-case.ts'
import { sentence, type Asked } from './sentence.ts'

/** A failure in the words that a person is told for what was asked; `requestId` is the backend's, when it answered. */
export function failureFor(asked: Asked, reason: FailureReason, requestId: string | null = null): Failure {
  return { reason, message: sentence(asked, reason), requestId, retryAfter: null, fieldErrors: {} }
}

/** What an HTTP answer means that is not a success. `body` is its decoded JSON, or null. Nothing of it is shown but `errors`. */
export function failureOfStatus(
  asked: Asked,
  answer: { readonly status: number; readonly headers: Headers; readonly body: unknown },
): Failure {
  const reason = reasonOf(answer.status, answer.body)
  return {
    ...failureFor(asked, reason, answer.headers.get('X-Request-Id')),
    retryAfter: retryAfterOf(answer.headers),
    fieldErrors: reason === 'invalid' ? fieldErrorsOf(answer.body) : {},
  }
}

/**
 * What it means that the hub could not be opened or was lost. The client library buries an answer's status in its message.
 * A missing hub is a fault of the server: `not-found` would say that the conversation is gone.
 */
export function failureOfHub(error: unknown): Failure {
  const status = /status code '(\d{3})'/i.exec(error instanceof Error ? error.message : '')?.[1]
  if (status === undefined) return failureFor('hub', 'unreachable')
  const reason = reasons.get(Number(status))
  const isTheirs = reason === 'signed-out' || reason === 'no-access' || reason === 'rate-limited'
  return failureFor('hub', isTheirs ? reason : 'server-error')
}

const reasons: ReadonlyMap<number, FailureReason> = new Map([
  [401, 'signed-out'],
  [403, 'no-access'],
  [404, 'not-found'],
  [406, 'not-available'],
  [409, 'conflict'],
  [410, 'gone'],
  [413, 'too-large'],
  [422, 'invalid'],
  [429, 'rate-limited'],
])

function reasonOf(status: number, body: unknown): FailureReason {
  const code = fieldsOf(body)?.get('error_code')
  if (status === 401 && code === 'user_nonactive_or_missing') return 'no-access'
  return reasons.get(status) ?? (status >= 500 ? 'server-error' : 'protocol-error')
}

/** Seconds only: a date would have to be compared with this client's own clock. */
function retryAfterOf(headers: Headers): number | null {
  const value = headers.get('Retry-After')
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) * 1_000 : null
}

function fieldErrorsOf(body: unknown): Failure['fieldErrors'] {
  const errors = fieldsOf(body)?.get('errors')
  if (typeof errors !== 'object' || errors === null || Array.isArray(errors)) return {}
  const entries = Object.entries(errors).map(
    ([key, texts]: [string, unknown]) => [key, textsOf(texts)] as const,
  )
  return Object.fromEntries(entries.filter(([, texts]) => texts.length > 0))
}

function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((text) => typeof text === 'string')
}
