import { checkHost, checkSameOrigin } from './csrf.ts'
import type { AuthorizationHeaders, Credentials } from './credentials.ts'
import { randomId } from './identifier.ts'
import type { Inbound } from './inbound.ts'
import { type Problem, problems } from './problem.ts'
import type { RateLimit } from './rate-limit.ts'
import { findRoute, type Route } from './route.ts'
import type { Settings } from './settings.ts'
import { upstreamHeaders } from './upstream-header.ts'

/** A call that may go upstream, and everything that is said there: nothing else of the request travels. */
export interface Admitted {
  readonly type: 'admitted'
  readonly requestId: string
  readonly route: Route
  /** Path and query at the upstream. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly holder: string
  /** A read may be sent again after a refused token; a write never. */
  readonly isRead: boolean
  /** The headers with a new token; `null` when there is none. */
  readonly renew: () => Promise<Readonly<Record<string, string>> | null>
}

export type Admission =
  | Admitted
  | { readonly type: 'refused'; readonly requestId: string; readonly problem: Problem }

/** Every forwarded call and every upgrade passes here, on every server. */
export interface Gate {
  admit(inbound: Inbound): Promise<Admission>
}

interface Parts {
  readonly settings: Settings
  readonly credentials: Credentials
  readonly writes: RateLimit
}

const checkBody = (route: Route, inbound: Inbound): Problem | null => {
  const length = inbound.header('content-length')
  const type = inbound.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (length !== null && (!/^\d{1,15}$/.test(length) || Number(length) > route.maxBody)) {
    return problems.tooLarge(`Send at most ${route.maxBody} bytes to this address.`)
  }
  if (type !== undefined && route.bodyTypes.length > 0 && !route.bodyTypes.includes(type)) {
    return problems.wrongType(`Send one of: ${route.bodyTypes.join(', ')}.`)
  }
  return null
}

const routeProblem = (found: 'not-found' | 'method-not-allowed'): Problem =>
  found === 'not-found'
    ? problems.notFound('Check the address: this app serves no such path.')
    : problems.methodNotAllowed('Check the method: this path takes another one.')

/** Checks origin, route, size, rights and rate, in this order, and builds what goes upstream. */
export const createGate = ({ settings, credentials, writes }: Parts): Gate => {
  const checkCaller = (inbound: Inbound): Problem | null =>
    checkSameOrigin(inbound, settings.publicOrigin) ??
    (settings.auth.mode === 'apikey' ? checkHost(inbound, settings.publicOrigin) : null)

  return {
    admit: async (inbound) => {
      const requestId = randomId()
      const refused = (problem: Problem): Admission => ({ type: 'refused', requestId, problem })

      const strange = checkCaller(inbound)
      if (strange) return refused(strange)
      const found = findRoute(inbound.method, inbound.target)
      if (typeof found === 'string') return refused(routeProblem(found))
      const { route } = found
      if (inbound.kind === 'upgrade' && !(route.kind === 'hub' && route.method === 'GET')) {
        return refused(routeProblem('not-found'))
      }
      const wrongBody = checkBody(route, inbound)
      if (wrongBody) return refused(wrongBody)
      const grant = await credentials.grant(inbound)
      if (grant.type === 'refused') return refused(grant.problem)
      const isRead = route.method === 'GET'
      const tooMany = isRead ? null : await writes.take(grant.holder)
      if (tooMany) return refused(tooMany)

      const headersWith = (authorization: AuthorizationHeaders): Readonly<Record<string, string>> =>
        upstreamHeaders(inbound, route, { requestId, authorization })
      return {
        type: 'admitted',
        requestId,
        route,
        path: `${route.base === 'headless' ? settings.upstream.prefix : ''}${found.path}`,
        headers: headersWith(grant.headers),
        holder: grant.holder,
        isRead,
        renew: async () => {
          const authorization = await grant.renew()
          return authorization && headersWith(authorization)
        },
      }
    },
  }
}
