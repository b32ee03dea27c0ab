import type { StepId, Submission, WorkflowStatus, WorkflowStep } from '@threadwork/core'
import type { ReactElement, ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'
import { progressOf } from './workflow-progress.ts'
import { WorkflowSteps } from './WorkflowSteps.tsx'

export interface WorkflowCardProps {
  readonly name: string
  readonly status: WorkflowStatus
  readonly steps: readonly WorkflowStep[]
  /** The item's id, on the page as `data-twk-id`. */
  readonly id?: string
  /** A retry or a cancellation under way. */
  readonly submission?: Submission | null
  /** Runs a failed step again. Left out where the backend cannot. */
  readonly onRetryStep?: (stepId: StepId) => void
  /** The way to a human, offered when the workflow has halted. */
  readonly onEscalate?: () => void
  /** Stands below the steps. */
  readonly children?: ReactNode
}

const isUnderWay = (submission: Submission | null | undefined): boolean =>
  submission !== null && submission !== undefined && submission.status !== 'failed'

const Halted = ({
  onRetryStep,
  onEscalate,
}: Pick<WorkflowCardProps, 'onRetryStep' | 'onEscalate'>): ReactElement => {
  const strings = useStrings().workflow
  return (
    <div className="twk-workflow__halted">
      <p className="twk-hint">
        {strings.halted}
        {!onRetryStep && ` ${strings.haltedNoWay}`}
      </p>
      {onEscalate && (
        <button type="button" className="twk-button" data-variant="quiet" onClick={onEscalate}>
          {strings.escalate}
        </button>
      )}
    </div>
  )
}

/** A workflow and its steps, drawn in place as it goes on; a summary line once it is complete. */
export const WorkflowCard = (props: WorkflowCardProps): ReactElement => {
  const strings = useStrings().workflow
  const { status, steps, submission } = props
  const name = props.name || strings.unnamed
  const { done, total } = progressOf(props)
  const isRetrying = isUnderWay(submission)
  return (
    <article
      className="twk-group twk-workflow"
      data-twk-kind="workflow"
      data-twk-id={props.id}
      data-twk-status={status}
    >
      <section aria-label={strings.region(name)}>
        <div className="twk-group__heading">
          <span className="twk-workflow__name" dir="auto">
            {name}
          </span>
          <span>
            {status === 'running' ? '' : `${strings.statuses[status]} · `}
            {strings.progress(done, total)}
          </span>
        </div>
        <div
          className="twk-workflow__bar"
          role="progressbar"
          aria-label={strings.progressLabel(name)}
          aria-valuemin={0}
          aria-valuemax={Math.max(1, total)}
          aria-valuenow={done}
          aria-valuetext={strings.progress(done, total)}
          data-status={status}
        >
          <i style={{ inlineSize: `${total === 0 ? 0 : (100 * done) / total}%` }} />
        </div>
        <WorkflowSteps
          steps={steps}
          status={status}
          isRetrying={isRetrying}
          onRetryStep={props.onRetryStep}
        />
        {status === 'halted' && (
          <Halted
            {...(props.onRetryStep ? { onRetryStep: props.onRetryStep } : {})}
            {...(props.onEscalate ? { onEscalate: props.onEscalate } : {})}
          />
        )}
        {status === 'ended' && <p className="twk-hint twk-workflow__note">{strings.ended}</p>}
        {submission?.status === 'failed' && (
          <p className="twk-error twk-workflow__note">{submission.problem ?? strings.retryFailed}</p>
        )}
        {isRetrying && (
          <p className="twk-hint twk-workflow__note">{submission?.problem ?? strings.retrying}</p>
        )}
        {props.children}
      </section>
    </article>
  )
}
