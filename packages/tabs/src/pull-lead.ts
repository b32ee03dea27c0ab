import type { Timer } from '@threadwork/core'
import type { Circle } from './circle.ts'
import { takeLock } from './held-lock.ts'
import type { StreamSlots } from './stream-slots.ts'
import type { Hold, LockManner, TabPorts } from './tab-ports.ts'

export interface PullLeadParts {
  readonly ports: TabPorts
  readonly name: string
  readonly slots: StreamSlots
  readonly circle: Circle
  /** Another tab took the lead. */
  readonly onLost: () => void
  /** Another stream took this one's slot. */
  readonly onSlotLost: () => void
}

/** The lead of one conversation: its lock, and a slot for its stream. */
export interface PullLead {
  /** Takes the lead if nobody who answers has it, and opens the stream then; whether it is open. */
  readonly resume: (open: () => Promise<boolean>) => Promise<boolean>
  /** Takes lock and slot from whoever has them: a stream is open here, because a message was sent here. */
  readonly claim: () => void
  /** The stream has ended, and everybody was told. */
  readonly rest: () => void
  /** Lets the lead go, and says so. */
  readonly giveUp: () => void
  /** A leading tab said something. */
  readonly hearAnswer: () => void
  /** The leader was silent for too long: the next try does not ask it again. */
  readonly takeByForce: () => void
}

/** Milliseconds in which a leader has to answer a tab that asks for the first time. */
const patience = 300

export const createPullLead = (parts: PullLeadParts): PullLead => {
  const { circle, name, slots } = parts
  const { clock, locks } = parts.ports
  let lock: Hold | null = null
  let slot: Hold | null = null
  let isForced = false
  /** Grows when something happens that a try under way has not reckoned with. */
  let turn = 0
  let endPatience: (() => void) | null = null

  const release = (): void => {
    turn += 1
    lock?.release()
    slot?.release()
    lock = null
    slot = null
    endPatience?.()
  }
  const lose = (): void => {
    circle.quit()
    release()
    parts.onLost()
  }
  const giveUp = (): void => {
    if (circle.isLeading()) circle.sayBye()
    release()
  }

  const isAnswered = (): Promise<boolean> =>
    new Promise((resolve) => {
      const end = (answer: boolean): void => {
        timer.cancel()
        endPatience = null
        resolve(answer)
      }
      const timer: Timer = clock.after(patience, () => end(false))
      endPatience = () => end(true)
      circle.ask()
    })

  // A thief may come between the grant and this tab's own claim; what is lost then was never used.
  const take = async (manner: Exclude<LockManner, 'wait'>): Promise<boolean> => {
    const mine = turn
    let isMine = false
    const hold = await takeLock(locks, name, manner, () => isMine && lock === hold && lose())
    if (mine !== turn) hold?.release()
    if (hold === null || mine !== turn) return false
    lock = hold
    isMine = true
    return true
  }

  const takeLead = async (): Promise<boolean> => {
    if (isForced) return take('steal')
    const mine = turn
    if (await take('if-free')) return true
    if (mine !== turn || (await isAnswered()) || mine !== turn) return false
    return take('steal')
  }

  const resume = async (open: () => Promise<boolean>): Promise<boolean> => {
    if (!(await takeLead())) return false
    isForced = false
    const mine = turn
    circle.lead()
    const free = await slots.take(parts.onSlotLost)
    if (mine !== turn) {
      free?.release()
      return false
    }
    slot = free
    const isOpen = free !== null && (await open())
    if (!isOpen && mine === turn) giveUp()
    return isOpen && mine === turn
  }

  return {
    resume,
    claim: () => {
      if (!circle.isLeading()) circle.lead()
      if (lock === null) {
        turn += 1
        const hold = locks.request(name, 'steal', {
          onHeld: () => undefined,
          onLost: () => lock === hold && lose(),
        })
        lock = hold
      }
      slot ??= slots.seize(parts.onSlotLost)
    },
    rest: () => {
      circle.quit()
      release()
    },
    giveUp,
    hearAnswer: () => {
      isForced = false
      endPatience?.()
    },
    takeByForce: () => {
      isForced = true
    },
  }
}
