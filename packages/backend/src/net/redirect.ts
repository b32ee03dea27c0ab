import { type HttpAnswer, type HttpHeader, type HttpRequest, httpFailure } from './http-port.ts'

/** All that another origin gets to see of a request that was meant for somebody else. */
const harmless = new Set(['accept', 'accept-language', 'content-type', 'idempotency-key', 'user-agent'])

/** Whether another origin may see a header. */
export const isHarmless = ({ name, isSecret }: HttpHeader): boolean =>
  !isSecret && harmless.has(name.toLowerCase())

/**
 * What to send after an answer: `null` when the answer is the last one. To another origin go only headers that say
 * nothing, and never a body with a secret.
 */
export function nextRequest(
  request: HttpRequest,
  answer: HttpAnswer,
): HttpRequest | (HttpAnswer & { readonly type: 'failed' }) | null {
  const location = answer.type === 'answered' ? locationOf(answer.status, answer.headers) : null
  if (answer.type === 'failed' || location === null || !request.followsRedirects) return null
  const from = new URL(request.url)
  if (!URL.canParse(location, from.href))
    return httpFailure('redirects', `${from.host} sends on to an address that is none.`)
  const to = new URL(location, from)
  const moved = { ...asGet(request, answer.status), url: to.href }
  if (to.origin === from.origin) return moved
  if (moved.body !== null && moved.isBodySecret)
    return httpFailure(
      'redirects',
      `${from.host} sends on to ${to.host}, and the body holds a secret that is not meant for it. Send the request to ${to.host} itself.`,
    )
  return { ...moved, headers: moved.headers.filter(isHarmless) }
}

function locationOf(status: number, headers: Readonly<Record<string, string>>): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? (headers['location'] ?? null) : null
}

/** As browsers do (https://fetch.spec.whatwg.org/#http-redirect-fetch): 303, and a POST after 301 or 302, become GET. */
function asGet(request: HttpRequest, status: number): HttpRequest {
  const becomesGet = status === 303 || ((status === 301 || status === 302) && request.method === 'POST')
  if (!becomesGet || request.method === 'GET') return request
  const headers = request.headers.filter(({ name }) => !/^content-/i.test(name))
  return { ...request, method: 'GET', body: null, isBodySecret: false, headers }
}
