'use client'

import type { WorkflowItem } from '@threadwork/core'
import type { ReactElement } from 'react'
import { englishWorkflowState } from '../strings/workflow-state.ts'
import { useWords } from '../strings/useWords.ts'
import { isActive, progressOf } from './workflow-progress.ts'

export interface WorkflowHeaderProps {
  readonly workflow: Pick<WorkflowItem, 'name' | 'status' | 'steps'> | null
  /** Shown while no workflow runs. */
  readonly title?: string
}

/** The name of the running workflow, its step and a thin bar. It clears when the workflow is over. */
export const WorkflowHeader = ({ workflow, title }: WorkflowHeaderProps): ReactElement | null => {
  const strings = useWords('workflow', englishWorkflowState)
  const isShown = workflow !== null && (isActive(workflow) || workflow.status === 'halted')
  if (!isShown)
    return title ? (
      <h2 className="twk-workflow-header twk-workflow-header__name">
        <bdi>{title}</bdi>
      </h2>
    ) : null
  const { current, total, step } = progressOf(workflow)
  // The bar counts the step under way as begun, so that it moves as soon as the sentence above it does.
  const share = total === 0 ? 0 : (100 * current) / total
  return (
    <div className="twk-workflow-header" data-status={workflow.status}>
      <h2 className="twk-workflow-header__name">
        <bdi>{workflow.name || strings.unnamed}</bdi>
      </h2>
      <p className="twk-workflow-header__step">
        {step ? strings.position(current, total, step.message) : strings.statuses[workflow.status]}
      </p>
      <div className="twk-workflow-header__bar" aria-hidden="true">
        <i style={{ inlineSize: `${share}%` }} />
      </div>
    </div>
  )
}
