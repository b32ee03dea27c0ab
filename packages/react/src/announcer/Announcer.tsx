import type { Item } from '@threadwork/core'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'
import { announce, takeAsSaid, type Said } from './announcements.ts'

export interface AnnouncerProps {
  readonly items: readonly Item[]
  /** False while the first read is under way: what it brings is not news. */
  readonly isReady: boolean
}

/** The thread's one live region: a sentence for each finished message and for each card that needs the person. */
export const Announcer = ({ items, isReady }: AnnouncerProps): ReactElement => {
  const strings = useStrings().announcement
  const said = useRef<Said | null>(null)
  const [line, setLine] = useState<{ readonly id: number; readonly text: string } | null>(null)

  useEffect(() => {
    if (!isReady || said.current === null) {
      said.current = isReady ? takeAsSaid(items) : null
      return
    }
    const news = announce(said.current, items, strings)
    said.current = news.said
    if (news.sentences.length === 0) return
    const text = news.sentences.join(' ')
    setLine((last) => ({ id: (last?.id ?? 0) + 1, text }))
  }, [items, isReady, strings])

  // A new element for each sentence: a region whose text is replaced by the same words stays silent.
  return (
    <div className="twk-visually-hidden twk-announcer" aria-live="polite" aria-relevant="additions">
      {line && <p key={line.id}>{line.text}</p>}
    </div>
  )
}
