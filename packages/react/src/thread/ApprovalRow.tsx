import type { ApprovalItem } from '@threadwork/core'
import { useMemo, type ReactElement } from 'react'
import { ApprovalCard } from '../approval/ApprovalCard.tsx'
import type { TimeNotes } from '../approval/useTimeLeft.ts'
import type { ThreadActions } from './thread-actions.ts'

export interface ApprovalRowProps {
  readonly item: ApprovalItem
  readonly actions: ThreadActions
}

/** An approval item with the session's actions tied to it. */
export const ApprovalRow = ({ item, actions }: ApprovalRowProps): ReactElement => {
  const { callId } = item
  const notes = useMemo(
    (): TimeNotes => ({
      read: () => actions.readDraft?.(`approval:${callId}`) ?? null,
      write: (note) => actions.writeDraft?.(`approval:${callId}`, note),
    }),
    [actions, callId],
  )
  return (
    <ApprovalCard
      item={item}
      onDecide={(call, resolution, details) => void actions.decide?.(call, resolution, details)}
      onRetry={(intentId) => actions.retry?.(intentId)}
      onExpire={() => actions.wake?.()}
      notes={notes}
      canEdit={actions.capabilities?.canEditParameters}
    />
  )
}
