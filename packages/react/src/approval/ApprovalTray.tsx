import type { ApprovalItem, IntentId, Item } from '@threadwork/core'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishApproval } from '../strings/approval.ts'
import { useWords } from '../strings/useWords.ts'
import { useDeskChanges, type ApprovalDesk } from './approval-desk.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { isOpenApproval } from './open-approvals.ts'
import { showCard } from './show-card.ts'
import { useApprovalWalk } from './useApprovalWalk.ts'
import type { Decide, Resolution } from './useDecideOnce.ts'
import { VisibleText } from './VisibleText.tsx'

export interface ApprovalTrayProps {
  readonly items: readonly Item[]
  readonly desk: ApprovalDesk
  readonly onDecide: Decide
  readonly onRetry: (intentId: IntentId) => void
}

interface Batch {
  readonly choice: Resolution
  readonly items: readonly ApprovalItem[]
}

/** What several approvals at once need: how many there are, a way from one to the next, and one answer for those seen. */
export const ApprovalTray = ({ items, desk, onDecide, onRetry }: ApprovalTrayProps): ReactNode => {
  const strings = useWords('approval', englishApproval)
  const tray = useRef<HTMLDivElement>(null)
  const keysId = useId()
  const open = useMemo(() => items.filter(isOpenApproval), [items])
  const [isOn, setIsOn] = useState(false)
  const [batch, setBatch] = useState<Batch | null>(null)
  const { at, go } = useApprovalWalk(desk, open, tray)
  useDeskChanges(desk)

  useEffect(() => {
    desk.setWalked(isOn)
    return () => desk.setWalked(false)
  }, [desk, isOn])

  // Once it stands it stays until the last one is answered: a button must not vanish under a person's hand.
  if (!isOn && open.length > 1) setIsOn(true)
  if (isOn && open.length === 0 && batch === null) setIsOn(false)
  if (!isOn) return null

  const seen = open.filter((item) => desk.memoryOf(item).getState().isSeen)
  const current = open[at]
  return (
    <div className="twk-tray" ref={tray} role="group" aria-label={strings.tray} data-twk-region="tray">
      <div className="twk-tray__walk">
        <span className="twk-thread__waiting-dot" aria-hidden="true" />
        <span className="twk-tray__place">
          {current
            ? strings.position(at + 1, open.length, <VisibleText key="skill" text={current.skillName} />)
            : strings.waiting(open.length)}
        </span>
        <button
          type="button"
          className="twk-button twk-tray__step"
          data-variant="quiet"
          aria-label={strings.previous}
          aria-describedby={keysId}
          aria-keyshortcuts="Alt+ArrowUp"
          onClick={() => go(-1)}
        >
          <Icon name="chevronEnd" />
        </button>
        <button
          type="button"
          className="twk-button twk-tray__step"
          data-variant="quiet"
          data-next
          aria-label={strings.next}
          aria-describedby={keysId}
          aria-keyshortcuts="Alt+ArrowDown"
          onClick={() => go(1)}
        >
          <Icon name="chevronEnd" />
        </button>
        <span className="twk-visually-hidden" id={keysId}>
          {strings.trayKeys}
        </span>
      </div>
      <div className="twk-tray__batch">
        {open.length > 1 && <span className="twk-hint">{strings.readSoFar(seen.length, open.length)}</span>}
        {seen.length > 1 && (
          <>
            <button
              type="button"
              className="twk-button"
              data-variant="quiet"
              onClick={() => setBatch({ choice: 'rejected', items: seen })}
            >
              {strings.rejectSeen(seen.length)}
            </button>
            <button
              type="button"
              className="twk-button"
              data-variant="quiet"
              onClick={() => setBatch({ choice: 'approved', items: seen })}
            >
              {strings.approveSeen(seen.length)}
            </button>
          </>
        )}
      </div>
      {batch && (
        <BatchDialog
          choice={batch.choice}
          chosen={batch.items}
          items={items}
          onDecide={onDecide}
          onRetry={onRetry}
          onShow={(item) => showCard(desk, tray.current?.closest('.twk-chat') ?? document, item)}
          onClose={() => setBatch(null)}
        />
      )}
    </div>
  )
}
