import type { SessionInsides } from '@threadwork/core'
import { useEffect, useState, type ReactElement } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import { englishStatus } from '../strings/status.ts'
import { englishTime } from '../strings/time.ts'
import { useWords } from '../strings/useWords.ts'
import { InspectorPanel } from './InspectorPanel.tsx'
import { useInspection } from './useInspection.ts'

/** The milliseconds until a client time, counted down by the second; `null` while there is none. */
const useWait = (until: number | null): number | null => {
  const clock = useClock()
  const [, setSecond] = useState(0)
  const left = until === null ? null : Math.max(0, until - clock.now())
  useEffect(() => {
    if (left === null || left === 0) return undefined
    const timer = clock.after(Math.min(1000, left), () => setSecond((second) => second + 1))
    return () => timer.cancel()
  })
  return left
}

const NextRead = ({ recovery }: Pick<SessionInsides, 'recovery'>): ReactElement => {
  const time = useWords('time', englishTime)
  const words = useInspection()
  const wait = useWait(recovery.nextTryAt)
  if (recovery.isReading) return <>{words.readUnderWay}</>
  return <>{wait === null ? words.noRead : words.nextRead(time.countdown(wait))}</>
}

/** How the session hears of the conversation, and when it will look next. */
export const LinkPanel = ({ insides }: { readonly insides: SessionInsides }): ReactElement => {
  const status = useWords('status', englishStatus)
  const words = useInspection()
  const { recovery } = insides
  return (
    <InspectorPanel title={words.linkTitle} summary={status.links[recovery.link]}>
      <ul className="twk-inspector__lines" data-link={recovery.link}>
        <li>{recovery.isStreamOpen ? words.streamOpen : words.streamClosed}</li>
        <li>
          <NextRead recovery={recovery} />
        </li>
        {recovery.attempt > 0 && <li>{words.tries(recovery.attempt)}</li>}
        {recovery.failure && (
          <li>
            <code>{recovery.failure.reason}</code> {recovery.failure.message}
          </li>
        )}
      </ul>
    </InspectorPanel>
  )
}
