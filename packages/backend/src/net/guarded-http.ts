import type { AllowList } from './allow-list.ts'
import { type HttpAnswer, type HttpPort, type HttpRequest, httpFailure } from './http-port.ts'
import { nextRequest } from './redirect.ts'
import { readTarget } from './target-url.ts'

/** Sends one request to one address and follows nothing. It keeps its own rules about where that leads. */
export type Exchange = (request: HttpRequest, url: URL, signal: AbortSignal) => Promise<HttpAnswer>

const mostRedirects = 5
const longestTimeout = 600_000

/** Follows redirects by hand, so that each address is judged anew, within one limit of time. */
export function createGuardedHttp(exchange: Exchange, isAllowed: AllowList): HttpPort {
  return {
    send: async (request, signal) => {
      const timeout = AbortSignal.timeout(Math.min(Math.max(1, request.timeoutMs), longestTimeout))
      const both = AbortSignal.any([signal, timeout])
      let current = request
      for (let hop = 0; hop <= mostRedirects; hop += 1) {
        const target = readTarget(current.url, isAllowed)
        if (target.type === 'refused') return httpFailure('refused', target.error)
        const answer = await exchange(current, target.url, both)
        if (both.aborted) return ended(signal, request, target.url)
        const next = nextRequest(current, answer)
        if (next === null) return answer
        if ('type' in next) return next
        current = next
      }
      return httpFailure(
        'redirects',
        `${new URL(request.url).host} sends on more than ${mostRedirects} times.`,
      )
    },
  }
}

function ended(signal: AbortSignal, { timeoutMs }: HttpRequest, { host }: URL): HttpAnswer {
  return signal.aborted
    ? httpFailure('cancelled', `The request to ${host} was cancelled.`)
    : httpFailure('timeout', `${host} did not answer within ${timeoutMs} ms.`)
}
