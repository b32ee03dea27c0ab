import type { StepId, StepStatus, WorkflowStep } from '@threadwork/core'
import type { ReactElement, ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { Mark, type MarkTone } from '../icon/Mark.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'

export interface StepRowProps {
  readonly step: WorkflowStep
  /** From 1. */
  readonly number: number
  readonly isRetrying: boolean
  readonly onRetry: (() => void) | undefined
}

const tones: Readonly<Record<StepStatus, MarkTone>> = {
  pending: 'idle',
  running: 'run',
  'awaiting-input': 'wait',
  completed: 'ok',
  failed: 'bad',
  cancelled: 'idle',
  unknown: 'idle',
}

const signs: Readonly<Partial<Record<StepStatus, ReactNode>>> = {
  unknown: <Icon name="question" />,
}

const StepRow = ({ step, number, isRetrying, onRetry }: StepRowProps): ReactElement => {
  const strings = useStrings().workflow
  const isNow = step.status === 'running' || step.status === 'awaiting-input'
  return (
    <li className="twk-step" data-status={step.status} aria-current={isNow ? 'step' : undefined}>
      <Mark tone={tones[step.status]}>{step.status === 'awaiting-input' ? number : signs[step.status]}</Mark>
      <div className="twk-step__text">
        <bdi className={step.status === 'running' ? 'twk-shimmer' : undefined}>{step.message}</bdi>
        <span className="twk-visually-hidden">{`, ${strings.steps[step.status]}`}</span>
        {step.attempts > 1 && (
          <span className="twk-step__attempts">
            <span aria-hidden="true">{`×${step.attempts}`}</span>
            <span className="twk-visually-hidden">{`, ${strings.attempts(step.attempts)}`}</span>
          </span>
        )}
        {step.status === 'failed' && step.error !== null && (
          <p className="twk-error">
            <bdi>{step.error}</bdi>
          </p>
        )}
      </div>
      {step.status === 'unknown' && <span className="twk-hint">{strings.steps.unknown}</span>}
      {step.status === 'failed' && onRetry && (
        <button
          type="button"
          className="twk-button"
          data-variant="quiet"
          aria-disabled={isRetrying}
          // The second click of a double click may come when the first was answered already.
          onClick={({ detail }) => {
            if (!isRetrying && detail < 2) onRetry()
          }}
        >
          {strings.retry}
        </button>
      )}
    </li>
  )
}

export interface WorkflowStepsProps {
  readonly steps: readonly WorkflowStep[]
  readonly isRetrying: boolean
  /** Left out where the backend cannot run a step again. */
  readonly onRetryStep: ((stepId: StepId) => void) | undefined
}

/** Each step in its order, with its state in words for those who do not see the marks. */
export const WorkflowSteps = (props: WorkflowStepsProps): ReactElement => {
  const strings = useStrings().workflow
  const { steps, onRetryStep } = props
  if (steps.length === 0) return <p className="twk-hint twk-workflow__note">{strings.noSteps}</p>
  return (
    <ol className="twk-workflow__steps" aria-label={strings.stepsLabel}>
      {steps.map((step, index) => (
        <StepRow
          key={step.stepId}
          step={step}
          number={index + 1}
          isRetrying={props.isRetrying}
          onRetry={onRetryStep ? () => onRetryStep(step.stepId) : undefined}
        />
      ))}
    </ol>
  )
}
