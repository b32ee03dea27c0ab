import type { AttemptId, AuthLink, Fact } from '@threadwork/core'
import type { WireAuthLink } from './wire-event.ts'
import type { WireLink } from './wire-rest.ts'

/** A decoded time in milliseconds since 1970. */
export const timeOf = (time: string | null | undefined): number | null => (time ? Date.parse(time) : null)

/** A decoded link in our words. `toldAt`: when the server told of it, in its own milliseconds. */
export const authLinkOf = (
  link: WireAuthLink | null | undefined,
  toldAt: number | null = null,
): AuthLink | null => {
  if (!link) return null
  const expiresAt = timeOf(link.expires_at)
  const told = {
    url: link.url,
    expiresAt,
    connectorName: link.connector_name ?? null,
  }
  // A link that looks expired as it is handed out shows two clocks that differ, and no time to count from.
  const isCredible = toldAt !== null && (expiresAt === null || toldAt < expiresAt)
  return isCredible ? { ...told, toldAt } : told
}

/** What a read of an attempt's link says. */
export const translateLink = (attemptId: AttemptId, link: WireLink, toldAt: number | null): Fact => ({
  type: 'connection',
  connection: {
    attemptId,
    status: link.status === 'auth_required' ? 'auth-required' : link.status,
    link: authLinkOf(link.auth_link, toldAt),
  },
})
