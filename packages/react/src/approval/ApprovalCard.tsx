import type { ApprovalItem, IntentId } from '@threadwork/core'
import { useId, useRef, useState, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { Mark } from '../icon/Mark.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'
import { approvalOutcome } from './approval-outcome.ts'
import { ApprovalActions } from './ApprovalActions.tsx'
import { ParameterList } from './ParameterList.tsx'
import { RawParameters } from './RawParameters.tsx'
import type { Decide } from './useDecideOnce.ts'
import { useKeepFocus } from '../base/useKeepFocus.ts'
import { VisibleText } from './VisibleText.tsx'

export interface ApprovalCardProps {
  readonly item: ApprovalItem
  /** Called once for each call that a person decides. The decision is for `callId`, never for a skill's name. */
  readonly onDecide?: Decide | undefined
  /** Sends a failed decision again. */
  readonly onRetry?: ((intentId: IntentId) => void) | undefined
}

const toneOf = (item: ApprovalItem): 'ask' | 'bad' | 'done' =>
  item.status === 'awaiting' ? 'ask' : item.status === 'failed' ? 'bad' : 'done'

const ignore: Decide = () => undefined

/** Asks a person to let a skill run with exactly the values shown, and tells what became of it. */
export const ApprovalCard = ({ item, onDecide = ignore, onRetry }: ApprovalCardProps): ReactNode => {
  const strings = useStrings().approval
  const id = useId()
  const region = useRef<HTMLElement>(null)
  const [isRaw, setIsRaw] = useState(false)
  const outcome = approvalOutcome(item, strings)
  const focus = useKeepFocus(region)
  const rawToggle = (
    <button
      type="button"
      className="twk-text-button twk-card__end"
      aria-expanded={isRaw}
      onClick={() => setIsRaw(!isRaw)}
    >
      {isRaw ? strings.hideRaw : strings.showRaw}
    </button>
  )
  const values = (
    <>
      <ParameterList item={item} />
      {isRaw && <RawParameters parameters={item.parameters} />}
    </>
  )

  return (
    <article data-twk-kind="approval" data-twk-id={item.id} data-twk-status={item.status}>
      <section
        ref={region}
        className="twk-card twk-approval"
        data-tone={toneOf(item)}
        aria-label={strings.region(item.skillName)}
        tabIndex={-1}
        {...focus}
      >
        <div className="twk-card__header">
          <Mark tone={outcome?.tone ?? 'wait'}>{outcome?.sign && <Icon name={outcome.sign} />}</Mark>
          <div className="twk-card__headings">
            <div className="twk-card__title" id={id}>
              {outcome ? (
                <VisibleText text={item.skillName} />
              ) : (
                strings.question(<VisibleText key="skill" text={item.skillName} />)
              )}
            </div>
            <p className="twk-card__subtitle">{outcome?.text ?? strings.exactly}</p>
            {item.error !== null && <p className="twk-error">{item.error}</p>}
          </div>
        </div>
        {outcome ? (
          <details className="twk-approval__values">
            <summary>{strings.parameters}</summary>
            {values}
            <div className="twk-approval__buttons">{rawToggle}</div>
          </details>
        ) : (
          <>
            <div className="twk-card__body">{values}</div>
            <ApprovalActions item={item} onDecide={onDecide} onRetry={onRetry} describedBy={id}>
              {rawToggle}
            </ApprovalActions>
          </>
        )}
      </section>
    </article>
  )
}
