import { type Context, Hono } from 'hono'
import { checkSameOrigin } from './csrf.ts'
import { forwardWithFetch } from './forward.ts'
import { randomId } from './identifier.ts'
import { inboundOfRequest } from './inbound.ts'
import { errorFields } from './log.ts'
import { type BffParts, createParts, rememberParts } from './parts.ts'
import {
  type Problem,
  problemBody,
  ProblemError,
  problemHeaders,
  problemResponse,
  problems,
} from './problem.ts'
import { reasonNotReady } from './readiness.ts'
import { createRateLimit } from './rate-limit.ts'
import { type BffConfig, settingsOf } from './settings.ts'
import { createSignIn } from './sign-in.ts'
import { framedHeaders, framedPage } from './security-header.ts'
import { createStaticRoute } from './static-route.ts'

/** Where `@hono/node-server` puts the raw request; elsewhere there is none. */
const connectionOf = (context: Context): string => {
  const env = context.env as
    | { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }
    | undefined
  return env?.incoming?.socket?.remoteAddress ?? 'unknown'
}

/** Who calls: the other end of the connection, or whom a trusted proxy speaks for. */
const peerFor =
  ({ clientAddress }: BffParts) =>
  (context: Context): string =>
    clientAddress(connectionOf(context), context.req.header('x-forwarded-for') ?? null)

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** A page for somebody whom a sign-in left in the middle of nowhere. No script, no style. */
const problemPage = (problem: Problem, requestId: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(problem.title)}</title>` +
  `<h1>${escape(problem.title)}</h1><p>${escape(problem.detail)}</p>` +
  `<p><a href="/auth/sign-in">Sign in again</a> · <a href="/">Back to the app</a></p><p>Request ${requestId}</p></html>`

const answerProblem = (context: Context, problem: Problem, requestId: string): Response => {
  const headers = problemHeaders(problem, requestId)
  // Hono's status type is a union of literals; every problem's status is an error's.
  const status = problem.status as 500
  if (context.req.path.startsWith('/auth/') && context.req.header('accept')?.includes('text/html')) {
    const page = problemPage(problem, requestId)
    return context.body(page, status, { ...headers, 'content-type': 'text/html; charset=utf-8' })
  }
  return context.body(problemBody(problem, requestId), status, headers)
}

const addErrors = (app: Hono, parts: BffParts): void => {
  app.onError((error, context) => {
    const requestId = randomId()
    const isExpected = error instanceof ProblemError
    const problem = isExpected
      ? error.problem
      : problems.internal('Try again. If it goes on, give the request id to whoever runs this service.')
    const fields = { request_id: requestId, code: problem.code, ...errorFields(error) }
    parts.metrics.refusal(problem.code)
    if (problem.status >= 500) parts.log.error(fields, 'request failed')
    else parts.log.debug(fields, 'request refused')
    return answerProblem(context, problem, requestId)
  })
  app.notFound((context) =>
    answerProblem(context, problems.notFound('Check the address: this app serves no such path.'), randomId()),
  )
}

const addHeaders = (app: Hono, parts: BffParts): void => {
  app.use(async (context, next) => {
    await next()
    const headers =
      context.req.path === framedPage ? framedHeaders(parts.securityHeaders) : parts.securityHeaders
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
  })
}

const addForwarding = (app: Hono, parts: BffParts): void => {
  const peerOf = peerFor(parts)
  const forward = async (context: Context): Promise<Response> => {
    const admission = await parts.gate.admit(inboundOfRequest(context.req.raw, peerOf(context)))
    return admission.type === 'refused'
      ? problemResponse(admission.problem, admission.requestId)
      : forwardWithFetch(context.req.raw, admission, parts.settings)
  }
  app.all('/api/*', forward)
  app.all('/hubs/*', forward)
}

const addSignIn = (app: Hono, parts: BffParts): void => {
  const { settings, oauth, streams, log, metrics } = parts
  const peerOf = peerFor(parts)
  if (oauth) {
    const signIns = createRateLimit(settings.limits.signIns)
    app.route('/auth', createSignIn({ ...oauth, settings, signIns, streams, log, metrics, peerOf }))
    return
  }
  app.get('/auth/session', async (context) => {
    const inbound = inboundOfRequest(context.req.raw, peerOf(context))
    const strange = checkSameOrigin(inbound, settings.publicOrigin)
    if (strange) throw new ProblemError(strange)
    const grant = await parts.credentials.grant(inbound)
    if (grant.type === 'refused') throw new ProblemError(grant.problem)
    return context.json({ user: { id: grant.holder, name: grant.holder, email: null }, expires_at: null })
  })
}

/**
 * The BFF as a Hono app: `/auth/…`, `/api/chat/…`, `/hubs/chat`, `/config.json`, `/healthz`, and the built app where
 * `staticRoot` is given. On Node, hand it to `attachBff` or `serveBff`, which carry streams and WebSockets.
 */
export const createBff = (config: BffConfig): Hono => {
  const parts = createParts(settingsOf(config))
  const { settings } = parts
  const app = new Hono()
  rememberParts(app, parts)
  addErrors(app, parts)
  addHeaders(app, parts)
  app.get('/healthz', (context) => context.json({ status: 'ok' }))
  app.get('/readyz', async (context) => {
    const reason = await reasonNotReady(parts)
    return reason === null
      ? context.json({ status: 'ready' })
      : context.json({ status: 'not-ready', reason }, 503)
  })
  app.get('/config.json', (context) =>
    context.json({
      mode: settings.auth.mode,
      linkOrigins: settings.linkOrigins,
      imageOrigins: settings.imageOrigins,
    }),
  )
  addSignIn(app, parts)
  addForwarding(app, parts)
  if (settings.staticRoot !== null) app.get('*', createStaticRoute(settings.staticRoot))
  return app
}
