'use client'

import type { Item, Phase, Session, SessionState } from '@threadwork/core'
import { useState, type ReactElement } from 'react'
import { useSessionIfAny } from '../hooks/SessionProvider.tsx'
import { useSessionState } from '../hooks/useConversation.ts'
import type { ThreadActions } from './thread-actions.ts'
import type { ThreadLook, ThreadState } from './thread-look.ts'
import { ThreadView } from './ThreadView.tsx'

export interface ThreadProps extends ThreadLook {
  /** Plain items instead of a session: for a transcript, a story, a test. */
  readonly items?: readonly Item[]
  /** With `items`: whether the typing indicator stands at the end. */
  readonly phase?: Phase
  /** With `items`: what the rows can do. */
  readonly actions?: ThreadActions
  /** Left out, the session of the nearest `Chat` or `SessionProvider` is read. */
  readonly session?: Session
}

const noActions: ThreadActions = {}

/** A conversation, oldest first, following its end while the reader is there. Announces what needs to be heard, once. */
export const Thread = (props: ThreadProps): ReactElement => {
  const above = useSessionIfAny()
  const session = props.session ?? above
  if (props.items)
    return (
      <ThreadView
        {...props}
        state={plainState(props.items, props.phase ?? 'idle')}
        actions={props.actions ?? noActions}
        onRetry={undefined}
      />
    )
  if (session) return <SessionThread {...props} session={session} />
  throw new Error(
    'A Thread got neither items nor a session, so it has nothing to show. Pass items={…} or session={…}, or put it inside <Chat>.',
  )
}

const plainState = (items: readonly Item[], phase: Phase): ThreadState => ({
  items,
  phase,
  link: 'live',
  recovery: null,
  isStopped: false,
  history: 'ready',
  problem: null,
})

const whole = (state: SessionState): SessionState => state

const SessionThread = ({ session, ...look }: ThreadLook & { readonly session: Session }): ReactElement => {
  const state = useSessionState(session, whole)
  const [wake] = useState(() => () => session.wake())
  return <ThreadView {...look} state={state} actions={session} onRetry={wake} />
}
