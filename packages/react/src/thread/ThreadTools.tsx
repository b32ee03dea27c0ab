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

/** Above the composer: how many cards wait, and one after the other into view. Floating: back to the latest. */
export const ThreadTools = ({ items, scroller, isAway, onJump }: ThreadToolsProps): ReactElement => {
  const strings = useStrings().thread
  const next = useRef(0)
  const waiting = items.filter(isWaiting)
  const handleShow = () => {
    const item = waiting[next.current % waiting.length]
    next.current += 1
    if (item) cardOf(scroller.current, item.id)?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      {isAway && (
        <div className="twk-thread__float">
          <button
            type="button"
            className="twk-button twk-thread__jump"
            data-variant="secondary"
            onClick={onJump}
          >
            <Icon name="chevronDown" />
            {strings.jump}
          </button>
        </div>
      )}
      {(waiting.length > 1 || (waiting.length === 1 && isAway)) && (
        <p className="twk-thread__waiting">
          <span className="twk-thread__waiting-dot" aria-hidden="true" />
          <span>{strings.waiting(waiting.length)}</span>
          <button type="button" className="twk-text-button" onClick={handleShow}>
            {strings.showWaiting}
          </button>
        </p>
      )}
    </>
  )
}
