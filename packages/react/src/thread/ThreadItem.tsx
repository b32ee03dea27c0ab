import type { Attachment, WorkflowItem } from '@threadwork/core'
import { memo, type ReactElement, type ReactNode } from 'react'
import { Notice } from '../message/Notice.tsx'
import { ItemSlot } from '../renderers/ItemSlot.tsx'
import { SkillGroup } from '../skill/SkillGroup.tsx'
import { LateCard } from './LateCard.tsx'
import { MessageRow } from './MessageRow.tsx'
import type { ThreadActions } from './thread-actions.ts'
import type { ItemRow, ThreadRow } from './row-parts.ts'

export interface ThreadItemProps {
  readonly row: ThreadRow
  readonly actions: ThreadActions
  readonly onEscalate: ((workflow: WorkflowItem) => void) | undefined
  readonly onDiscard: ((text: string, files?: readonly Attachment[]) => void) | undefined
  readonly agentName: string | undefined
  /** Only told to connections: for other rows it is always false, so that a phase does not render them. */
  readonly isTurnOpen: boolean
}

const drawItem = (props: ThreadItemProps & { readonly row: ItemRow }): ReactNode => {
  const { row, actions } = props
  const { item } = row
  switch (item.kind) {
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
    case 'form':
    case 'workflow':
      return (
        <LateCard
          item={item}
          position={row.position}
          actions={actions}
          onEscalate={props.onEscalate}
          isTurnOpen={props.isTurnOpen}
        />
      )
  }
}

const Row = (props: ThreadItemProps): ReactElement | null => {
  const { row } = props
  switch (row.type) {
    case 'skills':
      return <SkillGroup items={row.items} actions={props.actions} />
    case 'item':
      return (
        <ItemSlot item={row.item} actions={props.actions}>
          {drawItem({ ...props, row })}
        </ItemSlot>
      )
  }
}

/** One row. Its props keep their identity while nothing about it changes, so that other traffic does not render it. */
export const ThreadItem: (props: ThreadItemProps) => ReactNode = memo(Row)
