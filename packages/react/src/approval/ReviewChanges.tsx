import type { ApprovalItem, IntentId } from '@threadwork/core'
import { useId, useMemo, useState, type ReactNode } from 'react'
import { englishApproval } from '../strings/approval.ts'
import { useWords } from '../strings/useWords.ts'
import { ApproveButton } from './ApproveButton.tsx'
import { createCardMemory } from './card-memory.ts'
import { ChangeList } from './ChangeList.tsx'
import { DecisionProgress } from './DecisionProgress.tsx'
import { parameterChanges, unchangedParameters } from './parameter-changes.ts'
import { ParameterList } from './ParameterList.tsx'
import { StepHeading } from './StepHeading.tsx'
import type { OneDecision } from './useDecideOnce.ts'

export interface ReviewChangesProps {
  readonly item: ApprovalItem
  readonly decision: OneDecision
  readonly isExpired: boolean
  readonly onRetry: ((intentId: IntentId) => void) | undefined
  readonly onCancel: () => void
  readonly edited: ApprovalItem['parameters']
  readonly onEdit: () => void
  readonly onReset: () => void
}

/** What would run after the person's changes, before and after, and the button that approves just that. */
export const ReviewChanges = (props: ReviewChangesProps): ReactNode => {
  const { item, edited, decision, isExpired } = props
  const { parameters, schema } = item
  const strings = useWords('approval', englishApproval)
  const id = useId()
  const [memory] = useState(createCardMemory)
  const changes = useMemo(() => parameterChanges(parameters, edited, schema), [parameters, edited, schema])
  const rest = useMemo(() => {
    const same = unchangedParameters(edited, changes)
    return { parameters: same, schema: schema.filter(({ name }) => Object.hasOwn(same, name)) }
  }, [edited, changes, schema])
  const isOpen = decision.choice === null && !isExpired && changes.length > 0
  const isIdle = decision.choice === null
  return (
    <>
      <div className="twk-card__body twk-approval__edit">
        <StepHeading id={id}>
          {changes.length === 0 ? strings.noChanges : strings.changes(changes.length)}
        </StepHeading>
        {changes.length > 0 && <ChangeList changes={changes} />}
        {Object.keys(rest.parameters).length > 0 && <ParameterList item={rest} memory={memory} />}
      </div>
      <DecisionProgress
        submission={item.submission}
        choice={decision.choice}
        isExpired={isExpired}
        onRetry={isExpired ? undefined : props.onRetry}
      />
      <div className="twk-card__actions" role="group" aria-label={strings.decision}>
        <ApproveButton
          label={strings.approveChanged}
          isOpen={isOpen}
          describedBy={id}
          onApprove={() => decision.decide('approved', { parameters: edited })}
        />
        {isIdle && (
          <>
            <button type="button" className="twk-button" data-variant="secondary" onClick={props.onEdit}>
              {strings.editAgain}
            </button>
            <button type="button" className="twk-text-button twk-card__end" onClick={props.onReset}>
              {strings.reset}
            </button>
            <button type="button" className="twk-text-button" onClick={props.onCancel}>
              {strings.cancelEdit}
            </button>
          </>
        )}
      </div>
    </>
  )
}
