import type { Clock, Failure, TransportSink } from '@threadwork/core'
import { failureFor, failureOfStatus } from './failure.ts'
import type { Asked } from './sentence.ts'

/** The part of `fetch` that is used; give your own to add headers or to route elsewhere. */
export type FetchLike = (input: string, init: RequestInit) => Promise<Response>

export interface RequestOptions {
  readonly fetch: FetchLike
  readonly clock: Clock
  /** Milliseconds after which a request counts as lost. */
  readonly timeout: number
  readonly accessToken: (() => string | Promise<string>) | null
  readonly report: TransportSink['report']
}

export interface Ask {
  readonly asked: Asked
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly body?: unknown
}

export type Answer =
  /** `body` is the decoded JSON of a GET, `null` where there is none. */
  | { readonly status: 'ok'; readonly body: unknown; readonly requestId: string | null }
  | { readonly status: 'failed'; readonly failure: Failure }

/**
 * Sends one request, once. Never rejects: a lost answer to a POST is `unknown-outcome`; what surely did not leave, and a
 * GET that failed on its way, is `unreachable`.
 */
export async function sendRequest(ask: Ask, options: RequestOptions, closing: AbortSignal): Promise<Answer> {
  if (closing.aborted || isOffline())
    return { status: 'failed', failure: failureFor(ask.asked, 'unreachable') }
  const limit = new AbortController()
  const timer = options.clock.after(options.timeout, () => limit.abort())
  let hasLeft = false
  try {
    const headers = await headersOf(ask, options.accessToken)
    hasLeft = true
    const response = await options.fetch(ask.url, {
      method: ask.method,
      headers,
      signal: AbortSignal.any([limit.signal, closing]),
      ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
    })
    options.report({ type: 'request', name: nameOf(ask), detail: String(response.status), bytes: null })
    return await answerOf(ask, response)
  } catch (error) {
    const isLost = hasLeft && ask.method === 'POST' && !wasRefused(error)
    options.report({ type: 'request', name: nameOf(ask), detail: 'no answer', bytes: null })
    return { status: 'failed', failure: failureFor(ask.asked, isLost ? 'unknown-outcome' : 'unreachable') }
  } finally {
    timer.cancel()
  }
}

async function headersOf(ask: Ask, accessToken: RequestOptions['accessToken']): Promise<Headers> {
  const headers = new Headers({ Accept: 'application/json', 'X-Threadwork': '1' })
  if (ask.method === 'POST') headers.set('Content-Type', 'application/json')
  if (accessToken !== null) headers.set('Authorization', `Bearer ${await accessToken()}`)
  return headers
}

async function answerOf(ask: Ask, response: Response): Promise<Answer> {
  if (!response.ok) {
    const { status, headers } = response
    return {
      status: 'failed',
      failure: failureOfStatus(ask.asked, { status, headers, body: await jsonOf(response) }),
    }
  }
  const requestId = response.headers.get('X-Request-Id')
  // An accepted command stays accepted, whatever becomes of the answer's body.
  if (ask.method === 'POST') return { status: 'ok', body: null, requestId }
  const text = await response.text()
  return { status: 'ok', body: parsed(text), requestId }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return parsed(await response.text())
  } catch {
    return null
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Method and path: a query may carry what a report must not show. */
function nameOf(ask: Ask): string {
  return `${ask.method} ${new URL(ask.url, 'http://relative.invalid').pathname}`
}

function isOffline(): boolean {
  // Node has a navigator that does not know whether it is online.
  return typeof navigator === 'object' && 'onLine' in navigator && !navigator.onLine
}

/** Node names why a socket did not open; a browser does not tell, so its failures stay unknown. */
function wasRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN'
}
