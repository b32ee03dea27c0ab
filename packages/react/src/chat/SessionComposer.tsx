import type { Attachment, IntentId, SessionState } from '@threadwork/core'
import { useCallback, useMemo, type ReactElement, type RefObject } from 'react'
import type { FileSource } from '../attachment/useAttachments.ts'
import { Composer, type ComposerHandle } from '../composer/Composer.tsx'
import { LateQueue } from '../composer/LateQueue.tsx'
import type { Suggestion } from '../composer/suggestion.ts'
import { useSession } from '../hooks/SessionProvider.tsx'
import { useConversation } from '../hooks/useConversation.ts'

export interface SessionComposerProps {
  readonly handle: RefObject<ComposerHandle | null>
  readonly onSend: (text: string, files?: readonly Attachment[]) => void
  readonly placeholder: string | undefined
  readonly followUps: readonly (string | Suggestion)[] | undefined
  readonly maxLength: number | undefined
}

const phaseOf = (state: SessionState) => state.phase
const linkOf = (state: SessionState) => state.link
const queueOf = (state: SessionState) => state.queue
const isStoppedIn = (state: SessionState) => state.isStopped
const isClosedIn = (state: SessionState) => state.history === 'closed'
const hasBegun = (state: SessionState) => state.items.length > 0
const storageProblemOf = (state: SessionState) => state.storageProblem

/** The files that the session takes, where it takes any. */
const useFileSource = (): FileSource | undefined => {
  const session = useSession()
  const limits = session.capabilities.attachments
  return useMemo(
    () => limits && { limits, upload: (file, watch) => session.upload(file, watch) },
    [limits, session],
  )
}

/** The session's waiting messages, and what a person can do about them. */
const SessionQueue = (): ReactElement | null => {
  const session = useSession()
  const messages = useConversation(queueOf)
  const phase = useConversation(phaseOf)
  const acts = useMemo(
    () => ({
      onEdit: (intentId: IntentId, text: string) => session.editQueued(intentId, text),
      onPause: (intentId: IntentId, isPaused: boolean) => session.pauseQueued(intentId, isPaused),
      onRemove: (intentId: IntentId) => void session.discard(intentId),
      onSendNow: (intentId: IntentId) => session.retry(intentId),
    }),
    [session],
  )
  return messages.length > 0 ? <LateQueue messages={messages} phase={phase} {...acts} /> : null
}

/** The composer of the session above, with the messages that wait. */
export const SessionComposer = ({
  handle,
  onSend,
  followUps,
  maxLength,
  placeholder,
}: SessionComposerProps): ReactElement => {
  const session = useSession()
  const phase = useConversation(phaseOf)
  const link = useConversation(linkOf)
  const isClosed = useConversation(isClosedIn)
  const isStopped = useConversation(isStoppedIn)
  const isBegun = useConversation(hasBegun)
  const storageProblem = useConversation(storageProblemOf)
  const files = useFileSource()
  const readDraft = useCallback((name: string) => session.readDraft(name), [session])
  const writeDraft = useCallback(
    (name: string, draft: string | null) => session.writeDraft(name, draft),
    [session],
  )
  const subscribeDrafts = useCallback(
    (listener: (name: string) => void) => session.subscribeDrafts(listener),
    [session],
  )
  return (
    <div className="twk-chat__foot" data-twk-region="composer">
      <SessionQueue />
      <Composer
        ref={handle}
        onSend={onSend}
        {...(isStopped ? {} : { onStop: () => session.stop() })}
        stop={session.capabilities.stop}
        phase={phase}
        link={link}
        whileBusy={session.capabilities.whileBusy ?? 'queue'}
        isClosed={isClosed}
        draftName="composer"
        readDraft={readDraft}
        writeDraft={writeDraft}
        subscribeDrafts={subscribeDrafts}
        {...(files ? { files } : {})}
        {...(followUps && phase === 'idle' && isBegun ? { suggestions: followUps } : {})}
        {...(maxLength === undefined ? {} : { maxLength })}
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
