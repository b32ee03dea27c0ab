import type { Item, Phase, Session, SessionState, WorkflowItem } from '@threadwork/core'
import { useEffect, useState, type ReactElement, type ReactNode } from 'react'
import { Announcer } from '../announcer/Announcer.tsx'
import { useSessionIfAny } from '../hooks/SessionProvider.tsx'
import { useSessionState } from '../hooks/useConversation.ts'
import { useStrings } from '../strings/StringsProvider.tsx'
import { TypingIndicator } from '../typing/TypingIndicator.tsx'
import { preloadThread } from './preload-thread.ts'
import type { ThreadActions } from './thread-actions.ts'
import { threadRows, type ThreadRow } from './thread-rows.ts'
import { ThreadBanner } from './ThreadBanner.tsx'
import { ThreadItem } from './ThreadItem.tsx'
import { ThreadStart } from './ThreadStart.tsx'
import { ThreadTools } from './ThreadTools.tsx'
import { useFollowEnd } from './useFollowEnd.ts'

interface ThreadLook {
  /** Who the agent's messages are from. */
  readonly agentName?: string
  /** The way to a human from a halted workflow. */
  readonly onEscalate?: (workflow: WorkflowItem) => void
  /** Takes the text of a message that the person discarded. */
  readonly onDiscard?: (text: string) => void
  /** Offered while the thread is empty. */
  readonly suggestions?: readonly string[]
  readonly onSuggest?: (text: string) => void
  /** Replaces the words of the empty thread. */
  readonly empty?: ReactNode
}

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
const none: readonly string[] = []

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

type Shown = Pick<SessionState, 'items' | 'phase' | 'link' | 'recovery' | 'isStopped' | 'history' | 'problem'>

const plainState = (items: readonly Item[], phase: Phase): Shown => ({
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

const isWorking = (phase: Phase): boolean => phase === 'ai-running' || phase === 'skill-running'

const isConnection = (row: ThreadRow): boolean => row.type === 'item' && row.item.kind === 'connection'

/** Rows of a list of items, with the identity of the last list's rows where they are equal. */
const createRowMemory = () => {
  let known: { readonly items: readonly Item[]; readonly rows: readonly ThreadRow[] } = {
    items: [],
    rows: [],
  }
  return (items: readonly Item[]): readonly ThreadRow[] => {
    if (items !== known.items) known = { items, rows: threadRows(items, known.rows) }
    return known.rows
  }
}

interface ThreadViewProps extends ThreadLook {
  readonly state: Shown
  readonly actions: ThreadActions
  readonly onRetry: (() => void) | undefined
}

const ThreadView = (props: ThreadViewProps): ReactElement => {
  const { state, actions } = props
  const strings = useStrings().thread
  const [rowsOf] = useState(createRowMemory)
  const { scroller, content, isAway, jumpToEnd } = useFollowEnd()
  const own =
    state.items.findLast((item) => item.kind === 'message' && item.status === 'pending')?.key ?? null
  // Behind the first paint, so that nothing has to be waited for when it is needed.
  useEffect(() => {
    void preloadThread()
  }, [])
  useEffect(() => {
    if (own !== null) jumpToEnd()
  }, [own, jumpToEnd])

  return (
    <div className="twk-thread">
      <div
        ref={scroller}
        className="twk-thread__scroller"
        role="log"
        aria-label={strings.label}
        aria-live="off"
        aria-busy={state.history === 'loading'}
        tabIndex={0}
      >
        <div ref={content} className="twk-thread__column">
          <ThreadStart
            history={state.history}
            problem={state.problem}
            isEmpty={state.items.length === 0}
            onRetry={props.onRetry}
            suggestions={props.suggestions ?? none}
            onSuggest={props.onSuggest}
            empty={props.empty}
          />
          {rowsOf(state.items).map((row) => (
            <ThreadItem
              key={row.key}
              row={row}
              actions={actions}
              onEscalate={props.onEscalate}
              onDiscard={props.onDiscard}
              agentName={props.agentName}
              isTurnOpen={isConnection(row) && state.phase !== 'idle' && state.phase !== 'failed'}
            />
          ))}
          {isWorking(state.phase) && !state.isStopped && <TypingIndicator />}
        </div>
      </div>
      <div className="twk-thread__below">
        <ThreadTools items={state.items} scroller={scroller} isAway={isAway} onJump={jumpToEnd} />
        <ThreadBanner
          link={state.link}
          recovery={state.recovery}
          isStopped={state.isStopped}
          onRetry={props.onRetry}
        />
      </div>
      <Announcer
        items={state.items}
        isReady={state.history === 'ready'}
        phase={state.phase}
        link={state.link}
        isStopped={state.isStopped}
        agentName={props.agentName}
      />
    </div>
  )
}
