import type { User } from '../config.ts'
import { isRecord } from '../is-record.ts'
import { HttpProblem } from '../problem.ts'

export interface UserinfoOptions {
  /** An OpenID Connect issuer, without a slash at its end. */
  readonly issuer: string
  readonly fetch?: typeof globalThis.fetch
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** For how long an answer is believed, in milliseconds. Default 30,000. */
  readonly cacheMs?: number
}

interface Known {
  readonly user: Promise<User | null>
  readonly until: number
}

const mostKnown = 10_000
const patienceMs = 5000

/**
 * Finds the user of a bearer token by asking its issuer. `null` without a token, and for one that the issuer
 * does not accept; a 503 when the issuer cannot be asked, so that nobody is signed out by an outage.
 */
export function createUserinfo({
  issuer,
  fetch = globalThis.fetch,
  now = Date.now,
  cacheMs = 30_000,
}: UserinfoOptions): (request: Request) => Promise<User | null> {
  const known = new Map<string, Known>()
  let endpoint: Promise<string> | null = null
  const discover = async (): Promise<string> => {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(patienceMs),
    })
    const found: unknown = answer.ok ? await answer.json() : null
    const address = isRecord(found) ? found['userinfo_endpoint'] : null
    if (typeof address !== 'string') throw new Error(`${issuer} names no userinfo endpoint.`)
    return address
  }
  const ask = async (token: string): Promise<User | null> => {
    endpoint ??= discover()
    const answer = await fetch(await endpoint, {
      headers: { Authorization: `Bearer ${token}` },
      // A token goes where the issuer said, and nowhere that this address sends it on to.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (answer.status === 401 || answer.status === 403) return null
    if (!answer.ok) throw new Error(`${issuer} answered ${answer.status}.`)
    const claims: unknown = await answer.json()
    const subject = isRecord(claims) ? claims['sub'] : null
    return typeof subject === 'string' && subject !== '' ? { userId: subject } : null
  }
  const askOnce = (token: string): Promise<User | null> => {
    const before = known.get(token)
    if (before && before.until > now()) return before.user
    if (known.size >= mostKnown) known.clear()
    const user = ask(token).catch((cause: unknown) => {
      endpoint = null
      known.delete(token)
      throw Object.assign(
        new HttpProblem(
          503,
          'The sign-in service cannot be reached, so that nobody can be recognised. Try again in a moment.',
        ),
        { cause },
      )
    })
    known.set(token, { user, until: now() + cacheMs })
    return user
  }
  return async (request) => {
    const token = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(request.headers.get('Authorization') ?? '')?.[1]
    return token === undefined ? null : askOnce(token)
  }
}
