import type { IncomingMessage } from 'node:http'
import type { Inbound } from './inbound.ts'
import { type Problem, problems } from './problem.ts'

// Node joins or drops a repeated header without a word, so two readers of one request may see two different ones.
const single = new Set([
  'accept',
  'authorization',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'last-event-id',
  'origin',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'transfer-encoding',
  'upgrade',
  'x-threadwork',
])

const repeated = (request: IncomingMessage): string | null => {
  const seen = new Set<string>()
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = (request.rawHeaders[index] ?? '').toLowerCase()
    if (single.has(name) && seen.has(name)) return name
    seen.add(name)
  }
  return null
}

/** Refuses what Node's parser lets through and a server must not guess about. */
export const checkRawRequest = (request: IncomingMessage): Problem | null => {
  const target = request.url ?? ''
  if (!target.startsWith('/')) return problems.badRequest('Name a path; this server is no proxy.')
  if (target.startsWith('//') || /[\\#]/.test(target)) {
    return problems.badRequest('Name a path of this server, beginning with one slash.')
  }
  const name = repeated(request)
  return name === null ? null : problems.badRequest(`Send the header ${name} once.`)
}

/** A request of node:http as the gate reads it. */
export const inboundOf = (request: IncomingMessage, kind: Inbound['kind']): Inbound => ({
  kind,
  method: request.method ?? 'GET',
  target: request.url ?? '/',
  peer: request.socket.remoteAddress ?? 'unknown',
  header: (name) => {
    const value = request.headers[name]
    return typeof value === 'string' ? value : null
  },
})
