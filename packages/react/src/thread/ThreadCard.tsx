import type { ApprovalItem, ConnectionItem, FormItem, WorkflowItem } from '@threadwork/core'
import type { ReactNode } from 'react'
import { ApprovalRow } from './ApprovalRow.tsx'
import { ConnectionRow } from './ConnectionRow.tsx'
import { FormRow } from './FormRow.tsx'
import type { ThreadActions } from './thread-actions.ts'
import type { StepPosition } from './row-parts.ts'
import { WorkflowRow } from './WorkflowRow.tsx'

export interface ThreadCardProps {
  readonly item: ApprovalItem | ConnectionItem | FormItem | WorkflowItem
  readonly position: StepPosition | null
  readonly actions: ThreadActions
  readonly onEscalate: ((workflow: WorkflowItem) => void) | undefined
  readonly isTurnOpen: boolean
}

/** The card of an item that is more than text, with the session's actions tied to it. */
export const ThreadCard = ({ item, actions, ...props }: ThreadCardProps): ReactNode => {
  switch (item.kind) {
    case 'form':
      return <FormRow item={item} position={props.position} actions={actions} />
    case 'workflow':
      return <WorkflowRow item={item} actions={actions} onEscalate={props.onEscalate} />
    case 'approval':
      return <ApprovalRow item={item} actions={actions} />
    case 'connection':
      return <ConnectionRow item={item} actions={actions} isTurnOpen={props.isTurnOpen} />
  }
}
