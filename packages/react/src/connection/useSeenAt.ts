import type { AuthLink } from '@threadwork/core'
import { useState } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import type { ConnectionNote } from './connection-note.ts'

/**
 * When this page first saw a link as it was told, in client milliseconds; a note of it counts over a reload. A link
 * that is told anew is seen anew: its life is counted from there.
 */
export const useSeenAt = (link: AuthLink | null, noted: ConnectionNote | null): number => {
  const clock = useClock()
  const url = link?.url
  const toldAt = link?.toldAt ?? null
  const see = () => {
    const isNoted = noted !== null && noted.url === url && noted.toldAt === toldAt
    return { url, toldAt, seenAt: isNoted ? Math.min(noted.seenAt, clock.now()) : clock.now() }
  }
  const [kept, setKept] = useState(see)
  const seen = kept.url === url && kept.toldAt === toldAt ? kept : see()
  if (seen !== kept) setKept(seen)
  return seen.seenAt
}
