import type { Attachment, SessionState, WorkflowItem } from '@threadwork/core'
import type { ReactNode } from 'react'

/** What of a session's state a thread shows. */
export type ThreadState = Pick<
  SessionState,
  'items' | 'phase' | 'link' | 'recovery' | 'isStopped' | 'history' | 'problem'
> &
  Partial<Pick<SessionState, 'queue'>>

/** How a thread looks, and what it asks of its host. */
export interface ThreadLook {
  /** Who the agent's messages are from. */
  readonly agentName?: string
  /** The way to a human from a halted workflow. */
  readonly onEscalate?: (workflow: WorkflowItem) => void
  /** Takes the text of a message that the person discarded. */
  readonly onDiscard?: (text: string, files?: readonly Attachment[]) => void
  /** Offered while the thread is empty. */
  readonly suggestions?: readonly string[]
  readonly onSuggest?: (text: string) => void
  /** Replaces the words of the empty thread. */
  readonly empty?: ReactNode
  /** Whether there are items before the first. The thread then asks for them as the reader comes near its start. */
  readonly hasOlder?: boolean
  /** Puts older items before the first of `items`. A promise that is rejected is told, with a way to try again. */
  readonly onOlder?: () => Promise<void> | void
}
