import type { Submission } from '@threadwork/core'
import { useRef, useState } from 'react'

export interface SendOnce {
  /** The details left this form and no failure came back. */
  readonly isSending: boolean
  /** Calls `action` unless one is already on its way. */
  readonly send: (action: () => void | Promise<void>) => void
}

/** What left, by the round and the submission that stood when it left: another of either is the answer to it. */
interface Departure {
  readonly from: Submission | null
  readonly round: number
}

const isUnderWay = (submission: Submission | null): boolean =>
  submission !== null && submission.status !== 'failed'

/**
 * Lets one submission out at a time. The lock is taken in the click itself, before any render, so a double
 * click is one submission; it opens again when the submission fails.
 */
export const useSendOnce = (submission: Submission | null, round: number): SendOnce => {
  const lock = useRef<Departure | null>(null)
  const [departure, setDeparture] = useState<Departure | null>(null)
  const isNow = (left: Departure | null): boolean =>
    left !== null && left.from === submission && left.round === round

  const send = (action: () => void | Promise<void>) => {
    if (isNow(lock.current) || isUnderWay(submission)) return
    const leaving = { from: submission, round }
    lock.current = leaving
    setDeparture(leaving)
    const release = () => {
      lock.current = null
      setDeparture(null)
    }
    const leave = async () => action()
    leave().catch(release)
  }
  return { isSending: isNow(departure) || isUnderWay(submission), send }
}
