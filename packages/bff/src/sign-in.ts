import { type Context, Hono } from 'hono'
import { endCookie, readCookie, sessionCookie, signInCookie, writeCookie } from './cookie.ts'
import { checkSameOrigin } from './csrf.ts'
import type { IdentityProvider, PendingSignIn } from './identity-provider.ts'
import { digestOf } from './identifier.ts'
import { type Inbound, inboundOfRequest } from './inbound.ts'
import { errorFields, type Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { OpenStreams } from './open-streams.ts'
import { type Problem, ProblemError, problems } from './problem.ts'
import type { RateLimit } from './rate-limit.ts'
import { safeReturnPath } from './return-path.ts'
import type { Seal } from './seal.ts'
import type { Session, Sessions } from './session.ts'
import type { SessionStore } from './session-store.ts'
import type { Settings } from './settings.ts'

interface Parts {
  readonly settings: Settings
  readonly provider: IdentityProvider
  readonly sessions: Sessions
  readonly store: SessionStore
  readonly seal: Seal
  readonly signIns: RateLimit
  readonly streams: OpenStreams
  readonly log: Log
  readonly metrics: Pick<Metrics, 'signIn'>
  readonly peerOf: (context: Context) => string
}

interface SealedSignIn extends PendingSignIn {
  readonly returnTo: string
  readonly expiresAt: number
}

const signInSeconds = 600

const check = (problem: Problem | null): void => {
  if (problem) throw new ProblemError(problem)
}

const failed = (cause?: unknown): ProblemError =>
  new ProblemError(problems.signInFailed('Nothing was changed. Go back to the app and sign in again.'), {
    cause,
  })

const isString = (value: unknown): value is string => typeof value === 'string'

const pendingOf = (data: Readonly<Record<string, unknown>> | null): SealedSignIn | null => {
  if (!data) return null
  const { id, state, nonce, verifier, returnTo, expiresAt } = data
  if (!isString(id) || !isString(state) || !isString(nonce) || !isString(verifier)) return null
  if (!isString(returnTo) || typeof expiresAt !== 'number' || expiresAt <= Date.now()) return null
  return { id, state, nonce, verifier, returnTo, expiresAt }
}

/** `/auth/…`: the sign-in, who is signed in, and the sign-out. */
export const createSignIn = (parts: Parts): Hono => {
  const { settings, provider, sessions, store, seal, signIns, streams, log } = parts
  const app = new Hono()
  const inboundOf = (context: Context): Inbound => inboundOfRequest(context.req.raw, parts.peerOf(context))
  const sessionOf = (inbound: Inbound): Promise<Session | null> =>
    sessions.find(readCookie(inbound.header('cookie'), sessionCookie))

  /** Only a person's navigation begins or ends a sign-in: no image, frame or script of another page. */
  const checkNavigation = (inbound: Inbound): void => {
    const destination = inbound.header('sec-fetch-dest')
    if (destination !== null && destination !== 'document') {
      throw new ProblemError(problems.forbidden('A sign-in is opened as a page of its own.'))
    }
  }

  app.get('/sign-in', async (context) => {
    const inbound = inboundOf(context)
    checkNavigation(inbound)
    check(await signIns.take(inbound.peer))
    const { url, pending } = await provider.begin()
    const sealed: SealedSignIn = {
      ...pending,
      returnTo: safeReturnPath(context.req.query('return_to')),
      expiresAt: Date.now() + signInSeconds * 1_000,
    }
    const cookie = writeCookie(signInCookie, await seal.close(sealed), {
      sameSite: 'Lax',
      seconds: signInSeconds,
    })
    context.header('set-cookie', cookie)
    return context.redirect(url.href)
  })

  app.get('/callback', async (context) => {
    const inbound = inboundOf(context)
    context.header('set-cookie', endCookie(signInCookie, 'Lax'))
    checkNavigation(inbound)
    check(await signIns.take(inbound.peer))
    const cookie = readCookie(inbound.header('cookie'), signInCookie)
    const pending = pendingOf(cookie === null ? null : await seal.open(cookie))
    if (!pending) throw failed()
    // The cookie's end reaches this browser only; whoever copied it finds its id used.
    const isFirstUse = await store.claim(
      `sign-in:${await digestOf(pending.id)}`,
      pending.id,
      signInSeconds * 1_000,
    )
    if (!isFirstUse) throw failed()

    const callback = new URL('/auth/callback', settings.publicOrigin)
    callback.search = new URL(context.req.url).search
    const { user, tokens } = await provider.complete(callback, pending).catch((cause: unknown) => {
      parts.metrics.signIn('failed')
      log.info({ event: 'sign-in-failed', ...errorFields(cause) }, 'sign-in failed')
      throw cause instanceof ProblemError ? cause : failed(cause)
    })

    const earlier = await sessionOf(inbound)
    if (earlier) await endSession(earlier)
    const id = await sessions.open(user, tokens)
    const seconds = Math.floor(settings.timings.session / 1_000)
    context.header('set-cookie', writeCookie(sessionCookie, id, { sameSite: 'Strict', seconds }), {
      append: true,
    })
    parts.metrics.signIn('succeeded')
    log.info({ event: 'signed-in' }, 'signed in')
    return context.redirect(pending.returnTo)
  })

  app.get('/session', async (context) => {
    const inbound = inboundOf(context)
    check(checkSameOrigin(inbound, settings.publicOrigin))
    const session = await sessionOf(inbound)
    if (!session) throw new ProblemError(problems.signedOut('Sign in to go on.'))
    const { id, name, email } = session.user
    return context.json({ user: { id, name, email }, expires_at: new Date(session.expiresAt).toISOString() })
  })

  const endSession = async (session: Session): Promise<void> => {
    await sessions.end(session.key)
    streams.endAllOf(session.key)
    await provider.revoke(session.tokens).catch((error: unknown) => {
      log.warn(
        { event: 'revocation-failed', ...errorFields(error) },
        'the provider did not take the revocation',
      )
    })
  }

  app.post('/sign-out', async (context) => {
    const inbound = inboundOf(context)
    check(checkSameOrigin(inbound, settings.publicOrigin))
    const session = await sessionOf(inbound)
    context.header('set-cookie', endCookie(sessionCookie, 'Strict'))
    if (!session) return context.body(null, 204)
    const others = context.req.query('everywhere') === 'true' ? await sessions.endAllOf(session.user) : []
    for (const key of others) streams.endAllOf(key)
    await endSession(session)
    log.info({ event: 'signed-out', sessions: Math.max(1, others.length) }, 'signed out')
    return context.body(null, 204)
  })

  return app
}
