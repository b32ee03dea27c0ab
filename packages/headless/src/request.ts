import type { Clock, Failure, WireReport } from '@threadwork/core'
import { createFailure, failureOfAnswer, failureOfNetwork } from './failure.ts'
import type { LearningProfile } from './profile.ts'
import { bodyFormOf, decodeProblem } from './wire-decode-rest.ts'
import { CUSTOM_HEADER } from './wire-limits.ts'

export type Fetch = (input: string, init: RequestInit) => Promise<Response>

/** Headers for each request: fixed ones, or a function that is asked every time (a token that changes). */
export type HeaderSource =
  | Readonly<Record<string, string>>
  | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  /** Nothing changes on the server, so it may be sent again. */
  readonly isRead: boolean
  /** What kind of answer is wanted; a stream's body is left unread. */
  readonly accept: 'json' | 'stream'
  readonly query?: Readonly<Record<string, string | number | null>>
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** Sent twice it would do no harm, so a lost answer leaves nothing to be looked up. */
  readonly isHarmless?: boolean
  /** Takes the place of the server's own `fetch` for this call. */
  readonly fetch?: Fetch
  /** Takes the place of the server's own time limit; `null`: whoever calls watches over it. */
  readonly timeoutMs?: number | null
}

/** `body` is the parsed JSON, `null` when empty or when a stream was wanted and came. `status` 0: no answer. */
export type Answer =
  | { readonly type: 'answered'; readonly response: Response; readonly body: unknown }
  | { readonly type: 'failed'; readonly status: number; readonly failure: Failure }

export type Request = (call: Call) => Promise<Answer>

export interface RequestOptions {
  readonly url: string
  readonly fetch: Fetch
  readonly headers: HeaderSource
  /** Renews the sign-in after a 401; `true` when a second try makes sense. */
  readonly refresh: (() => Promise<boolean>) | null
  readonly clock: Clock
  /** Milliseconds until an answer must be there; of a stream, its headers. */
  readonly timeoutMs: number
  /** Ends every request that is under way. */
  readonly signal: AbortSignal | null
  readonly profile: LearningProfile
  readonly report: (report: WireReport) => void
}

/** Whether an answer's body is an event stream. */
export const isEventStream = (response: Response): boolean =>
  /^text\/event-stream\s*(;|$)/i.test(response.headers.get('Content-Type') ?? '')

const addressOf = (url: string, call: Call): string => {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(call.query ?? {})) if (value !== null) query.set(key, `${value}`)
  const text = query.toString()
  return `${url.replace(/\/+$/, '')}${call.path}${text === '' ? '' : `?${text}`}`
}

const initOf = async (call: Call, source: HeaderSource, signal: AbortSignal): Promise<RequestInit> => {
  const own = typeof source === 'function' ? await source() : source
  const isForm = call.body instanceof FormData
  const headers = {
    Accept: call.accept === 'stream' ? 'text/event-stream' : 'application/json',
    // The browser writes a form's own content type, with its boundary.
    ...(call.body && !isForm ? { 'Content-Type': 'application/json' } : {}),
    ...own,
    ...call.headers,
    [CUSTOM_HEADER]: '1',
  }
  const body = call.body instanceof FormData ? call.body : JSON.stringify(call.body)
  return { method: call.method, headers, signal, cache: 'no-store', ...(call.body ? { body } : {}) }
}

const parse = (text: string): { readonly isJson: boolean; readonly body: unknown } => {
  if (text.trim() === '') return { isJson: true, body: null }
  try {
    return { isJson: true, body: JSON.parse(text) }
  } catch {
    return { isJson: false, body: null }
  }
}

const isRepeatable = (call: Call): boolean => call.isRead || call.isHarmless === true

const readAnswer = async (call: Call, response: Response, profile: LearningProfile): Promise<Answer> => {
  if (response.ok && call.accept === 'stream' && isEventStream(response))
    return { type: 'answered', response, body: null }
  const { isJson, body } = parse(await response.text())
  if (!response.ok) {
    const failure = failureOfAnswer(response, decodeProblem(body), isRepeatable(call))
    return { type: 'failed', status: response.status, failure }
  }
  if (!isJson && call.accept === 'json') {
    const requestId = response.headers.get('X-Request-Id')
    return {
      type: 'failed',
      status: response.status,
      failure: createFailure('protocol-error', { requestId }),
    }
  }
  if (body !== null) profile.learn({ type: 'body', form: bodyFormOf(body) })
  return { type: 'answered', response, body }
}

// Node has a navigator that does not know.
const isOffline = (): boolean => 'onLine' in globalThis.navigator && !globalThis.navigator.onLine

const sendOnce = async (call: Call, options: RequestOptions): Promise<Answer> => {
  const late = new AbortController()
  const signals = [call.signal, options.signal, late.signal]
  const signal = AbortSignal.any(signals.filter((signal) => signal instanceof AbortSignal))
  let init: RequestInit
  // Localhost answers without a network, so being offline is no reason not to try.
  const wasOffline = isOffline()
  try {
    init = await initOf(call, options.headers, signal)
  } catch {
    return { type: 'failed', status: 0, failure: createFailure('unreachable') }
  }
  if (signal.aborted) return { type: 'failed', status: 0, failure: createFailure('unreachable') }
  const ms = call.timeoutMs === undefined ? options.timeoutMs : call.timeoutMs
  const timer = ms === null ? null : options.clock.after(ms, () => late.abort())
  const fetch = call.fetch ?? options.fetch
  try {
    return await readAnswer(call, await fetch(addressOf(options.url, call), init), options.profile)
  } catch (error) {
    return { type: 'failed', status: 0, failure: failureOfNetwork(error, isRepeatable(call) || wasOffline) }
  } finally {
    timer?.cancel()
  }
}

/**
 * Sends calls to one server. Never rejects. A read that meets an ended sign-in is sent once more after `refresh`;
 * a write is never sent twice.
 */
export const createRequest = (options: RequestOptions): Request => {
  let refreshing: Promise<boolean> | null = null
  // Fifty calls that expire together are one refresh: a rotating token dies of a second one.
  const refreshOnce = (refresh: () => Promise<boolean>): Promise<boolean> => {
    refreshing ??= refresh()
      .catch(() => false)
      .finally(() => {
        refreshing = null
      })
    return refreshing
  }
  const report = (call: Call, answer: Answer): Answer => {
    const status = answer.type === 'answered' ? answer.response.status : answer.status
    const detail =
      answer.type === 'answered' ? `${status}` : `${status || 'no answer'} ${answer.failure.reason}`
    options.report({ type: 'request', name: `${call.method} ${call.path}`, detail, bytes: null })
    return answer
  }
  return async (call) => {
    const first = report(call, await sendOnce(call, options))
    const isSignedOut = first.type === 'failed' && first.failure.reason === 'signed-out'
    if (!isSignedOut || !call.isRead || !options.refresh) return first
    return (await refreshOnce(options.refresh)) ? report(call, await sendOnce(call, options)) : first
  }
}
