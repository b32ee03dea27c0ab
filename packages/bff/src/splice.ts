import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Admitted } from './gate.ts'
import type { BffParts } from './parts.ts'
import { ProblemError, problems } from './problem.ts'
import { callUpstream } from './socket-call.ts'
import { browserHeaders } from './upstream-header.ts'
import type { SocketAnswer } from './upstream-socket.ts'

/** Reads a request's body whole, up to a limit. */
const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer | null> => {
  if (limit === 0) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    // A request without an encoding yields buffers.
    const bytes = chunk as Buffer
    size += bytes.length
    if (size > limit)
      throw new ProblemError(problems.tooLarge(`Send at most ${limit} bytes to this address.`))
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

const writeHead = (response: ServerResponse, answer: SocketAnswer, headers: Record<string, string>): void => {
  const { head } = answer
  if (head.framing === 'chunked') headers['transfer-encoding'] = 'chunked'
  if (head.framing !== 'length') delete headers['content-length']
  // Without it Node would announce chunks for a body that ends with the connection.
  if (head.framing === 'close') response.removeHeader('transfer-encoding')
  headers['connection'] = 'close'
  response.writeHead(head.status, headers)
  response.flushHeaders()
}

/**
 * From here on the body's bytes, its framing included, go from socket to socket: nothing is decoded, added or held
 * back, and a slow reader slows the upstream. Returns what ends it early: the browser then sees a broken stream.
 */
const join = ({ socket, rest, head }: SocketAnswer, client: Socket): (() => void) => {
  // A body that ends with its connection is only seen to be broken by a reset.
  const breakOff = (): void => {
    if (head.framing === 'close') client.resetAndDestroy()
    else client.destroy()
  }
  if (rest.length > 0) client.write(rest)
  let isOver = false
  socket.once('end', () => {
    isOver = true
  })
  // A stream that broke off must look broken to the browser, never finished.
  socket.once('close', () => {
    if (!isOver) breakOff()
  })
  socket.pipe(client)
  return () => {
    isOver = true
    socket.unpipe(client)
    socket.destroy()
    if (head.framing === 'close') breakOff()
    else client.end()
  }
}

/** Carries a call whose answer may go on for hours. Throws a `ProblemError` as long as nothing was answered. */
export const splice = async (
  parts: BffParts,
  admitted: Admitted,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  let upstream: Socket | null = null
  const cut = (): void => {
    upstream?.destroy()
  }
  response.once('close', cut)

  const body = await readBody(request, admitted.route.maxBody)
  const answer = await callUpstream({
    settings: parts.settings,
    admitted,
    body,
    hopHeaders: { connection: 'close' },
    timeout: admitted.route.kind === 'hub' ? null : parts.settings.timings.upstream,
    adopt: (socket) => {
      upstream = socket
      if (response.closed) socket.destroy()
    },
  })
  const client = response.socket
  if (!client || client.destroyed) {
    cut()
    return
  }
  const headers = { ...parts.securityHeaders, ...browserHeaders(answer.head.header, admitted.requestId) }
  if (answer.head.status === 204 || answer.head.status === 304) {
    cut()
    response.writeHead(answer.head.status, headers).end()
    return
  }
  writeHead(response, answer, headers)
  // Counted only now: a call that is not yet answered is in flight, and a shutdown waits for it.
  const forget = parts.streams.add(admitted.holder, join(answer, client))
  response.once('close', forget)
}
