import type { Attachment, IntentId, MessageItem } from '@threadwork/core'
import { useCallback, type ReactElement } from 'react'
import { Message } from '../message/Message.tsx'
import type { ThreadActions } from './thread-actions.ts'

export interface MessageRowProps {
  readonly item: MessageItem
  readonly isFollowUp: boolean
  readonly actions: ThreadActions
  readonly onDiscard: ((text: string, files?: readonly Attachment[]) => void) | undefined
  readonly agentName: string | undefined
}

/** A message with the session's actions tied to it. */
export const MessageRow = (props: MessageRowProps): ReactElement => {
  const { actions, onDiscard } = props
  const files = props.item.attachments
  const handleRetry = useCallback((intentId: IntentId) => actions.retry?.(intentId), [actions])
  const handleDiscard = useCallback(
    (intentId: IntentId) => {
      const text = actions.discard?.(intentId) ?? null
      if (text === null) return
      if (files) onDiscard?.(text, files)
      else onDiscard?.(text)
    },
    [actions, onDiscard, files],
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
