import type { Failure, Link, Recovery } from '@threadwork/core'
import { useEffect, useState, type ReactElement } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import { englishThread } from '../strings/thread.ts'
import { useWords } from '../strings/useWords.ts'

const secondsUntil = (at: number, now: number): number => Math.max(0, Math.ceil((at - now) / 1000))

/** Whole seconds until a point of client time, counted down; `null` without one. */
const useCountdown = (at: number | null): number | null => {
  const clock = useClock()
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    if (at === null) return undefined
    let timer = clock.after(0, tick)
    function tick() {
      setNow(clock.now())
      timer = clock.after(1000, tick)
    }
    return () => timer.cancel()
  }, [at, clock])
  return at === null ? null : secondsUntil(at, now)
}

/** A gap shorter than this, in milliseconds, is mended before a person needs to hear of it. */
const shortGap = 500

/** Whether something has been so for longer than a short gap. */
const useLasting = (isSo: boolean): boolean => {
  const clock = useClock()
  const [hasLasted, setHasLasted] = useState(false)
  useEffect(() => {
    if (!isSo) return undefined
    const timer = clock.after(shortGap, () => setHasLasted(true))
    return () => {
      timer.cancel()
      setHasLasted(false)
    }
  }, [isSo, clock])
  return isSo && hasLasted
}

export interface ThreadBannerProps {
  readonly link: Link
  readonly recovery: Recovery | null
  /** The person stopped listening: nothing is lost, and nothing comes until they ask. */
  readonly isStopped: boolean
  readonly onRetry: (() => void) | undefined
}

/**
 * Says that nothing can be heard just now, since when it is tried again, and offers to try at once. It is no live region:
 * the announcer tells a loss once, and not while it flaps.
 */
export const ThreadBanner = ({
  link,
  recovery,
  isStopped,
  onRetry,
}: ThreadBannerProps): ReactElement | null => {
  const strings = useWords('thread', englishThread)
  const seconds = useCountdown(recovery?.nextTryAt ?? null)
  const hasLasted = useLasting(link === 'recovering')
  if (isStopped) return <StoppedBanner onListen={onRetry} />
  if (link === 'live' || (link === 'recovering' && !hasLasted)) return null
  return (
    <div className="twk-banner" data-link={link}>
      <p>{link === 'offline' ? strings.offline : strings.recovering}</p>
      {link === 'recovering' && (
        <p className="twk-banner__detail">
          {seconds ? strings.retryIn(seconds) : strings.recoveringNow}
          <FailureDetail failure={recovery?.failure ?? null} />
        </p>
      )}
      {onRetry && (
        <button type="button" className="twk-button" data-variant="quiet" onClick={onRetry}>
          {strings.retry}
        </button>
      )}
    </div>
  )
}

const StoppedBanner = ({ onListen }: { readonly onListen: (() => void) | undefined }): ReactElement => {
  const strings = useWords('thread', englishThread)
  return (
    <div className="twk-banner" data-link="stopped">
      <p>{strings.stopped}</p>
      {onListen && (
        <button type="button" className="twk-button" data-variant="quiet" onClick={onListen}>
          {strings.listenAgain}
        </button>
      )}
    </div>
  )
}

/** A failure's sentence and the id to quote when asking for help. */
export const FailureDetail = ({ failure }: { readonly failure: Failure | null }): ReactElement | null => {
  const strings = useWords('thread', englishThread)
  if (!failure) return null
  return (
    <span>
      {` ${failure.message}`}
      {failure.requestId !== null && (
        <span className="twk-mono"> {strings.requestId(failure.requestId)}</span>
      )}
    </span>
  )
}
