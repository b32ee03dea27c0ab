import type { Clock } from '@threadwork/core'
import { takeLock } from './held-lock.ts'
import type { Hold, Locks } from './tab-ports.ts'

export interface StreamSlotsParts {
  readonly locks: Locks
  readonly clock: Clock
  /** How many streams the tabs of this browser may have open at once. */
  readonly count: number
}

/** Room for a few streams in the whole browser: over HTTP/1.1 it has six connections to a server, and needs some for asking. */
export interface StreamSlots {
  /** A free slot, or `null`. `onLost` is called when somebody who sends takes it. */
  take(onLost: () => void): Promise<Hold | null>
  /** A slot in any case, taken from another stream where none is free: for the stream of a message that was just sent. */
  seize(onLost: () => void): Hold
}

/** Slots are numbered locks. */
export const createStreamSlots = ({ locks, clock, count }: StreamSlotsParts): StreamSlots => {
  const nameOf = (number: number): string => `threadwork:stream:${(number % count) + 1}`
  const chance = (): number => Math.floor(clock.random() * count)

  const take = async (onLost: () => void): Promise<Hold | null> => {
    const first = chance()
    for (let tried = 0; tried < count; tried += 1) {
      const hold = await takeLock(locks, nameOf(first + tried), 'if-free', onLost)
      if (hold !== null) return hold
    }
    return null
  }

  const seize = (onLost: () => void): Hold => {
    let isReleased = false
    let held: Hold | null = null
    const keep = (hold: Hold | null): void => {
      held = hold
      if (isReleased) hold?.release()
    }
    void take(onLost).then((hold) => {
      if (hold !== null || isReleased) keep(hold)
      else keep(locks.request(nameOf(chance()), 'steal', { onHeld: () => undefined, onLost }))
    })
    return {
      release: () => {
        isReleased = true
        held?.release()
      },
    }
  }
  return { take, seize }
}
