'use client'

import type { IntentId, MessageItem } from '@threadwork/core'
import type { ReactNode } from 'react'
import { Moment } from '../clock/Moment.tsx'
import { useHydrated } from '../clock/useHydrated.ts'
import { SentAttachments } from '../attachment/SentAttachments.tsx'
import { Markdown } from '../markdown/Markdown.tsx'
import { ScriptedTag } from '../scripted/ScriptedTag.tsx'
import { englishMessageText } from '../strings/message-text.ts'
import { englishTime } from '../strings/time.ts'
import { useWords } from '../strings/useWords.ts'
import { CopyMessage } from './CopyMessage.tsx'
import { useFeedback } from './FeedbackProvider.tsx'
import { LateFeedback } from './LateFeedback.tsx'
import { LateReplyActions } from './LateReplyActions.tsx'
import { MessageSending } from './MessageSending.tsx'

export interface MessageProps {
  readonly item: MessageItem
  /** Who an agent's message is from; the first letter is drawn where there is no `avatar`. */
  readonly agentName?: string
  readonly avatar?: ReactNode
  /** False for a message that follows another of the same writer. */
  readonly hasHeader?: boolean
  /** Sends a failed message again. */
  readonly onRetry?: (intentId: IntentId) => void
  /** Takes a failed message off the page. */
  readonly onDiscard?: (intentId: IntentId) => void
}

const Header = ({ item, agentName, avatar }: MessageProps & { readonly agentName: string }): ReactNode => {
  const time = useWords('time', englishTime)
  return (
    <div className="twk-message__header">
      <span className="twk-message__avatar" aria-hidden="true">
        {avatar ?? agentName.slice(0, 1).toUpperCase()}
      </span>
      <bdi>{agentName}</bdi>
      {item.at !== null && <Moment at={item.at} words={time.clock(item.at)} title={time.date(item.at)} />}
    </div>
  )
}

/** What can be done with a reply that is whole. */
const Tools = ({ item }: { readonly item: MessageItem }): ReactNode => {
  const place = useFeedback()
  return (
    <div className="twk-message__tools">
      <CopyMessage text={item.text} />
      {place && item.runId !== null && <LateFeedback item={item} place={place} />}
      {item.isScripted && <ScriptedTag />}
    </div>
  )
}

/** One message: a bubble for the person, markdown under a name for the agent. */
export const Message = (props: MessageProps): ReactNode => {
  const { item, hasHeader = true, onRetry, onDiscard } = props
  const strings = useWords('message', englishMessageText)
  const time = useWords('time', englishTime)
  const isHydrated = useHydrated()
  const agentName = props.agentName ?? strings.assistant
  const isAgent = item.role === 'agent'
  return (
    <article
      className="twk-message"
      part="message"
      aria-label={strings.label(
        isAgent ? agentName : strings.you,
        item.at !== null && isHydrated ? time.clock(item.at) : null,
      )}
      data-twk-kind="message"
      data-twk-id={item.id}
      data-twk-status={item.status}
      data-twk-role={item.role}
    >
      {isAgent && hasHeader && <Header {...props} agentName={agentName} />}
      {item.attachments && <SentAttachments files={item.attachments} />}
      <div className="twk-message__body">
        {isAgent ? <Markdown text={item.text} streaming={item.status === 'streaming'} /> : item.text}
      </div>
      {isAgent && item.status === 'complete' && item.actions && <LateReplyActions item={item} />}
      {isAgent && item.status === 'complete' && <Tools item={item} />}
      {item.submission && (
        <MessageSending submission={item.submission} onRetry={onRetry} onDiscard={onDiscard} />
      )}
    </article>
  )
}
