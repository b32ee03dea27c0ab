'use client'

import type { StepId, Submission, WorkflowItem } from '@threadwork/core'
import type { ReactElement, ReactNode } from 'react'
import { englishWorkflow } from '../strings/workflow.ts'
import { useWords } from '../strings/useWords.ts'
import { isActive, isMain, progressOf } from './workflow-progress.ts'
import { WorkflowSteps } from './WorkflowSteps.tsx'

export interface WorkflowCardProps {
  readonly item: WorkflowItem
  /** Runs a failed step again. Left out where the backend cannot. */
  readonly onRetryStep?: ((item: WorkflowItem, stepId: StepId) => void) | undefined
  /** The way to a human, offered when the workflow has halted. */
  readonly onEscalate?: ((item: WorkflowItem) => void) | undefined
  /** Stands below the steps. */
  readonly children?: ReactNode
}

const isUnderWay = (submission: Submission | null): boolean =>
  submission !== null && submission.status !== 'failed'

const Halted = ({ item, onRetryStep, onEscalate }: WorkflowCardProps): ReactElement => {
  const strings = useWords('workflow', englishWorkflow)
  const failed = item.steps.filter((step) => isMain(step) && step.status === 'failed')
  const canRetry = onRetryStep !== undefined && failed.some((step) => step.canRetry !== false)
  // A step that failed says why itself.
  const reason = failed.some(({ error }) => error) ? null : item.error
  return (
    <div className="twk-workflow__halted">
      <div>
        {reason && (
          <p className="twk-error">
            <bdi>{reason}</bdi>
          </p>
        )}
        <p className="twk-hint">
          {failed.length > 0 ? strings.halted : strings.haltedWhole}
          {!canRetry && ` ${strings.haltedNoWay}`}
        </p>
      </div>
      {onEscalate && (
        <button
          type="button"
          className="twk-button"
          data-variant="quiet"
          // The second click of a double click asks for nobody else.
          onClick={({ detail }) => {
            if (detail < 2) onEscalate(item)
          }}
        >
          {strings.escalate}
        </button>
      )}
    </div>
  )
}

/** A workflow and its steps, drawn in place as it goes on; a summary line once it is complete. */
export const WorkflowCard = (props: WorkflowCardProps): ReactElement => {
  const strings = useWords('workflow', englishWorkflow)
  const { item, onRetryStep } = props
  const { status, steps, submission } = item
  const name = item.name || strings.unnamed
  const { done, total, beside } = progressOf(item)
  const isRetrying = isUnderWay(submission)
  return (
    <article
      className="twk-group twk-workflow"
      part="card"
      data-twk-kind="workflow"
      data-twk-id={item.id}
      data-twk-status={status}
    >
      <section aria-label={strings.region(name)}>
        <div className="twk-group__heading">
          <h3 className="twk-workflow__name">
            <bdi>{name}</bdi>
          </h3>
          <bdi>
            {status === 'running' ? '' : `${strings.statuses[status]} · `}
            {total > 0 && strings.progress(done, total)}
            {beside > 0 && ` · ${strings.inBackground(beside)}`}
          </bdi>
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
          isRetrying={isRetrying}
          isGoingOn={isActive(item) || status === 'completed'}
          onRetryStep={
            onRetryStep && status !== 'cancelled' ? (stepId) => onRetryStep(item, stepId) : undefined
          }
        />
        {status === 'halted' && !isRetrying && <Halted {...props} />}
        {status === 'cancelled' && <p className="twk-hint twk-workflow__note">{strings.cancelled}</p>}
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
