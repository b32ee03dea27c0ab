import type { AuthLink } from '@threadwork/core'
import { useRef, useState } from 'react'

/** `same`: the link that is here is still the newest. */
export type RenewalStatus = 'ready' | 'busy' | 'same' | 'failed'

/** Fetches fresh links, one at a time. */
export interface Renewal {
  readonly status: RenewalStatus
  /** The link that came, or `null` when none did. Whoever asks meanwhile shares the answer. It never rejects. */
  readonly start: () => Promise<AuthLink | null>
}

const statusAfter = (before: AuthLink | null, fresh: AuthLink | null): RenewalStatus => {
  if (fresh === null) return 'failed'
  return fresh.url === before?.url && fresh.expiresAt === before.expiresAt ? 'same' : 'ready'
}

/** Renews `link` by `fetchLink`. */
export const useRenewal = (link: AuthLink | null, fetchLink: () => Promise<AuthLink | null>): Renewal => {
  const [known, setKnown] = useState<{ readonly url: string | undefined; readonly status: RenewalStatus }>({
    url: link?.url,
    status: 'ready',
  })
  const running = useRef<Promise<AuthLink | null> | null>(null)
  // What was said of one link says nothing of the next.
  const isAboutThis = known.url === link?.url || known.status === 'busy'

  const fetchOnce = async (): Promise<AuthLink | null> => {
    setKnown({ url: link?.url, status: 'busy' })
    const fresh = await fetchLink().catch(() => null)
    running.current = null
    setKnown({ url: fresh?.url ?? link?.url, status: statusAfter(link, fresh) })
    return fresh
  }
  return {
    status: isAboutThis ? known.status : 'ready',
    start: () => (running.current ??= fetchOnce()),
  }
}
