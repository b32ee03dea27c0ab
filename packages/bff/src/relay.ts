import {
  Agent as HttpAgent,
  type ClientRequest,
  type IncomingMessage,
  request as requestHttp,
  type ServerResponse,
} from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Admitted } from './gate.ts'
import type { BffParts } from './parts.ts'
import { type Problem, ProblemError, problems } from './problem.ts'
import type { Upstream } from './settings.ts'
import { browserHeaders } from './upstream-header.ts'
import { failureOf, refusalBytes, refusalOf } from './upstream-refusal.ts'

// An agent's default of 256 sockets would let the 257th call hang in silence. Only reads reuse connections: one that
// the upstream is just closing would lose a write, which nobody may send again.
const agents = {
  http: {
    read: new HttpAgent({ keepAlive: true, maxSockets: Infinity }),
    write: new HttpAgent({ maxSockets: Infinity }),
  },
  https: {
    read: new HttpsAgent({ keepAlive: true, maxSockets: Infinity }),
    write: new HttpsAgent({ maxSockets: Infinity }),
  },
} as const

const open = (
  upstream: Upstream,
  admitted: Admitted,
  headers: Readonly<Record<string, string>>,
): ClientRequest => {
  const use = admitted.isRead ? 'read' : 'write'
  const options = {
    host: upstream.hostname,
    port: upstream.port,
    method: admitted.route.method,
    path: admitted.path,
    headers: { host: upstream.host, ...headers },
  }
  return upstream.isSecure
    ? requestHttps({ ...options, agent: agents.https[use] })
    : requestHttp({ ...options, agent: agents.http[use] })
}

const limited = (limit: number): Transform => {
  let size = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      if (size <= limit) done(null, chunk)
      else done(new ProblemError(problems.tooLarge(`Send at most ${limit} bytes to this address.`)))
    },
  })
}

const lostOf = (isRead: boolean, isSent: boolean): Problem => {
  if (!isSent) return problems.unreachable('Nothing was sent. Wait a moment and try again.')
  return isRead
    ? problems.upstreamLost('Try again.')
    : problems.upstreamLost('The service may have received this. Look before you send it again.')
}

interface Exchange {
  readonly parts: BffParts
  readonly admitted: Admitted
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** Sends once, the browser's body piped through; resolves with the answer's head. */
const send = (exchange: Exchange, headers: Readonly<Record<string, string>>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { parts, admitted, request, response } = exchange
    const { settings } = parts
    const length = request.headers['content-length']
    const takesBody = admitted.route.maxBody > 0 && !admitted.isRead
    const upstream = open(settings.upstream, admitted, {
      ...headers,
      ...(takesBody && length !== undefined ? { 'content-length': length } : {}),
      ...(!takesBody && !admitted.isRead ? { 'content-length': '0' } : {}),
    })
    let isDialed = false
    const fail = (error: unknown): void => {
      upstream.destroy()
      const isOurs = error instanceof ProblemError
      reject(isOurs ? error : new ProblemError(lostOf(admitted.isRead, isDialed), { cause: error }))
    }
    const handleClose = (): void => {
      upstream.destroy()
    }
    response.once('close', handleClose)
    upstream.once('socket', (socket) => {
      if (!socket.connecting) isDialed = true
      else socket.once('connect', () => (isDialed = true))
    })
    upstream.setTimeout(settings.timings.upstream, () =>
      fail(
        new ProblemError(
          problems.upstreamTimeout('The service may have received this. Look before you send it again.'),
        ),
      ),
    )
    upstream.once('error', fail)
    upstream.once('response', (answer) => {
      upstream.setTimeout(0)
      resolve(answer)
    })
    if (takesBody) pipeline(request, limited(admitted.route.maxBody), upstream).catch(fail)
    else upstream.end()
  })

/** A read over a kept connection that closed under it is sent once more, over another. */
const sendRead = async (
  exchange: Exchange,
  headers: Readonly<Record<string, string>>,
): Promise<IncomingMessage> => {
  try {
    return await send(exchange, headers)
  } catch (error) {
    const isLost = error instanceof ProblemError && error.problem.code === 'upstream_lost'
    if (!isLost || !exchange.admitted.isRead || exchange.response.closed) throw error
    return send(exchange, headers)
  }
}

const shortText = async (answer: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer) {
    // An answer without an encoding yields buffers.
    const bytes = chunk as Buffer
    chunks.push(bytes)
    size += bytes.length
    if (size > refusalBytes) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

const headerOf =
  (answer: IncomingMessage) =>
  (name: string): string | null => {
    const value = answer.headers[name]
    return typeof value === 'string' ? value : null
  }

/** Carries a call with an end. Throws a `ProblemError` as long as nothing was answered. */
export const relay = async (exchange: Exchange): Promise<void> => {
  const { parts, admitted, response } = exchange
  let answer = await sendRead(exchange, admitted.headers)
  if (answer.statusCode === 401) {
    const refusal = refusalOf(await shortText(answer))
    const headers = refusal.isNoAccess ? null : await admitted.renew()
    if (!headers || !admitted.isRead) throw new ProblemError(refusal.problem)
    answer = await sendRead(exchange, headers)
    if (answer.statusCode === 401) throw new ProblemError(refusalOf(await shortText(answer)).problem)
  }
  const status = answer.statusCode ?? 502
  if (status >= 500) {
    answer.destroy()
    throw new ProblemError(failureOf(status))
  }
  const headers = browserHeaders(headerOf(answer), admitted.requestId)
  if (answer.headers['transfer-encoding'] !== undefined) delete headers['content-length']
  response.writeHead(status, { ...parts.securityHeaders, ...headers })
  await pipeline(answer, response)
}
