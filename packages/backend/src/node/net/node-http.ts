import { type Readable, pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Agent, type Dispatcher, request as send } from 'undici'
import { createAllowList } from '../../net/allow-list.ts'
import { readAnswerText } from '../../net/answer-text.ts'
import { type Exchange, createGuardedHttp } from '../../net/guarded-http.ts'
import { type HttpAnswer, type HttpPort, type HttpRequest, httpFailure } from '../../net/http-port.ts'
import { AddressRefused, type ConnectorOptions, createGuardedConnector } from './guarded-connector.ts'

export interface NodeHttpOptions extends Omit<ConnectorOptions, 'isAllowed'> {
  /** Hosts that may be reached although they are not public: `localhost:8080`. */
  readonly allowHosts?: readonly string[]
}

/** Sends requests from Node to public addresses alone, and to what the operator allows. */
export interface NodeHttp extends HttpPort {
  /** Lets go of every connection. */
  close(): Promise<void>
}

export function createNodeHttp({ allowHosts = [], ...options }: NodeHttpOptions = {}): NodeHttp {
  const isAllowed = createAllowList(allowHosts)
  const agent = new Agent({
    connect: createGuardedConnector({ ...options, isAllowed }),
    // A connection that nobody uses is let go before the other side does it.
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 30_000,
    // The whole exchange has one limit, and it is the signal’s.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  return { ...createGuardedHttp(exchangeOn(agent), isAllowed), close: () => agent.destroy() }
}

const exchangeOn =
  (dispatcher: Dispatcher): Exchange =>
  async (request, url, signal) => {
    try {
      const { method, body } = request
      const headers = [...request.headers.flatMap(({ name, value }) => [name, value]), ...packing]
      const response = await send(url, { dispatcher, method, headers, body, signal })
      return await readAnswer(response, request, url)
    } catch (error) {
      return asFailure(error, url)
    }
  }

/** The packings that `unpack` knows. */
const packing: readonly string[] = ['accept-encoding', 'gzip, deflate, br']

async function readAnswer(
  response: Dispatcher.ResponseData,
  { maxBytes }: HttpRequest,
  url: URL,
): Promise<HttpAnswer> {
  const headers = flatHeaders(response.headers)
  // Counted when unpacked: a small answer can hold a very large one.
  const body = unpack(response.body, headers['content-encoding'] ?? '')
  const text = await readAnswerText(body, maxBytes, headers['content-type'] ?? null)
  if (text !== null) return { type: 'answered', status: response.statusCode, headers, text }
  response.body.destroy()
  return httpFailure('too-large', `${url.host} answered with more than ${maxBytes} bytes.`)
}

function unpack(body: Readable, encoding: string): Readable {
  const unpacker = /^(?:x-)?gzip$/i.test(encoding)
    ? createGunzip()
    : /^deflate$/i.test(encoding)
      ? createInflate()
      : /^br$/i.test(encoding)
        ? createBrotliDecompress()
        : null
  // What goes wrong on the way is thrown where the result is read.
  return unpacker ? pipeline(body, unpacker, () => undefined) : body
}

const flatHeaders = (
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value = '']) => [
      name.toLowerCase(),
      typeof value === 'string' ? value : value.join(', '),
    ]),
  )

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host is known',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'it refuses connections',
  ECONNRESET: 'it broke the connection off',
  UND_ERR_SOCKET: 'it broke the connection off',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
}

function asFailure(error: unknown, { host }: URL): HttpAnswer {
  if (error instanceof AddressRefused) return httpFailure('refused', error.message)
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return httpFailure(
    'network',
    `${host} could not be reached: ${reasons[code] ?? `its connection failed (${code})`}.`,
  )
}
