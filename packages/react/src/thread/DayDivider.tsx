import type { ReactElement } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import { Moment } from '../clock/Moment.tsx'
import { englishThread } from '../strings/thread.ts'
import { useWords } from '../strings/useWords.ts'

const dayBack = (at: number, days: number): string => {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).toDateString()
}

/** The day from which the rows below are; `at` is server time in milliseconds. */
export const DayDivider = ({ at }: { readonly at: number }): ReactElement => {
  const strings = useWords('thread', englishThread)
  const now = useClock().now()
  const day = new Date(at).toDateString()
  const words = day === dayBack(now, 0) ? strings.today : day === dayBack(now, 1) ? strings.yesterday : null
  return (
    <p className="twk-day">
      <Moment at={at} words={words ?? strings.day(at)} />
    </p>
  )
}
