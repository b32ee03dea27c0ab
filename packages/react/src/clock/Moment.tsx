import type { ReactElement } from 'react'
import { useHydrated } from './useHydrated.ts'

export interface MomentProps {
  /** Server time in milliseconds. */
  readonly at: number
  readonly words: string
  readonly title?: string
}

/** A time in the reader's own zone. Its place is kept until that is known, so that nothing differs and nothing moves. */
export const Moment = ({ at, words, title }: MomentProps): ReactElement => {
  const isHydrated = useHydrated()
  return (
    <time dateTime={new Date(at).toISOString()} title={isHydrated ? title : undefined}>
      {isHydrated ? words : '\u00A0'}
    </time>
  )
}
