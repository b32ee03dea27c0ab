import type { WorkflowItem } from '@threadwork/core'
import { memo, type ReactElement, type ReactNode } from 'react'
import { ItemSlot } from '../renderers/RenderersProvider.tsx'
import { DayDivider } from './DayDivider.tsx'
import { Notice } from '../message/Notice.tsx'
import { SkillGroup } from '../skill/SkillGroup.tsx'
import { FormRow } from './FormRow.tsx'
import { MessageRow } from './MessageRow.tsx'
import type { ThreadActions } from './thread-actions.ts'
import type { ThreadRow } from './thread-rows.ts'
import { WorkflowRow } from './WorkflowRow.tsx'

export interface ThreadItemProps {
  readonly row: ThreadRow
  readonly actions: ThreadActions
  readonly onEscalate: ((workflow: WorkflowItem) => void) | undefined
  readonly onDiscard: ((text: string) => void) | undefined
  readonly agentName: string | undefined
}

const drawItem = (props: ThreadItemProps & { readonly row: { readonly type: 'item' } }): ReactNode => {
  const { row, actions } = props
  const { item } = row
  switch (item.kind) {
    case 'form':
      return <FormRow item={item} position={row.position} actions={actions} />
    case 'workflow':
      return <WorkflowRow item={item} actions={actions} onEscalate={props.onEscalate} />
    case 'message':
      return (
        <MessageRow
          item={item}
          isFollowUp={row.isFollowUp}
          actions={actions}
          onDiscard={props.onDiscard}
          agentName={props.agentName}
        />
      )
    case 'notice':
      return <Notice item={item} />
    case 'approval':
    case 'connection':
      return null
  }
}

const Row = (props: ThreadItemProps): ReactElement | null => {
  const { row } = props
  switch (row.type) {
    case 'day':
      return <DayDivider at={row.at} />
    case 'skills':
      return <SkillGroup items={row.items} />
    case 'item':
      return <ItemSlot item={row.item}>{drawItem({ ...props, row })}</ItemSlot>
  }
}

/** One row. Its props keep their identity while nothing about it changes, so that other traffic does not render it. */
export const ThreadItem: (props: ThreadItemProps) => ReactNode = memo(Row)
