import { headless, kilobyte, origin, type Route } from './route-entry.ts'
import { workflowRoutes } from './workflow-route.ts'

export type { Route } from './route-entry.ts'

/** A request's place in the table: the path is built anew from checked segments, never copied. */
export interface RouteMatch {
  readonly route: Route
  /** Path and query for the upstream, below its base. */
  readonly path: string
}

const page = ['limit', 'cursor'] as const
const connection = ['id', 'negotiateVersion', 'useStatefulReconnect', '_'] as const
// What a decision was about, and its name: a server that does not know them leaves them unread.
const decision = ['x-threadwork-shown', 'idempotency-key'] as const

/** The chat: the Headless API, the conversation calls of the workflow API, and the hub. */
const chatRoutes: readonly Route[] = [
  headless('GET', '/api/chat/conversations', { query: [...page, 'state', 'order'] }),
  headless('POST', '/api/chat/conversations'),
  headless('GET', '/api/chat/conversations/events', {
    query: ['conversation_id', 'since_created_at', 'limit'],
  }),
  headless('GET', '/api/chat/conversations/:conversation'),
  headless('DELETE', '/api/chat/conversations/:conversation'),
  headless('POST', '/api/chat/conversations/:conversation/messages', {
    kind: 'stream',
    maxBody: 512 * kilobyte,
  }),
  headless('GET', '/api/chat/conversations/:conversation/messages', { query: [...page, 'order'] }),
  headless('GET', '/api/chat/conversations/:conversation/genie-runs/:run', { kind: 'stream' }),
  headless('POST', '/api/chat/conversations/:conversation/genie-runs/:run/feedback'),
  headless('POST', '/api/chat/conversations/:conversation/skill_approval/:call', { headers: decision }),
  headless('POST', '/api/chat/conversations/:conversation/business_approval/:call', { headers: decision }),
  headless('POST', '/api/chat/conversations/:conversation/upload', {
    kind: 'upload',
    // 20 MB of file (wire.md) and the multipart lines around it.
    maxBody: 20 * kilobyte * kilobyte + 64 * kilobyte,
    bodyTypes: ['multipart/form-data'],
  }),
  headless('POST', '/api/chat/runtime_connection/:attempt/link'),
  headless('POST', '/api/chat/runtime_connection/:attempt/reject'),
  origin('POST', '/api/chat/messages', { maxBody: 512 * kilobyte }),
  origin('POST', '/api/chat/resume-workflow', { maxBody: 512 * kilobyte }),
  origin('POST', '/api/chat/retry-step'),
  origin('POST', '/api/chat/cancel-workflow'),
  origin('GET', '/api/chat/history', { query: ['conversationId'] }),
  origin('GET', '/api/chat/conversations/:conversation/skill-output', { query: ['run_id', 'skill_name'] }),
  origin('GET', '/api/chat/scenarios'),
  origin('POST', '/hubs/chat/negotiate', {
    kind: 'hub',
    query: connection,
    bodyTypes: ['text/plain', 'application/json'],
  }),
  origin('GET', '/hubs/chat', { kind: 'hub', query: connection }),
  origin('POST', '/hubs/chat', {
    kind: 'hub',
    query: connection,
    maxBody: 1024 * kilobyte,
    bodyTypes: ['text/plain', 'application/octet-stream', 'application/json'],
  }),
  origin('DELETE', '/hubs/chat', { kind: 'hub', query: connection }),
]

/** All that can be reached through the BFF. Patterns are browser paths; `:x` is one checked segment. */
export const routes: readonly Route[] = [...chatRoutes, ...workflowRoutes]

const prefixOf = { headless: '/api/chat', origin: '' } as const
// Written percent-encoded, so words of any script may be searched for; no line break and no half of a character.
const valuePattern = /^[^\p{Cc}\p{Cs}]{0,1024}$/u
// Covers UUIDs, prefixed and dotted ids and base64url. No slash, backslash, control or non-ASCII character.
const segmentPattern = /^(?!\.{1,2}$)[\w.~:@=+,-]{1,256}$/

const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

const fill = (pattern: string, segments: readonly string[]): string | null => {
  const parts = pattern.split('/')
  if (parts.length !== segments.length) return null
  const built: string[] = []
  for (const [index, part] of parts.entries()) {
    const given = segments[index] ?? ''
    if (!part.startsWith(':')) {
      if (part !== given) return null
      built.push(part)
      continue
    }
    const value = decoded(given)
    if (value === null || !segmentPattern.test(value)) return null
    built.push(encodeURIComponent(value))
  }
  return built.join('/')
}

const queryOf = (route: Route, query: string): string | null => {
  const given = new URLSearchParams(query)
  const kept = new URLSearchParams()
  for (const name of route.query) {
    const values = given.getAll(name)
    if (values.length > 1 || !valuePattern.test(values[0] ?? '')) return null
    if (values[0] !== undefined) kept.set(name, values[0])
  }
  return kept.size === 0 ? '' : `?${kept.toString()}`
}

/** True for addresses that the table, and nothing else, answers. */
export const isForwarded = (target: string): boolean => /^\/(?:api|hubs)(?:[/?]|$)/.test(target)

/**
 * Looks a request up. The answer holds a path written from the table and checked segments; the request's own path
 * is never joined to an upstream (`//evil.test` would become a host).
 */
export const findRoute = (
  method: string,
  target: string,
): RouteMatch | 'not-found' | 'method-not-allowed' => {
  const cut = target.indexOf('?')
  const segments = (cut < 0 ? target : target.slice(0, cut)).split('/')
  let isKnown = false
  for (const route of routes) {
    const filled = fill(route.pattern, segments)
    if (filled === null) continue
    isKnown = true
    if (route.method !== method) continue
    const query = queryOf(route, cut < 0 ? '' : target.slice(cut + 1))
    if (query === null) return 'not-found'
    return { route, path: `${filled.slice(prefixOf[route.base].length)}${query}` }
  }
  return isKnown ? 'method-not-allowed' : 'not-found'
}
