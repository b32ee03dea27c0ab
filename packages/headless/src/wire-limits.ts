/** The largest event that a reader takes, in bytes of its data. */
export const MAX_EVENT_BYTES = 1_048_576
/** The largest file of an upload, in bytes. */
export const MAX_FILE_BYTES = 20_000_000
/** How often a server sends `system.ping` while nothing else happens, in milliseconds. */
export const PING_INTERVAL_MS = 30_000
/** After this many milliseconds without a byte a reader gives a stream up: two pings and a half. */
export const IDLE_MS = 75_000
/** How long a server keeps events, in milliseconds. */
export const EVENT_RETENTION_MS = 86_400_000
/** How long an authentication link usually lives, in milliseconds. */
export const LINK_LIFETIME_MS = 300_000
/** The page size that a reader asks for. */
export const PAGE_SIZE = 100
/** The largest page size that a reader asks for, and that a server must allow. */
export const MAX_PAGE_SIZE = 1_000
/** What a 401 says when the person is known but may not use this agent: signing in again does not help. */
export const NO_ACCESS_CODE = 'user_nonactive_or_missing'
/** What a 409 says when a decision is about another call than the server recorded under that name. */
export const SHOWN_DIFFERS_CODE = 'shown_differs'
/** What a 410 says when a decision comes after the end of its call's time. */
export const EXPIRED_CODE = 'approval_expired'
/** On a decision: the digest of the call as the person saw it (`digestOfCall`). A server may leave it unread. */
export const SHOWN_HEADER = 'X-Threadwork-Shown'
/** On a decision: the client's own name for it. A server that keeps it answers a repetition as it did the first. */
export const KEY_HEADER = 'Idempotency-Key'
/** Every request of the adapter carries this header with the value `1`; a form of another site cannot. */
export const CUSTOM_HEADER = 'X-Threadwork'
