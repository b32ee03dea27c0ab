import type { AttemptId, ConnectionItem } from '@threadwork/core'
import type { ReactElement } from 'react'
import { ConnectionCard } from '../connection/ConnectionCard.tsx'
import type { ThreadActions } from './thread-actions.ts'

export interface ConnectionRowProps {
  readonly item: ConnectionItem
  readonly actions: ThreadActions
  readonly isTurnOpen: boolean
}

const canSkip = ({ capabilities, skipConnection }: ThreadActions): boolean =>
  skipConnection !== undefined &&
  (capabilities === undefined || capabilities.commands.includes('skip-connection'))

/** A connection item with the session's actions tied to it. */
export const ConnectionRow = ({ item, actions, isTurnOpen }: ConnectionRowProps): ReactElement => (
  <ConnectionCard
    item={item}
    isTurnOpen={isTurnOpen}
    onOpen={(attemptId: AttemptId) => actions.watchConnection?.(attemptId)}
    onRenew={
      actions.renewLink
        ? (attemptId: AttemptId) => actions.renewLink?.(attemptId) ?? Promise.resolve()
        : undefined
    }
    onSkip={canSkip(actions) ? (attemptId: AttemptId) => void actions.skipConnection?.(attemptId) : undefined}
  />
)
