'use client'

import type { ApprovalItem, CallId, IntentId } from '@threadwork/core'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { Mark } from '../icon/Mark.tsx'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import { useKeepFocus } from '../base/useKeepFocus.ts'
import { useApprovalDesk, useCardMemory, useCardState } from './approval-desk.ts'
import { approvalOutcome } from './approval-outcome.ts'
import { ApprovalActions } from './ApprovalActions.tsx'
import { ApprovalValues } from './ApprovalValues.tsx'
import { ExpiryTimer } from './ExpiryTimer.tsx'
import { LateEdit } from './LateEdit.tsx'
import { visibleText } from './text-parts.ts'
import { useDecideOnce, type Decide } from './useDecideOnce.ts'
import { useTimeLeft, type TimeNotes } from './useTimeLeft.ts'
import { VisibleText } from './VisibleText.tsx'

export interface ApprovalCardProps {
  readonly item: ApprovalItem
  /**
   * Called once for each call that a person decides. The decision is for `callId`, never for a skill's name, and its
   * details say what was shown. `session.decide` fits.
   */
  readonly onDecide?: Decide | undefined
  /** Sends a failed decision again. */
  readonly onRetry?: ((intentId: IntentId) => void) | undefined
  /** The time for a decision ran out on this page. */
  readonly onExpire?: ((callId: CallId) => void) | undefined
  /** Keeps the time of this approval's first drawing over a reload: its countdown goes on from there. */
  readonly notes?: TimeNotes | undefined
  /** Values can be changed before they are approved. Only where the backend runs the changed ones. */
  readonly canEdit?: boolean | undefined
  /** Reasons for a rejection to choose from; the kit's own words when left out. */
  readonly reasons?: readonly string[] | undefined
}

const toneOf = (item: ApprovalItem): 'ask' | 'bad' | 'done' =>
  item.status === 'awaiting' ? 'ask' : item.status === 'failed' || item.status === 'changed' ? 'bad' : 'done'

const ignore: Decide = () => undefined

/** Asks a person to let a skill run with exactly the values shown, and tells what became of it. */
export const ApprovalCard = (props: ApprovalCardProps): ReactNode => {
  const { item, onDecide = ignore, onRetry, onExpire, notes, canEdit = false } = props
  const strings = useWords('approval', englishApprovalCard)
  const id = useId()
  const region = useRef<HTMLElement>(null)
  useKeepFocus(region)
  const memory = useCardMemory(item)
  const { jumps } = useCardState(memory)
  const left = useTimeLeft(item, memory, notes)
  const decision = useDecideOnce(item, onDecide)
  const [isEditing, setIsEditing] = useState(false)
  const outcome = approvalOutcome(item, strings)
  const ordinal = useApprovalDesk()?.ordinalOf(item) ?? 1
  const isExpired = left === 0

  useEffect(() => {
    if (isExpired) onExpire?.(item.callId)
    // Told once for each call: the host's function may be another at each render.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [isExpired, item.callId])

  return (
    <article data-twk-kind="approval" data-twk-id={item.id} data-twk-status={item.status}>
      <section
        ref={region}
        className="twk-card twk-approval"
        part="card"
        data-tone={toneOf(item)}
        data-expired={isExpired || undefined}
        aria-label={strings.region(visibleText(item.skillName), ordinal)}
        tabIndex={-1}
      >
        <div className="twk-card__header">
          <Mark tone={isExpired ? 'idle' : (outcome?.tone ?? 'wait')}>
            {outcome?.sign && <Icon name={outcome.sign} />}
          </Mark>
          <div className="twk-card__headings">
            <h3 className="twk-card__title" id={id} tabIndex={-1}>
              {outcome ? (
                <VisibleText text={item.skillName} />
              ) : (
                strings.question(<VisibleText key="skill" text={item.skillName} />)
              )}
            </h3>
            <p className="twk-card__subtitle">
              {outcome?.text ?? (isEditing ? strings.editing : strings.exactly)}
            </p>
            {item.error !== null && (
              <p className="twk-error">
                <VisibleText text={item.error} />
              </p>
            )}
          </div>
          {left !== null && <ExpiryTimer left={left} />}
        </div>
        {isEditing && outcome === null ? (
          <LateEdit
            item={item}
            decision={decision}
            isExpired={isExpired}
            onRetry={onRetry}
            onCancel={() => setIsEditing(false)}
          />
        ) : (
          <ApprovalValues item={item} memory={memory} isFolded={outcome !== null}>
            {(rawToggle) => (
              <ApprovalActions
                item={item}
                decision={decision}
                onRetry={onRetry}
                onEdit={canEdit ? () => setIsEditing(true) : undefined}
                isExpired={isExpired}
                reasons={props.reasons}
                jumps={jumps}
                describedBy={id}
              >
                {rawToggle}
              </ApprovalActions>
            )}
          </ApprovalValues>
        )}
      </section>
    </article>
  )
}
