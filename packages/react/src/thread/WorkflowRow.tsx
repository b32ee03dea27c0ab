import type { StepId, WorkflowItem } from '@threadwork/core'
import { useCallback, type ReactElement } from 'react'
import { WorkflowCard } from '../workflow/WorkflowCard.tsx'
import type { ThreadActions } from './thread-actions.ts'

export interface WorkflowRowProps {
  readonly item: WorkflowItem
  readonly actions: ThreadActions
  readonly onEscalate: ((workflow: WorkflowItem) => void) | undefined
}

const canRetryStep = ({ capabilities, retryStep }: ThreadActions): boolean =>
  retryStep !== undefined && (capabilities === undefined || capabilities.commands.includes('retry-step'))

/** A workflow item with the session's actions tied to it. */
export const WorkflowRow = ({ item, actions, onEscalate }: WorkflowRowProps): ReactElement => {
  const handleRetry = useCallback(
    (workflow: WorkflowItem, stepId: StepId) => void actions.retryStep?.(workflow.workflowId, stepId),
    [actions],
  )
  return (
    <WorkflowCard
      item={item}
      onRetryStep={canRetryStep(actions) ? handleRetry : undefined}
      onEscalate={onEscalate}
    />
  )
}
