import type { ApprovalItem } from '@threadwork/core'
import { useEffect, useState } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import type { CardMemory } from './card-memory.ts'

const tick = 1000

/** Where it is kept over a reload when a card was first drawn. */
export interface TimeNotes {
  read(): string | null
  write(note: string | null): void
}

const notedTime = (notes: TimeNotes | undefined): number => {
  const time = Number.parseInt(notes?.read() ?? '', 10)
  return Number.isFinite(time) ? time : Infinity
}

/**
 * Milliseconds for which an approval can be answered at most; 0 when that is surely over, `null` where nobody knows.
 * It is the span between two times of the server, counted from when this browser first drew the card: a client clock
 * that is wrong by hours does no harm.
 */
export const useTimeLeft = (item: ApprovalItem, memory: CardMemory, notes?: TimeNotes): number | null => {
  const clock = useClock()
  const { at, expiresAt = null, status } = item
  const span = at === null || expiresAt === null || status !== 'awaiting' ? null : expiresAt - at
  const [now, setNow] = useState(() => clock.now())
  const [noted] = useState(() => notedTime(notes))
  const drawnAt = memory.firstDrawn(Math.min(noted, now))

  useEffect(() => {
    if (span === null) notes?.write(null)
    else notes?.write(String(drawnAt))
  }, [notes, span, drawnAt])

  useEffect(() => {
    if (span === null) return undefined
    const look = (): void => {
      setNow(clock.now())
      if (clock.now() - drawnAt < span) timer = clock.after(tick, look)
    }
    let timer = clock.after(tick, look)
    return () => timer.cancel()
  }, [clock, drawnAt, span])

  return span === null ? null : Math.max(0, span - Math.max(0, now - drawnAt))
}
