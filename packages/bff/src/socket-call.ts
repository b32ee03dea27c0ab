import type { Socket } from 'node:net'
import type { Admitted } from './gate.ts'
import { type Problem, ProblemError, problems } from './problem.ts'
import { bodyText } from './response-head.ts'
import type { Settings } from './settings.ts'
import { failureOf, refusalBytes, refusalOf } from './upstream-refusal.ts'
import { dialUpstream, readHead, readRest, requestHead, type SocketAnswer } from './upstream-socket.ts'

/** One call over a connection of its own. */
export interface SocketCall {
  readonly settings: Settings
  readonly admitted: Admitted
  readonly body: Buffer | null
  /** `Connection`, and for a WebSocket its handshake. */
  readonly hopHeaders: Readonly<Record<string, string>>
  /** Milliseconds until the head; `null` waits for ever. */
  readonly timeout: number | null
  /** Told of each connection as it is dialled, so that the caller can cut it. */
  readonly adopt: (socket: Socket) => void
}

const lostOf = (isRead: boolean): Problem =>
  isRead
    ? problems.upstreamLost('Try again.')
    : problems.upstreamLost('The service may have received this. Look before you send it again.')

const send = (call: SocketCall, headers: Readonly<Record<string, string>>): Promise<SocketAnswer> => {
  const { settings, admitted, body } = call
  const head = requestHead(admitted.route.method, admitted.path, {
    host: settings.upstream.host,
    ...headers,
    ...call.hopHeaders,
    ...(body ? { 'content-length': String(body.length) } : {}),
  })
  const socket = dialUpstream(settings.upstream)
  call.adopt(socket)
  const answer = readHead({ socket, timeout: call.timeout, lost: lostOf(admitted.isRead) })
  socket.write(head, 'latin1')
  if (body) socket.write(body)
  return answer
}

/**
 * Sends a call and returns its answer, once the token that it carries is accepted: a refused one is renewed once,
 * and a read is then sent again; a write is not. Throws a `ProblemError` for 401 and for server errors, whose bodies
 * stay here.
 */
export const callUpstream = async (call: SocketCall): Promise<SocketAnswer> => {
  let headers: Readonly<Record<string, string>> | null = call.admitted.headers
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(call, headers)
    if (answer.head.status >= 500) {
      answer.socket.destroy()
      throw new ProblemError(failureOf(answer.head.status))
    }
    if (answer.head.status !== 401) return answer
    const refusal = refusalOf(bodyText(answer.head, await readRest(answer, refusalBytes)))
    headers = refusal.isNoAccess || attempt > 1 ? null : await call.admitted.renew()
    if (!headers || !call.admitted.isRead) throw new ProblemError(refusal.problem)
  }
}
