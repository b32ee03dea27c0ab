import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Admitted } from './gate.ts'
import { randomId } from './identifier.ts'
import { errorFields } from './log.ts'
import type { BffParts } from './parts.ts'
import { type Problem, problemBody, ProblemError, problemHeaders, problems } from './problem.ts'
import { checkRawRequest, inboundOf } from './raw-request.ts'
import { callUpstream } from './socket-call.ts'
import type { SocketAnswer } from './upstream-socket.ts'

const handshake = [
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
]
const accepted = ['sec-websocket-accept', 'sec-websocket-protocol', 'sec-websocket-extensions']
const plain = /^[\x20-\x7e]{1,1024}$/

const pick = (names: readonly string[], header: (name: string) => string | null): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = header(name)
      return value !== null && plain.test(value) ? [[name, value] as const] : []
    }),
  )

const writeAnswer = (
  socket: Duplex,
  statusLine: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): void => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.write(`HTTP/1.1 ${[statusLine, ...lines].join('\r\n')}\r\n\r\n${body}`)
}

const refuse = (socket: Duplex, problem: Problem, requestId: string): void => {
  const body = problemBody(problem, requestId)
  const headers = {
    ...problemHeaders(problem, requestId),
    connection: 'close',
    'content-length': String(Buffer.byteLength(body)),
  }
  writeAnswer(socket, `${problem.status} Refused`, headers, body)
  socket.end()
}

const joinSockets = (
  parts: BffParts,
  holder: string,
  client: Duplex,
  { socket, rest }: SocketAnswer,
): void => {
  const end = (): void => {
    client.destroy()
    socket.destroy()
  }
  const forget = parts.streams.add(holder, end)
  client.once('close', () => {
    forget()
    end()
  })
  socket.once('close', end)
  if (rest.length > 0) client.write(rest)
  socket.pipe(client).pipe(socket)
}

const open = async (
  parts: BffParts,
  admitted: Admitted,
  request: IncomingMessage,
  client: Duplex,
): Promise<void> => {
  const header = (name: string): string | null => {
    const value = request.headers[name]
    return typeof value === 'string' ? value : null
  }
  const answer = await callUpstream({
    settings: parts.settings,
    admitted,
    body: null,
    hopHeaders: { connection: 'Upgrade', upgrade: 'websocket', ...pick(handshake, header) },
    timeout: parts.settings.timings.upstream,
    adopt: (socket) => {
      client.once('close', () => socket.destroy())
      if (client.destroyed) socket.destroy()
    },
  })
  if (answer.head.status !== 101) {
    answer.socket.destroy()
    throw new ProblemError(
      problems.upstreamFailed('The service did not open the connection. Try again in a moment.'),
    )
  }
  const agreed = pick(accepted, answer.head.header)
  writeAnswer(client, '101 Switching Protocols', { connection: 'Upgrade', upgrade: 'websocket', ...agreed })
  joinSockets(parts, admitted.holder, client, answer)
}

/** Carries a WebSocket to the hub: the same gate as any call, then bytes both ways. Never rejects. */
export const upgradeToHub = async (
  parts: BffParts,
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
): Promise<void> => {
  let requestId = randomId()
  // A browser that leaves during the handshake is no fault of anybody.
  client.on('error', () => undefined)
  if (head.length > 0) client.unshift(head)
  try {
    const strange = checkRawRequest(request)
    if (strange) throw new ProblemError(strange)
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
      throw new ProblemError(problems.badRequest('Only WebSockets are opened here.'))
    }
    const admission = await parts.gate.admit(inboundOf(request, 'upgrade'))
    requestId = admission.requestId
    if (admission.type === 'refused') throw new ProblemError(admission.problem)
    await open(parts, admission, request, client)
    parts.log.info({ request_id: requestId, route: admission.route.pattern, status: 101 }, 'socket opened')
  } catch (error) {
    const problem =
      error instanceof ProblemError ? error.problem : problems.internal('Try again in a moment.')
    parts.log.info({ request_id: requestId, code: problem.code, ...errorFields(error) }, 'socket refused')
    if (!client.destroyed) refuse(client, problem, requestId)
  }
}
