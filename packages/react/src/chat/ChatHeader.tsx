import type { SessionState, WorkflowItem } from '@threadwork/core'
import type { ReactElement, ReactNode } from 'react'
import { useConversation } from '../hooks/useConversation.ts'
import { ChatKeys } from '../keys/ChatKeys.tsx'
import type { KeyOverrides } from '../keys/key-map.ts'
import { StatusPill } from '../status/StatusPill.tsx'
import { englishRegions } from '../strings/regions.ts'
import { useWords } from '../strings/useWords.ts'
import { isActive } from '../workflow/workflow-progress.ts'
import { WorkflowHeader } from '../workflow/WorkflowHeader.tsx'

export interface ChatHeaderProps {
  readonly title?: string
  readonly headerStart?: ReactNode
  readonly headerEnd?: ReactNode
  readonly keys?: KeyOverrides | false
}

// Of several, the newest that goes on; a halted one only while nothing began after it.
const workflowOf = (state: SessionState): WorkflowItem | null => {
  const last = state.items.findLast((item) => item.kind === 'workflow')
  if (!last || isActive(last)) return last ?? null
  const active = state.items.findLast((item) => item.kind === 'workflow' && isActive(item))
  if (active?.kind === 'workflow') return active
  return last.status === 'halted' ? last : null
}
const phaseOfState = (state: SessionState) => state.phase
const linkOfState = (state: SessionState) => state.link

/** What the conversation is about and what is going on in it. Its state is text here: the announcer says what is news. */
export const ChatHeader = ({ title, headerStart, headerEnd, keys }: ChatHeaderProps): ReactElement => {
  const strings = useWords('keys', englishRegions)
  const workflow = useConversation(workflowOf)
  const phase = useConversation(phaseOfState)
  const link = useConversation(linkOfState)
  return (
    <header
      className="twk-chat__header"
      part="header"
      role="group"
      aria-label={strings.header}
      data-twk-region="header"
    >
      {headerStart}
      <div className="twk-chat__title">
        <WorkflowHeader workflow={workflow} {...(title ? { title } : {})} />
        {!title && !workflow && <h2 className="twk-visually-hidden">{strings.chat(null)}</h2>}
      </div>
      <StatusPill phase={phase} link={link} isLive={false} />
      {keys !== false && <ChatKeys keys={keys} />}
      {headerEnd}
    </header>
  )
}
