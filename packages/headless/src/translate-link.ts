import type { AttemptId, AuthLink, Fact } from '@threadwork/core'
import type { WireAuthLink } from './wire-event.ts'
import type { WireLink } from './wire-rest.ts'

/** A decoded time in milliseconds since 1970. */
export const timeOf = (time: string | null | undefined): number | null => (time ? Date.parse(time) : null)

/** A decoded link in our words. */
export const authLinkOf = (link: WireAuthLink | null | undefined): AuthLink | null =>
  link
    ? { url: link.url, expiresAt: timeOf(link.expires_at), connectorName: link.connector_name ?? null }
    : null

/** What a read of an attempt's link says. */
export const translateLink = (attemptId: AttemptId, link: WireLink): Fact => ({
  type: 'connection',
  connection: {
    attemptId,
    status: link.status === 'auth_required' ? 'auth-required' : link.status,
    link: authLinkOf(link.auth_link),
  },
})
