import type { AttemptId, ConnectionItem } from '@threadwork/core'
import { useMemo, type ReactElement } from 'react'
import type { ConnectionActionsProps } from '../connection/ConnectionActions.tsx'
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

const propsOf = (actions: ThreadActions, attemptId: AttemptId): Omit<ConnectionActionsProps, 'item'> => {
  const name = `connection:${attemptId}`
  return {
    onOpen: (attempt) => actions.watchConnection?.(attempt),
    onRenew: actions.renewLink && ((attempt) => actions.renewLink?.(attempt) ?? Promise.resolve(null)),
    onSkip: canSkip(actions) ? (attempt) => void actions.skipConnection?.(attempt) : undefined,
    notes: {
      read: () => actions.readDraft?.(name) ?? null,
      write: (note) => actions.writeDraft?.(name, note),
    },
  }
}

/** A connection item with the session's actions tied to it. */
export const ConnectionRow = ({ item, actions, isTurnOpen }: ConnectionRowProps): ReactElement => {
  const { attemptId } = item
  const props = useMemo(() => propsOf(actions, attemptId), [actions, attemptId])
  return <ConnectionCard item={item} isTurnOpen={isTurnOpen} {...props} />
}
