import type { Submission } from '@threadwork/core'
import { useRef, useState } from 'react'

export interface SendOnce {
  /** The details left this form and no failure came back. */
  readonly isSending: boolean
  /** Calls `action` unless one is already on its way. */
  readonly send: (action: () => void | Promise<void>) => void
}

/** What left, by the submission that stood when it left: another submission is the answer to it. */
interface Departure {
  readonly from: Submission | null
}

const isUnderWay = (submission: Submission | null): boolean =>
  submission !== null && submission.status !== 'failed'

/**
 * Lets one submission out at a time. The lock is taken in the click itself, before any render, so a double
 * click is one submission; it opens again when the submission fails.
 */
export const useSendOnce = (submission: Submission | null): SendOnce => {
  const lock = useRef<Departure | null>(null)
  const [departure, setDeparture] = useState<Departure | null>(null)
  const hasLeft = departure !== null && departure.from === submission

  const send = (action: () => void | Promise<void>) => {
    const isLocked = lock.current !== null && lock.current.from === submission
    if (isLocked || isUnderWay(submission)) return
    const leaving = { from: submission }
    lock.current = leaving
    setDeparture(leaving)
    const release = () => {
      lock.current = null
      setDeparture(null)
    }
    const leave = async () => action()
    leave().catch(release)
  }
  return { isSending: hasLeft || isUnderWay(submission), send }
}
