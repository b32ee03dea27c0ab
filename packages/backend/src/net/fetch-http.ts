import { readAnswerText } from './answer-text.ts'
import { createAllowList } from './allow-list.ts'
import { type HttpAnswer, type HttpPort, type HttpRequest, httpFailure } from './http-port.ts'
import { createGuardedHttp } from './guarded-http.ts'
import { isHarmless } from './redirect.ts'

/**
 * Sends through a page’s own `fetch`, for the backend that runs in a browser. A page cannot see which address it
 * dials: it reaches what the browser’s user reaches, under CORS, and is for development. It sends no cookies and no
 * referrer. A page cannot follow a redirect by hand either, so one is followed only when no secret and no header of
 * the author’s could go along; else the redirect is a failure.
 */
export function createFetchHttp(
  fetch: typeof globalThis.fetch = (...asked) => globalThis.fetch(...asked),
): HttpPort {
  const everywhere = createAllowList([])
  return createGuardedHttp(async (request, url, signal) => {
    try {
      const response = await fetch(url, asInit(request, signal))
      if (response.type === 'opaqueredirect') return sentOn(url)
      const text = await readAnswerText(response.body, request.maxBytes, response.headers.get('content-type'))
      if (text === null) return tooLarge(url, request)
      return {
        type: 'answered',
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text,
      }
    } catch (error) {
      if (!(error instanceof TypeError) && !signal.aborted) throw error
      return httpFailure(
        'network',
        `${url.host} could not be reached from this page: it is away, or does not allow it (CORS).`,
      )
    }
  }, everywhere)
}

const sentOn = ({ host }: URL): HttpAnswer =>
  httpFailure(
    'redirects',
    `${host} sends on to another address, which a page cannot check. Use that address itself.`,
  )

const tooLarge = ({ host }: URL, { maxBytes }: HttpRequest): HttpAnswer =>
  httpFailure('too-large', `${host} answered with more than ${maxBytes} bytes.`)

function asInit({ method, headers, body, ...request }: HttpRequest, signal: AbortSignal): RequestInit {
  const follows = request.followsRedirects && headers.every(isHarmless) && !request.isBodySecret
  return {
    method,
    headers: headers.map(({ name, value }): [string, string] => [name, value]),
    body,
    signal,
    redirect: follows ? 'follow' : 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  }
}
