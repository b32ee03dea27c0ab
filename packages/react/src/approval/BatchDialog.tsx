import { digestOfCall, type ApprovalItem, type IntentId, type Item } from '@threadwork/core'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { englishApproval, type ApprovalStrings } from '../strings/approval.ts'
import { useWords } from '../strings/useWords.ts'
import { ApproveButton, ignoreRepeat } from './ApproveButton.tsx'
import { batchState, presentItem, type BatchState } from './batch-item.ts'
import { BatchRow } from './BatchRow.tsx'
import { isOpenApproval } from './open-approvals.ts'
import type { Decide, Resolution } from './useDecideOnce.ts'

export interface BatchDialogProps {
  readonly choice: Resolution
  /** Those that the person had seen in full when they asked. Nothing is ever added. */
  readonly chosen: readonly ApprovalItem[]
  readonly items: readonly Item[]
  readonly onDecide: Decide
  readonly onRetry: (intentId: IntentId) => void
  readonly onShow: (item: ApprovalItem) => void
  readonly onClose: () => void
}

const leftOut = (item: ApprovalItem, strings: ApprovalStrings): BatchState | null =>
  isOpenApproval(item) ? null : { tone: 'idle', text: strings.batchGone, isArrived: false, isFailed: false }

/** One question about several approvals, and then how each of the decisions went. */
export const BatchDialog = (props: BatchDialogProps): ReactNode => {
  const { choice, chosen, items, onDecide, onClose } = props
  const strings = useWords('approval', englishApproval)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const [isSent, setIsSent] = useState(false)
  const now = chosen.map((item) => presentItem(item, items))
  const open = now.filter(isOpenApproval)

  useEffect(() => {
    dialog.current?.showModal()
    // Never the button: a key that is still held must not answer.
    title.current?.focus()
  }, [])

  const decide = (): void => {
    setIsSent(true)
    for (const item of open) onDecide(item.callId, choice, { shown: digestOfCall(item) })
  }
  const states = now.map((item) => batchState(item, choice, strings))
  const count = (pick: 'isArrived' | 'isFailed'): number => states.filter((state) => state[pick]).length

  return (
    <dialog ref={dialog} className="twk-dialog twk-batch" aria-labelledby={id} onClose={onClose}>
      <h2 className="twk-card__title" id={id} ref={title} tabIndex={-1}>
        {isSent ? strings.sent(choice) : strings.batchTitle(choice, open.length)}
      </h2>
      <p className="twk-card__subtitle" aria-live="polite">
        {isSent
          ? strings.batchProgress(count('isArrived'), count('isFailed'), chosen.length)
          : strings.batchHint}
      </p>
      <ul className="twk-batch__list">
        {now.map((item, index) => (
          <BatchRow
            key={item.id}
            item={item}
            state={isSent ? (states[index] ?? null) : leftOut(item, strings)}
            onRetry={props.onRetry}
            onShow={(shown) => {
              // First: nothing outside an open dialog takes the focus.
              dialog.current?.close()
              props.onShow(shown)
            }}
          />
        ))}
      </ul>
      <div className="twk-approval__buttons">
        {!isSent && choice === 'approved' && (
          <ApproveButton
            label={strings.batchConfirm(choice, open.length)}
            isOpen={open.length > 0}
            describedBy={id}
            onApprove={decide}
          />
        )}
        {!isSent && choice === 'rejected' && (
          <button
            type="button"
            className="twk-button"
            data-variant="danger"
            aria-disabled={open.length === 0}
            onKeyDown={ignoreRepeat}
            onClick={() => {
              if (open.length > 0) decide()
            }}
          >
            {strings.batchConfirm(choice, open.length)}
          </button>
        )}
        <button
          type="button"
          className="twk-button"
          data-variant="secondary"
          onClick={() => dialog.current?.close()}
        >
          {isSent ? strings.close : strings.back}
        </button>
      </div>
    </dialog>
  )
}
