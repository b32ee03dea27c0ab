import { useId, useRef, type ReactElement } from 'react'
import { useApprovalDesk, type ApprovalDesk } from '../approval/approval-desk.ts'
import { Icon } from '../icon/Icon.tsx'
import { englishThread } from '../strings/thread.ts'
import { useWords } from '../strings/useWords.ts'
import type { WaitingCard } from './waiting-cards.ts'

export interface ThreadToolsProps {
  /** The cards that wait for the person, in the thread's order. */
  readonly waiting: readonly WaitingCard[]
  readonly isAway: boolean
  /** How many items came that the person has not seen. */
  readonly unread: number
  readonly onJump: () => void
  /** Goes to the row of an item, by the item's key. */
  readonly onShow: (key: string) => void
}

// Several approvals have a tray of their own.
const withoutWalked = (
  waiting: readonly WaitingCard[],
  desk: ApprovalDesk | null,
): readonly WaitingCard[] => {
  const others = waiting.filter(({ item }) => item.kind !== 'approval')
  return desk?.isWalked(waiting.length - others.length) ? others : waiting
}

/** Above the composer: how many cards wait, and one after the other into view. Floating: back to the latest. */
export const ThreadTools = (props: ThreadToolsProps): ReactElement => {
  const { isAway, unread, onJump, onShow } = props
  const strings = useWords('thread', englishThread)
  const countId = useId()
  const last = useRef<string | null>(null)
  const waiting = withoutWalked(props.waiting, useApprovalDesk())
  const handleShow = () => {
    // The one behind the last that was shown; the first where that one no longer waits, or was the last.
    const known = waiting.findIndex(({ item }) => item.key === last.current)
    const next = waiting[known + 1] ?? waiting[0]
    if (!next) return
    last.current = next.item.key
    onShow(next.item.key)
  }
  return (
    <>
      {isAway && (
        <div className="twk-thread__float">
          <button
            type="button"
            className="twk-button twk-thread__jump"
            data-variant="secondary"
            aria-describedby={unread > 0 ? countId : undefined}
            onClick={onJump}
          >
            <Icon name="chevronDown" />
            {strings.jump}
            {unread > 0 && (
              <span className="twk-thread__count" id={countId} aria-hidden="true">
                {strings.newItems(unread)}
              </span>
            )}
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
