import type { AuthLink } from '@threadwork/core'
import { useLayoutEffect, useState } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'

const second = 1000
const minute = 60 * second

// The next moment at which the text of a countdown changes: minutes first, the last one in seconds.
const untilNextText = (life: number): number => {
  const unit = life > minute ? minute : second
  return life % unit || unit
}

export interface LinkLife {
  readonly link: AuthLink | null
  /** When the attempt was announced, in server milliseconds: a link that says no time of its own is that old. */
  readonly announcedAt: number | null
  /** When this page first saw the link, in client milliseconds. */
  readonly seenAt: number
}

/**
 * Milliseconds that a link is good for at most; 0 when it has certainly expired, `null` where nobody knows.
 * The lifetime is the span between two times of the server, counted from when this page first saw the link:
 * a client clock that is wrong by hours does no harm.
 */
export const useLinkLife = ({ link, announcedAt, seenAt }: LinkLife): number | null => {
  const clock = useClock()
  const [, setTick] = useState(0)
  const toldAt = link?.toldAt ?? announcedAt
  const expiresAt = link?.expiresAt ?? null
  const lifetime = expiresAt === null || toldAt === null ? null : expiresAt - toldAt
  const life = lifetime === null ? null : Math.max(0, lifetime - Math.max(0, clock.now() - seenAt))

  // Before the paint: time that passes between the text and its timer would be lost.
  useLayoutEffect(() => {
    if (!life) return undefined
    const timer = clock.after(untilNextText(life), () => setTick((tick) => tick + 1))
    return () => timer.cancel()
  })
  return life
}
