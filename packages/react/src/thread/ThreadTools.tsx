import type { Item } from '@threadwork/core'
import { useRef, type ReactElement, type RefObject } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'

const isWaiting = (item: Item): boolean =>
  ((item.kind === 'approval' || item.kind === 'form') && item.status === 'awaiting' && !item.submission) ||
  (item.kind === 'connection' && item.status === 'auth-required')

export interface ThreadToolsProps {
  readonly items: readonly Item[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly isAway: boolean
  readonly onJump: () => void
}

const cardOf = (scroller: HTMLElement | null, id: string): Element | null =>
  scroller?.querySelector(`[data-twk-id="${CSS.escape(id)}"]`) ?? null

/** Floats above the end of the thread: back to the latest, and one after the other to the cards that wait. */
export const ThreadTools = ({ items, scroller, isAway, onJump }: ThreadToolsProps): ReactElement | null => {
  const strings = useStrings().thread
  const next = useRef(0)
  const waiting = items.filter(isWaiting)
  const hasWaiting = waiting.length > 1 || (waiting.length === 1 && isAway)
  if (!isAway && !hasWaiting) return null
  const handleShow = () => {
    const item = waiting[next.current % waiting.length]
    next.current += 1
    if (item) cardOf(scroller.current, item.id)?.scrollIntoView({ block: 'center' })
  }
  return (
    <div className="twk-thread__tools">
      {hasWaiting && (
        <p className="twk-thread__waiting">
          <span>{strings.waiting(waiting.length)}</span>
          <button type="button" className="twk-text-button" onClick={handleShow}>
            {strings.showWaiting}
          </button>
        </p>
      )}
      {isAway && (
        <button
          type="button"
          className="twk-button twk-thread__jump"
          data-variant="secondary"
          onClick={onJump}
        >
          <Icon name="chevronDown" />
          {strings.jump}
        </button>
      )}
    </div>
  )
}
