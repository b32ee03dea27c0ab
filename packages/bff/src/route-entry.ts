/** How a route's traffic is carried. `stream`: an answer without end, spliced; `upload`: a long body, piped. */
export type RouteKind = 'plain' | 'stream' | 'upload' | 'hub'

/** Which half of the upstream serves it: under the Headless API's prefix, or at the origin. */
export type RouteBase = 'headless' | 'origin'

export interface Route {
  readonly method: string
  /** The path pattern as written in the table; safe to log. */
  readonly pattern: string
  readonly kind: RouteKind
  readonly base: RouteBase
  /** Query names that go on; all others are dropped. */
  readonly query: readonly string[]
  /** Largest request body, in bytes. */
  readonly maxBody: number
  /** Content types that a body may have; empty where no body is taken. */
  readonly bodyTypes: readonly string[]
  /** Header names, lower case, that go on besides those of every route. */
  readonly headers: readonly string[]
}

/** Bytes. */
export const kilobyte = 1024

// A DELETE says what it has to say in its query: without a length Node would send its body bare, and an upstream
// that keeps the connection would read it as the next request.
const takesBody = (method: string): boolean => method === 'POST' || method === 'PATCH'

type Details = Partial<Pick<Route, 'kind' | 'query' | 'maxBody' | 'bodyTypes' | 'headers'>>

/** Writes one line of the table. JSON bodies of at most 64 KB, no query and no header, but for what is said. */
export type Entry = (method: string, pattern: string, details?: Details) => Route

const entryAt =
  (base: RouteBase): Entry =>
  (method, pattern, details = {}) => ({
    method,
    pattern,
    base,
    kind: 'plain',
    query: [],
    maxBody: takesBody(method) ? 64 * kilobyte : 0,
    bodyTypes: takesBody(method) ? ['application/json'] : [],
    headers: [],
    ...details,
  })

/** Below the Headless API's prefix at the upstream. */
export const headless: Entry = entryAt('headless')
/** At the upstream's origin. */
export const origin: Entry = entryAt('origin')
