import type { IntentId, MessageItem } from '@threadwork/core'
import { useCallback, type ReactElement } from 'react'
import { Message } from '../message/Message.tsx'
import type { ThreadActions } from './thread-actions.ts'

export interface MessageRowProps {
  readonly item: MessageItem
  readonly isFollowUp: boolean
  readonly actions: ThreadActions
  readonly onDiscard: ((text: string) => void) | undefined
  readonly agentName: string | undefined
}

/** A message with the session's actions tied to it. */
export const MessageRow = (props: MessageRowProps): ReactElement => {
  const { actions, onDiscard } = props
  const handleRetry = useCallback((intentId: IntentId) => actions.retry?.(intentId), [actions])
  const handleDiscard = useCallback(
    (intentId: IntentId) => {
      const text = actions.discard?.(intentId)
      if (text) onDiscard?.(text)
    },
    [actions, onDiscard],
  )
  return (
    <Message
      item={props.item}
      hasHeader={!props.isFollowUp}
      {...(props.agentName === undefined ? {} : { agentName: props.agentName })}
      {...(actions.retry ? { onRetry: handleRetry } : {})}
      {...(actions.discard ? { onDiscard: handleDiscard } : {})}
    />
  )
}
