import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { type Problem, ProblemError, problems } from './problem.ts'
import { readResponseHead, type ResponseHead } from './response-head.ts'
import type { Upstream } from './settings.ts'

/** An answer whose head was read; the body comes from the paused socket, beginning with `rest`. */
export interface SocketAnswer {
  readonly socket: Socket
  readonly head: ResponseHead
  readonly rest: Buffer
}

/** Dials the fixed upstream. No pool: a stream keeps its connection to itself. */
export const dialUpstream = ({ isSecure, hostname, port }: Upstream): Socket => {
  const socket = isSecure
    ? connectTls({ host: hostname, port, servername: hostname, ALPNProtocols: ['http/1.1'] })
    : connectTcp({ host: hostname, port })
  socket.setNoDelay(true)
  // An idle stream may be silent for minutes; only a dead peer ends it.
  socket.setKeepAlive(true, 30_000)
  return socket
}

/** The text of a request head. Throws for a value that would break a line: a token comes from another server. */
export const requestHead = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): string => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const text = [`${method} ${path} HTTP/1.1`, ...lines].join('\n')
  if (/[\0\r]/.test(text) || text.split('\n').length !== lines.length + 1) {
    throw new ProblemError(problems.internal('Sign in again. If it goes on, tell whoever runs this service.'))
  }
  return `${text.replaceAll('\n', '\r\n')}\r\n\r\n`
}

interface HeadWait {
  readonly socket: Socket
  /** Milliseconds; `null` waits for ever. */
  readonly timeout: number | null
  /** What to answer when the connection was made and the answer never came. */
  readonly lost: Problem
}

/** Waits for the head. Throws a `ProblemError` for an upstream that is away, silent, or does not speak HTTP. */
export const readHead = ({ socket, timeout, lost }: HeadWait): Promise<SocketAnswer> =>
  new Promise((resolve, reject) => {
    let bytes: Buffer = Buffer.alloc(0)
    const settle = (): void => {
      clearTimeout(timer)
      socket.pause()
      socket.off('data', handleData).off('error', handleError).off('close', handleClose)
      // An error that comes while nobody listens would end the process.
      socket.on('error', () => undefined)
    }
    const fail = (problem: Problem, cause?: unknown): void => {
      settle()
      socket.destroy()
      reject(new ProblemError(problem, { cause }))
    }
    const handleData = (chunk: Buffer): void => {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
      const reading = readResponseHead(bytes)
      if (reading.type === 'incomplete') return
      if (reading.type === 'invalid') {
        fail(lost)
        return
      }
      settle()
      resolve({ socket, head: reading.head, rest: bytes.subarray(reading.head.size) })
    }
    const handleError = (cause: unknown): void => {
      const isDialed = socket.bytesWritten > 0 && !socket.connecting
      fail(isDialed ? lost : problems.unreachable('Nothing was sent. Wait a moment and try again.'), cause)
    }
    const handleClose = (): void => {
      fail(lost)
    }
    const handleTimeout = (): void => {
      fail(problems.upstreamTimeout('The service may have received this. Look before you send it again.'))
    }
    const timer = timeout === null ? undefined : setTimeout(handleTimeout, timeout)
    socket.on('data', handleData).on('error', handleError).on('close', handleClose)
  })

/** Reads what is left of a short answer, up to `limit` bytes, and lets the connection go. */
export const readRest = ({ socket, rest }: SocketAnswer, limit: number): Promise<Buffer> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [rest]
    let size = rest.length
    const finish = (): void => {
      socket.destroy()
      resolve(Buffer.concat(chunks).subarray(0, limit))
    }
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size >= limit) finish()
    })
    socket.once('end', finish).once('close', finish)
    socket.setTimeout(5_000, finish)
    socket.resume()
  })
