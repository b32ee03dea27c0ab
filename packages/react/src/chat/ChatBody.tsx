import type { Attachment, SessionState, WorkflowItem } from '@threadwork/core'
import { useCallback, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { ApprovalDeskProvider, createApprovalDesk } from '../approval/approval-desk.ts'
import { DropZone } from '../attachment/DropZone.tsx'
import type { ComposerHandle } from '../composer/Composer.tsx'
import type { Suggestion } from '../composer/suggestion.ts'
import { useSession } from '../hooks/SessionProvider.tsx'
import { useConversation } from '../hooks/useConversation.ts'
import { Thread } from '../thread/Thread.tsx'
import { SessionComposer } from './SessionComposer.tsx'
import { SessionTray } from './SessionTray.tsx'

export interface ChatBodyProps {
  readonly agentName?: string
  readonly suggestions?: readonly string[]
  readonly followUps?: readonly (string | Suggestion)[]
  readonly maxLength?: number
  readonly placeholder?: string
  readonly empty?: ReactNode
  readonly onEscalate?: (workflow: WorkflowItem) => void
}

const isClosedState = (state: SessionState) => state.history === 'closed'

/** Thread and composer of the session above; what a person discards goes back to the composer. */
export const ChatBody = (props: ChatBodyProps): ReactElement => {
  const composer = useRef<ComposerHandle>(null)
  const session = useSession()
  const isClosed = useConversation(isClosedState)
  const limits = isClosed ? undefined : session.capabilities.attachments
  const handleSend = useCallback(
    (text: string, files?: readonly Attachment[]) => void session.send(text, files),
    [session],
  )
  const handleDiscard = useCallback(
    (text: string, files?: readonly Attachment[]) => composer.current?.insert(text, files),
    [],
  )
  const handleFiles = useCallback((files: readonly File[]) => composer.current?.attach(files), [])
  const [desk] = useState(() => createApprovalDesk(true))
  return (
    <ApprovalDeskProvider value={desk}>
      <Thread
        onSuggest={handleSend}
        onDiscard={handleDiscard}
        {...(props.agentName ? { agentName: props.agentName } : {})}
        {...(props.suggestions ? { suggestions: props.suggestions } : {})}
        {...(props.onEscalate ? { onEscalate: props.onEscalate } : {})}
        {...(props.empty === undefined ? {} : { empty: props.empty })}
      />
      <SessionTray desk={desk} />
      <SessionComposer
        handle={composer}
        onSend={handleSend}
        placeholder={props.placeholder}
        followUps={props.followUps}
        maxLength={props.maxLength}
      />
      {limits && <DropZone maxBytes={limits.maxBytes} onFiles={handleFiles} />}
    </ApprovalDeskProvider>
  )
}
