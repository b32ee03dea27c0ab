import type { Connection } from './connection.ts'
import { type HttpChannel, problem } from './http-channel.ts'
import type { HubCore } from './hub-core.ts'
import { LongPolling } from './long-polling.ts'
import { negotiateResponse, readNegotiate } from './negotiate.ts'
import { openEventStream } from './server-sent-events.ts'

/** Whom a request comes from: null is refused. */
export type Identify = (request: Request) => Promise<string | null | undefined>

export interface HttpRoutes {
  readonly path: string
  readonly core: HubCore
  readonly identify: Identify
}

/** Answers negotiation and the two HTTP transports; null for what is not below the hub's path. */
export function createHttpRoutes(routes: HttpRoutes): (request: Request) => Promise<Response | null> {
  const channels = new Map<string, HttpChannel>()
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const isNegotiation = pathname === `${routes.path}/negotiate`
    if (!isNegotiation && pathname !== routes.path) return null
    const user = await routes.identify(request)
    if (user === null) return problem(401, 'Sign in first.')
    if (!isNegotiation) return carry(routes.core, channels, { request, user })
    if (request.method !== 'POST') return notAllowed('POST')
    return negotiate(routes.core, searchParams, user)
  }
}

function negotiate(core: HubCore, query: URLSearchParams, user: string | undefined): Response {
  const asked = readNegotiate(query)
  if (asked.type === 'refused') return Response.json({ error: asked.error })
  const isStateful = asked.wantsStatefulReconnect && core.settings.statefulReconnect
  const connection = core.open(asked.version, user, isStateful)
  if (!connection) return problem(503, 'The hub has as many connections as it can hold. Try again later.')
  return Response.json(negotiateResponse(asked.version, connection.identity), {
    headers: { 'cache-control': 'no-store' },
  })
}

interface Caller {
  readonly request: Request
  readonly user: string | undefined
}

async function carry(core: HubCore, channels: Map<string, HttpChannel>, caller: Caller): Promise<Response> {
  const token = new URL(caller.request.url).searchParams.get('id')
  if (!token) return problem(400, 'The connection id is missing: negotiate, and send its token as "id".')
  const channel = channels.get(token)
  const connection = core.find(token)
  const known = channel ?? connection?.identity
  if (!known) return problem(404, 'No such connection. Negotiate anew.')
  if (known.user !== caller.user) return problem(403, 'The connection belongs to someone else.')
  switch (caller.request.method) {
    case 'GET':
      if (channel) return channel.poll(caller.request)
      return open(core, channels, connection, caller.request)
    case 'POST':
      return channel
        ? send(channel, caller.request)
        : problem(409, 'Open the event stream or poll before sending.')
    case 'DELETE':
      return channel?.end() ?? problem(400, 'DELETE ends long polling only.')
    default:
      return notAllowed('GET, POST, DELETE')
  }
}

function open(
  core: HubCore,
  channels: Map<string, HttpChannel>,
  connection: Connection | undefined,
  request: Request,
): Response {
  const isStream = request.headers.get('accept')?.includes('text/event-stream') ?? false
  if (!connection?.canAttach(isStream ? 'ServerSentEvents' : 'LongPolling')) {
    return problem(409, 'The connection has its transport already.')
  }
  const token = connection.identity.connectionToken
  const removed = () => void channels.delete(token)
  if (isStream) {
    const stream = openEventStream(connection, { removed, signal: request.signal })
    channels.set(token, stream.channel)
    return stream.response
  }
  channels.set(token, new LongPolling(connection, core.settings, { removed }))
  return new Response('', { headers: { 'cache-control': 'no-store' } })
}

async function send(channel: HttpChannel, request: Request): Promise<Response> {
  const isWhole = await channel.intake.take(request)
  return isWhole
    ? new Response('')
    : problem(400, 'The body broke off, and the connection with it. Negotiate anew.')
}

function notAllowed(allow: string): Response {
  return problem(405, `This address takes ${allow} only.`, { allow })
}
