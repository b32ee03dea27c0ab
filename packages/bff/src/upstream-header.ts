import type { Inbound } from './inbound.ts'
import type { Route } from './route.ts'

const visible = /^[\x21-\x7e](?:[\x20-\x7e]{0,1022}[\x21-\x7e])?$/

const checked = (value: string | null): string | null =>
  value !== null && visible.test(value) ? value : null

const add = (headers: Record<string, string>, name: string, value: string | null): void => {
  if (value !== null) headers[name] = value
}

/**
 * The headers that go upstream, built from nothing. Never the browser's with some taken away: `X_IDP_User_Id` and
 * `Connection: X-IDP-User-Id` show that a list of forbidden names is always too short.
 */
export const upstreamHeaders = (
  inbound: Inbound,
  route: Route,
  given: { readonly requestId: string; readonly authorization: Readonly<Record<string, string>> },
): Record<string, string> => {
  const headers: Record<string, string> = {}
  add(headers, 'accept', checked(inbound.header('accept')) ?? '*/*')
  if (route.kind === 'stream') add(headers, 'last-event-id', checked(inbound.header('last-event-id')))
  if (route.bodyTypes.length > 0) add(headers, 'content-type', checked(inbound.header('content-type')))
  for (const name of route.headers) add(headers, name, checked(inbound.header(name)))
  headers['accept-encoding'] = 'identity'
  headers['user-agent'] = 'threadwork-bff'
  headers['x-request-id'] = given.requestId
  return { ...headers, ...given.authorization }
}

const returned = [
  'content-type',
  'content-length',
  'content-disposition',
  'retry-after',
  'x-request-id',
  'etag',
  'last-modified',
] as const

/** What the browser gets of an upstream's headers: never a cookie, a redirect, or a policy of another server. */
export const browserHeaders = (
  header: (name: string) => string | null,
  requestId: string,
): Record<string, string> => {
  const headers: Record<string, string> = { 'x-request-id': requestId }
  for (const name of returned) add(headers, name, checked(header(name)))
  headers['cache-control'] = 'no-store, no-transform'
  // nginx and its kin hold a stream back unless they are told not to.
  if (headers['content-type']?.startsWith('text/event-stream')) headers['x-accel-buffering'] = 'no'
  return headers
}
