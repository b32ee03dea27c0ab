import type { StepId, StepStatus, WorkflowStep } from '@threadwork/core'
import type { ReactElement, ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { Mark, type MarkTone } from '../icon/Mark.tsx'
import { ScriptedTag } from '../scripted/ScriptedTag.tsx'
import { englishWorkflow } from '../strings/workflow.ts'
import { useWords } from '../strings/useWords.ts'
import { groupSteps, type CompanionLane, type StepGroup } from './step-lanes.ts'
import { isMain } from './workflow-progress.ts'

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
  cancelled: <Icon name="minus" />,
  unknown: <Icon name="question" />,
}

// Both are said in words beside the step: neither the mark nor the text tells them.
const isSaid = (status: StepStatus): boolean => status === 'unknown' || status === 'cancelled'

/** A companion that fails ends its lane; only where the backend says so can it run again. */
const canRun = (step: WorkflowStep): boolean =>
  step.status === 'failed' && (isMain(step) ? step.canRetry !== false : step.canRetry === true)

interface StepBodyProps {
  readonly step: WorkflowStep
  /** The place in the main lane, from 1; 0 for a companion. */
  readonly number: number
  readonly isRetrying: boolean
  readonly onRetryStep: ((stepId: StepId) => void) | undefined
}

const StepText = ({ step }: { readonly step: WorkflowStep }): ReactElement => {
  const strings = useWords('workflow', englishWorkflow)
  return (
    <div className="twk-step__text">
      <bdi className={step.status === 'running' ? 'twk-shimmer' : undefined}>{step.message}</bdi>
      <span className="twk-visually-hidden">{`, ${strings.steps[step.status]}`}</span>
      {step.attempts > 1 && (
        <span className="twk-step__attempts">
          <span aria-hidden="true">{`×${step.attempts}`}</span>
          <span className="twk-visually-hidden">{`, ${strings.attempts(step.attempts)}`}</span>
        </span>
      )}
      {step.isScripted && <ScriptedTag />}
      {step.status === 'failed' && step.error !== null && (
        <p className="twk-error">
          <bdi>{step.error}</bdi>
        </p>
      )}
    </div>
  )
}

const StepBody = ({ step, number, isRetrying, onRetryStep }: StepBodyProps): ReactElement => {
  const strings = useWords('workflow', englishWorkflow)
  const isNumbered = step.status === 'awaiting-input' && number > 0
  return (
    <>
      <Mark tone={tones[step.status]}>{isNumbered ? number : signs[step.status]}</Mark>
      <StepText step={step} />
      {isSaid(step.status) && (
        <span className="twk-hint" aria-hidden="true">
          {strings.steps[step.status]}
        </span>
      )}
      {onRetryStep && canRun(step) && (
        <button
          type="button"
          className="twk-button"
          data-variant="quiet"
          aria-disabled={isRetrying}
          // The second click of a double click may come when the first was answered already.
          onClick={({ detail }) => {
            if (!isRetrying && detail < 2) onRetryStep(step.stepId)
          }}
        >
          {strings.retry}
        </button>
      )}
    </>
  )
}

interface LaneProps extends Omit<WorkflowStepsProps, 'steps'> {
  readonly lane: CompanionLane
  /** The text of the step that it began beside; empty without one. */
  readonly beside: string
}

/** What runs beside the main steps: its own steps, set in below the one that it began beside. */
const Lane = ({ lane, beside, ...props }: LaneProps): ReactElement => {
  const strings = useWords('workflow', englishWorkflow)
  const hasFailed = lane.steps.some(({ status }) => status === 'failed')
  return (
    <div className="twk-lane">
      <p className="twk-lane__name" aria-hidden="true">
        {strings.background}
      </p>
      <ol aria-label={strings.backgroundOf(beside)}>
        {lane.steps.map((step) => (
          <li key={step.stepId} className="twk-step" data-status={step.status} data-lane={lane.name}>
            <StepBody step={step} number={0} {...props} />
          </li>
        ))}
      </ol>
      {hasFailed && props.isGoingOn && <p className="twk-hint">{strings.backgroundFailed}</p>}
    </div>
  )
}

interface StepRowProps extends Omit<WorkflowStepsProps, 'steps'> {
  readonly group: StepGroup
}

const StepRow = ({ group, ...props }: StepRowProps): ReactElement => {
  const { step, number, lanes } = group
  const isNow = step?.status === 'running' || step?.status === 'awaiting-input'
  return (
    <li className="twk-step" data-status={step?.status} aria-current={isNow ? 'step' : undefined}>
      {step && <StepBody step={step} number={number} {...props} />}
      {lanes.map((lane) => (
        <Lane key={lane.name} lane={lane} beside={step?.message ?? ''} {...props} />
      ))}
    </li>
  )
}

export interface WorkflowStepsProps {
  readonly steps: readonly WorkflowStep[]
  readonly isRetrying: boolean
  /** Whether the workflow itself goes on, or came to its end. */
  readonly isGoingOn?: boolean
  /** Left out where the backend cannot run a step again. */
  readonly onRetryStep: ((stepId: StepId) => void) | undefined
}

/** Each step in its order, companions beside them, with its state in words for those who do not see the marks. */
export const WorkflowSteps = ({ steps, ...props }: WorkflowStepsProps): ReactElement => {
  const strings = useWords('workflow', englishWorkflow)
  if (steps.length === 0) return <p className="twk-hint twk-workflow__note">{strings.noSteps}</p>
  return (
    <ol className="twk-workflow__steps" aria-label={strings.stepsLabel}>
      {groupSteps(steps).map((group) => (
        <StepRow key={group.step?.stepId ?? ''} group={group} {...props} />
      ))}
    </ol>
  )
}
