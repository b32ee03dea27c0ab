import type { AuthLink } from '@threadwork/core'
import { useEffect, useState } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'

const tick = 1000

/**
 * Milliseconds that a link is good for at most; 0 when it has certainly expired, `null` where nobody knows.
 * The lifetime is the span between two times of the server, counted from when this page first saw the link:
 * a client clock that is wrong by hours does no harm.
 */
export const useLinkLife = (link: AuthLink | null, issuedAt: number | null): number | null => {
  const clock = useClock()
  const [seen, setSeen] = useState({ url: link?.url, elapsed: 0 })
  const url = link?.url
  const lifetime =
    link === null || link.expiresAt === null || issuedAt === null ? null : link.expiresAt - issuedAt

  useEffect(() => {
    if (lifetime === null) return
    const start = clock.now()
    const look = () => {
      const elapsed = clock.now() - start
      setSeen({ url, elapsed })
      if (elapsed < lifetime) timer = clock.after(tick, look)
    }
    let timer = clock.after(tick, look)
    return () => timer.cancel()
  }, [clock, url, lifetime])

  if (lifetime === null) return null
  return Math.max(0, lifetime - (seen.url === url ? seen.elapsed : 0))
}
