import type { Clock, Transport, TransportCapabilities } from '@threadwork/core'
import { openConnection } from './headless-connection.ts'
import { createProfile, type Profile } from './profile.ts'
import type { Fetch, HeaderSource } from './request.ts'
import { systemClock } from './system-clock.ts'
import { IDLE_MS, MAX_EVENT_BYTES, MAX_FILE_BYTES } from './wire-limits.ts'

export interface HeadlessOptions {
  /** Where the API begins, such as `/api/chat`: absolute, or relative to the page. */
  readonly url: string
  /** What is known of the server's forms beforehand; the rest is discovered from its answers. */
  readonly profile?: Partial<Profile>
  /** Takes the place of the global `fetch`. */
  readonly fetch?: Fetch
  readonly headers?: HeaderSource
  /** Renews an ended sign-in; `true` when the read that met it is to be sent once more. */
  readonly refresh?: () => Promise<boolean>
  readonly clock?: Clock
  /** Milliseconds without a byte after which a stream is given up; 75,000 when left out. */
  readonly idleMs?: number
  /** The largest event, in bytes of its data; 1 MiB when left out. */
  readonly maxEventBytes?: number
  /** Milliseconds until an answer must be there, of a stream its headers; 30,000 when left out. */
  readonly timeoutMs?: number
  /** How many events a page of Get events is to hold at first; 100 when left out. */
  readonly eventPageSize?: number
}

/** The transport, with what it has learnt about its server. */
export interface HeadlessTransport extends Transport {
  getProfile(): Profile
}

const TIMEOUT_MS = 30_000

const CAPABILITIES: TransportCapabilities = {
  name: 'headless',
  delivery: 'pull',
  // The Headless API keeps no keys; the workflow calls of this wire do.
  idempotent: ['submit-form', 'retry-step', 'cancel-workflow'],
  commands: ['send-message', 'decide', 'submit-form', 'retry-step', 'cancel-workflow', 'skip-connection'],
  // The API cannot cancel a run.
  stop: 'stop-listening',
  // While a turn runs or waits, a message is answered with 409.
  whileBusy: 'queue',
  attachments: { maxFiles: 1, maxBytes: MAX_FILE_BYTES, accept: [], isTextRequired: true },
}

/**
 * A transport over the Headless API: a stream of server-sent events for each message, REST for the rest.
 * It keeps no conversation; a write is never sent twice.
 */
export const headless = (options: HeadlessOptions): HeadlessTransport => {
  const profile = createProfile(options.profile)
  const clock = options.clock ?? systemClock
  const { eventPageSize } = options
  const connection = {
    request: {
      url: options.url,
      // Looked up at each call: what replaces the global one later (a service mock) is to be heard.
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      headers: options.headers ?? {},
      refresh: options.refresh ?? null,
      clock,
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      profile,
    },
    profile,
    clock,
    idleMs: options.idleMs ?? IDLE_MS,
    maxEventBytes: options.maxEventBytes ?? MAX_EVENT_BYTES,
    hasOwnFetch: options.fetch !== undefined,
    paging: eventPageSize === undefined ? {} : { pageSize: eventPageSize },
  }
  return {
    capabilities: CAPABILITIES,
    getProfile: profile.get,
    open: (conversationId, sink) => openConnection(conversationId, sink, connection),
  }
}
