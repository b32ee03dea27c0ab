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

// A note by which the time would be over is not believed: the backend still waits, so a clock was set meanwhile.
const firstSeen = (notes: TimeNotes | undefined, span: number | null, now: number): number => {
  const noted = Number.parseInt(notes?.read() ?? '', 10)
  return noted <= now && now - noted < (span ?? 0) ? noted : now
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
  const [seenAt] = useState(() => firstSeen(notes, span, now))
  const drawnAt = memory.firstDrawn(seenAt)

  useEffect(() => {
    if (span !== null) notes?.write(String(drawnAt))
    else if (notes?.read()) notes.write(null)
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
