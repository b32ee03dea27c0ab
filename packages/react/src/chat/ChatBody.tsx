import type { SessionState, WorkflowItem } from '@threadwork/core'
import { useCallback, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react'
import { ApprovalDeskProvider, createApprovalDesk } from '../approval/approval-desk.ts'
import { Composer, type ComposerHandle } from '../composer/Composer.tsx'
import { useSession } from '../hooks/SessionProvider.tsx'
import { useConversation } from '../hooks/useConversation.ts'
import { Thread } from '../thread/Thread.tsx'
import { SessionTray } from './SessionTray.tsx'

export interface ChatBodyProps {
  readonly agentName?: string
  readonly suggestions?: readonly string[]
  readonly placeholder?: string
  readonly empty?: ReactNode
  readonly onEscalate?: (workflow: WorkflowItem) => void
}

const phaseOfState = (state: SessionState) => state.phase
const isStoppedState = (state: SessionState) => state.isStopped
const isClosedState = (state: SessionState) => state.history === 'closed'
const storageProblemOf = (state: SessionState) => state.storageProblem

/** Thread and composer of the session above; what a person discards goes back to the composer. */
export const ChatBody = (props: ChatBodyProps): ReactElement => {
  const composer = useRef<ComposerHandle>(null)
  const session = useSession()
  const handleSend = useCallback((text: string) => void session.send(text), [session])
  const handleDiscard = useCallback((text: string) => composer.current?.insert(text), [])
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
      <SessionComposer handle={composer} onSend={handleSend} placeholder={props.placeholder} />
    </ApprovalDeskProvider>
  )
}

interface SessionComposerProps {
  readonly handle: RefObject<ComposerHandle | null>
  readonly onSend: (text: string) => void
  readonly placeholder: string | undefined
}

const SessionComposer = ({ handle, onSend, placeholder }: SessionComposerProps): ReactElement => {
  const session = useSession()
  const phase = useConversation(phaseOfState)
  const isClosed = useConversation(isClosedState)
  const isStopped = useConversation(isStoppedState)
  const storageProblem = useConversation(storageProblemOf)
  const readDraft = useCallback((name: string) => session.readDraft(name), [session])
  const writeDraft = useCallback(
    (name: string, draft: string | null) => session.writeDraft(name, draft),
    [session],
  )
  return (
    <div className="twk-chat__foot" data-twk-region="composer">
      <Composer
        ref={handle}
        onSend={onSend}
        {...(isStopped ? {} : { onStop: () => session.stop() })}
        stop={session.capabilities.stop}
        phase={phase}
        isClosed={isClosed}
        draftName="composer"
        readDraft={readDraft}
        writeDraft={writeDraft}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {storageProblem !== null && (
        <p className="twk-hint twk-chat__note" role="status">
          {storageProblem}
        </p>
      )}
    </div>
  )
}
