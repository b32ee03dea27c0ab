import type { IdentityProvider } from './identity-provider.ts'
import { randomId } from './identifier.ts'
import { problems, ProblemError } from './problem.ts'
import type { Session, Sessions } from './session.ts'
import type { SessionStore } from './session-store.ts'

/** Longer than a token call may take, so that nobody else begins while one is under way. */
const lockMilliseconds = 30_000
const pollMilliseconds = 40

/** Hands out access tokens that work. */
export interface TokenKeeper {
  /** The session with a token that still lives; `null` when the grant is over and the session has ended. */
  fresh(session: Session): Promise<Session | null>
  /** The same, after the upstream refused this session's token though its time was not up. */
  renewed(session: Session): Promise<Session | null>
}

interface Parts {
  readonly sessions: Sessions
  readonly store: SessionStore
  readonly provider: IdentityProvider
  /** Milliseconds before its end at which a token counts as spent. */
  readonly refreshAhead: number
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/**
 * Refreshes a session's token once, however many calls find it spent, in however many processes: a rotating
 * provider takes the second use of a refresh token for theft and revokes the grant. The new tokens are stored
 * before anybody uses them.
 */
export const createTokenKeeper = ({ sessions, store, provider, refreshAhead }: Parts): TokenKeeper => {
  const underWay = new Map<string, Promise<Session | null>>()
  const lives = ({ tokens }: Session, ahead: number): boolean => tokens.accessExpiresAt - ahead > Date.now()
  // A short-lived token must not count as spent from its birth.
  const aheadOf = ({ tokens }: Session): number =>
    Math.min(refreshAhead, (tokens.accessExpiresAt - tokens.accessIssuedAt) / 10)

  const exchange = async (session: Session): Promise<Session | null> => {
    const outcome = await provider.refresh(session.tokens)
    if (outcome.type === 'revoked') {
      await sessions.end(session.key)
      return null
    }
    const isKept = await sessions.keep(session, outcome.tokens)
    return isKept ? { ...session, tokens: outcome.tokens } : null
  }

  const refreshOnce = async (spent: Session): Promise<Session | null> => {
    const name = `refresh:${spent.key}`
    const holder = randomId()
    const deadline = Date.now() + lockMilliseconds
    while (Date.now() < deadline) {
      const isMine = await store.claim(name, holder, lockMilliseconds)
      try {
        const current = await sessions.reread(spent.key)
        if (!current || current.tokens.accessToken !== spent.tokens.accessToken) return current
        if (isMine) return await exchange(current)
      } finally {
        if (isMine) await store.release(name, holder)
      }
      await sleep(pollMilliseconds)
    }
    throw new ProblemError(problems.signInUnreachable('Wait a moment and try again.'))
  }

  const renewed = (spent: Session): Promise<Session | null> => {
    const known = underWay.get(spent.key)
    if (known) return known
    const started = refreshOnce(spent).finally(() => underWay.delete(spent.key))
    underWay.set(spent.key, started)
    return started
  }

  const fresh = async (session: Session): Promise<Session | null> => {
    if (lives(session, aheadOf(session))) return session
    try {
      return await renewed(session)
    } catch (error) {
      // The provider is away, and the token has some seconds left.
      if (lives(session, 0)) return session
      throw error
    }
  }

  return { renewed, fresh }
}
